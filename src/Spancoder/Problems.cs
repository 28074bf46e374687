namespace Spancoder;

/// <summary>Gathers what is wrong, so that one run names it all.</summary>
public sealed class Problems
{
    private readonly List<Problem> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>In order of file and place; equal ones once.</summary>
    public IReadOnlyList<Problem> InOrder => [.. _found.Distinct().OrderBy(problem => problem.Place)];

    public void Add(Place place, string what, string mend) => _found.Add(new(place, what, mend));

    public void Add(Problem problem) => _found.Add(problem);

    public void Add(IEnumerable<Problem> problems) => _found.AddRange(problems);

    /// <summary>Does something that may throw what is wrong, and gathers that too.</summary>
    /// <returns>Null when it threw.</returns>
    public T? Try<T>(Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (InputException wrong)
        {
            Add(wrong.Problems);
            return null;
        }
    }

    /// <exception cref="InputException">Something was added.</exception>
    public void StopIfAny()
    {
        if (Any) throw new InputException(InOrder);
    }
}
