namespace Spancoder.Agreement;

/// <summary>Which coder gave which unit which category: what agreement is computed from. A unit has one value of each coder, or none.</summary>
/// <remarks>Where coders give several codes, the categories are the different sets of codes; where one code is looked at, they are absent and present.</remarks>
public sealed class Ratings
{
    /// <summary>The coder did not judge the unit, or could not tell.</summary>
    public const int Missing = -1;

    private readonly int[] _values; // unit by unit, coder by coder

    /// <param name="coders">Their names.</param>
    /// <param name="categories">Their names, in an order that does not depend on that of the units.</param>
    /// <param name="values">Unit by unit, in each coder by coder: the index of a category, or <see cref="Missing"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than units times coders, or one is no category.</exception>
    public Ratings(IReadOnlyList<string> coders, IReadOnlyList<string> categories, int[] values)
    {
        if (coders is []) throw new ArgumentException("there is no coder", nameof(coders));
        if (values.Length % coders.Count != 0) throw new ArgumentException("the values are not units times coders", nameof(values));
        if (values.AsSpan().ContainsAnyExceptInRange(Missing, categories.Count - 1)) throw new ArgumentException("a value is no category", nameof(values));

        (Coders, Categories, _values) = (coders, categories, values);
    }

    public IReadOnlyList<string> Coders { get; }

    public IReadOnlyList<string> Categories { get; }

    public int Units => _values.Length / Coders.Count;

    /// <summary>The values of a unit, one for each coder.</summary>
    public ReadOnlySpan<int> Of(int unit) => _values.AsSpan(unit * Coders.Count, Coders.Count);

    /// <summary>The same judgements in other categories.</summary>
    /// <param name="categories">The names of the new ones.</param>
    /// <param name="to">For each old category the new one, or <see cref="Missing"/>.</param>
    public Ratings Recode(IReadOnlyList<string> categories, ReadOnlySpan<int> to)
    {
        var values = new int[_values.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _values[i] == Missing ? Missing : to[_values[i]];
        return new(Coders, categories, values);
    }

    /// <summary>Some of the units.</summary>
    public Ratings Only(IReadOnlyList<int> units)
    {
        var values = new int[units.Count * Coders.Count];
        foreach (var (index, unit) in units.Index()) Of(unit).CopyTo(values.AsSpan(index * Coders.Count));
        return new(Coders, Categories, values);
    }

    /// <summary>Some of the coders.</summary>
    public Ratings By(params ReadOnlySpan<int> coders)
    {
        var values = new int[Units * coders.Length];
        var names = new string[coders.Length];
        for (var i = 0; i < coders.Length; i++)
        {
            names[i] = Coders[coders[i]];
            for (var unit = 0; unit < Units; unit++) values[(unit * coders.Length) + i] = _values[(unit * Coders.Count) + coders[i]];
        }

        return new(names, Categories, values);
    }
}
