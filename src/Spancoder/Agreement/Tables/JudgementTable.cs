using System.Globalization;
using System.Text;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>Codes by unit and coder, on the way to numbers.</summary>
/// <param name="Units">In order.</param>
/// <param name="Coders">In order.</param>
/// <param name="Cells">Unit by unit, in each coder by coder; empty where nothing applies, null where the coder did not judge or could not tell.</param>
internal sealed record JudgementTable(IReadOnlyList<JudgedUnit> Units, IReadOnlyList<string> Coders, IReadOnlyList<IReadOnlyCollection<string>?> Cells)
{
    private const int EnoughToWonder = 10; // units on which two coders are the same before one asks whether they are one

    /// <summary>All codes that somebody gave, in order.</summary>
    public IReadOnlyCollection<string> Given { get; } = new SortedSet<string>(Cells.SelectMany(cell => cell ?? []), StringComparer.Ordinal);

    /// <param name="codes">All that there are.</param>
    /// <returns>Without what a table does not know: rounds, notices, files.</returns>
    public Judgements Make(IReadOnlyList<string> codes)
    {
        var index = codes.Index().ToDictionary(code => code.Item, code => code.Index);
        var keys = Cells.Select(cell => cell is null ? null : KeyOf(cell.Select(code => index[code]))).ToArray();
        string[] distinct = [.. keys.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var place = distinct.Index().ToDictionary(key => key.Item, key => key.Index);
        CodeSets sets = new(codes, [.. distinct.Select(key => key.Select(letter => (int)letter).ToArray())]);
        return new()
        {
            Units = Units,
            Sets = sets,
            Ratings = new(Coders, [.. distinct.Select((_, set) => sets.NameOf(set))], [.. keys.Select(key => key is null ? Ratings.Missing : place[key])]),
            Unsure = [.. Coders.Select(_ => 0)],
            Rounds = [],
            Round = 0,
            Notices = [],
            Files = [],
        };
    }

    /// <summary>Coders who gave the same to everything that both judged.</summary>
    /// <param name="placeOf">Where a coder's judgements begin.</param>
    public IEnumerable<Notice> Twins(Func<string, Place> placeOf) =>
        from pair in Pairs.Of(Coders.Count)
        let same = SameUnits(pair.First, pair.Second)
        where same >= EnoughToWonder
        select new Notice(placeOf(Coders[pair.Second]), string.Create(CultureInfo.InvariantCulture, $"{Coders[pair.First]} and {Coders[pair.Second]} give the same to all {same} units that both judged"), "see whether they are one person under two names, or one file under two");

    /// <summary>Codes, or coders, that are the same but for what is easily mistyped, and count as different.</summary>
    /// <remarks>Codes are counted and not named: nobody has said that what stands in the column are codes.</remarks>
    public IEnumerable<Notice> Lookalikes(Place place)
    {
        const string HowFar = "differ only in capitals, spaces or the form of letters, and count as different";
        const string Mend = "write each in one way, if they are one";
        foreach (var same in Alike(Coders)) yield return new(place, $"these coders {HowFar}: {string.Join(", ", same)}", Mend);
        if (Alike(Given).Sum(same => same.Count()) is > 0 and var codes) yield return new(place, string.Create(CultureInfo.InvariantCulture, $"{codes} codes {HowFar}"), Mend);
    }

    private static IEnumerable<IGrouping<string, string>> Alike(IEnumerable<string> names) => names
        .GroupBy(name => string.Concat(NormalForm.Of(name, NormalizationForm.FormKC).ToLowerInvariant().Where(letter => !char.IsWhiteSpace(letter))))
        .Where(same => same.Count() > 1);

    // 0 where they differ somewhere.
    private int SameUnits(int first, int second)
    {
        var both = 0;
        for (var unit = 0; unit < Units.Count; unit++)
        {
            if (Cells[(unit * Coders.Count) + first] is not { } left || Cells[(unit * Coders.Count) + second] is not { } right) continue;
            if (!left.SequenceEqual(right)) return 0;

            both++;
        }

        return both;
    }

    // A letter for each code: so texts of them compare as sets of numbers do.
    private static string KeyOf(IEnumerable<int> codes) => new([.. codes.Order().Select(code => (char)code)]);
}
