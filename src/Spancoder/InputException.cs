namespace Spancoder;

/// <summary>What the user gave is wrong. Any other exception that leaves the library is a bug of ours.</summary>
public sealed class InputException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    public InputException(Place place, string what, string mend) : this([new(place, what, mend)])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
