namespace Spancoder.Agreement.Measures;

/// <summary>How common each category is: the mean over units of n_ik / r_i, Gwet's and Fleiss's pi_k.</summary>
internal sealed class CategoryShares(UnitPatterns patterns)
{
    /// <summary>How many numbers a caller should lend room for; where there are more categories, room is made.</summary>
    public const int MostOnStack = 128;

    private readonly IReadOnlyList<UnitPattern> _patterns = patterns.Patterns;

    /// <param name="room">To write into.</param>
    /// <returns>In order of the categories; they add up to 1 where there is a unit.</returns>
    public ReadOnlySpan<double> Of(ReadOnlySpan<int> units, Span<double> room)
    {
        var shares = patterns.Categories.Count <= room.Length ? room[..patterns.Categories.Count] : new double[patterns.Categories.Count];
        shares.Clear();
        var all = 0L;
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i] == 0) continue;

            all += units[i];
            foreach (var (category, times) in _patterns[i].Counts) shares[category] += (double)units[i] * times / _patterns[i].Judgements;
        }

        foreach (ref var share in shares) share /= Math.Max(1, all);
        return shares;
    }
}
