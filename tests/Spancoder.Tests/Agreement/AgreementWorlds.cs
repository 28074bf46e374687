using Spancoder.Agreement.Tables;

namespace Spancoder.Tests.Agreement;

/// <summary>Random judgements: who gave which unit which codes, some of them missing.</summary>
/// <param name="Cells">By unit, then by coder: indices of codes, in order; null where nothing was judged.</param>
internal sealed record AgreementWorld(IReadOnlyList<string> Coders, IReadOnlyList<string> Codes, int[]?[][] Cells)
{
    /// <summary>What is read from a CSV of it.</summary>
    public Judgements Judgements => Read(Csv());

    public static Judgements Read(string csv)
    {
        using TemporaryFolder folder = new();
        Problems problems = new();
        var read = JudgementReader.Read(new() { Files = [folder.Add("all.csv", csv)] }, problems);
        return read ?? throw new InvalidDataException(string.Join('\n', problems.InOrder));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    public static AgreementWorld Of(int seed)
    {
        var chance = new SplitMix64((ulong)seed);
        var (coders, codes, units) = (2 + chance.Below(4), 1 + chance.Below(4), 1 + chance.Below(40));
        var (missing, agreeing, common) = (0.4 * chance.NextDouble(), chance.NextDouble(), chance.NextDouble());
        var cells = new int[]?[units][];
        for (var unit = 0; unit < units; unit++)
        {
            int[] truth = SomeOf(codes, common, chance);
            cells[unit] = new int[]?[coders];
            for (var coder = 0; coder < coders; coder++)
            {
                cells[unit][coder] = chance.NextDouble() < missing ? null : chance.NextDouble() < agreeing ? truth : SomeOf(codes, common, chance);
            }
        }

        cells[0][0] ??= []; // somebody says something
        return new([.. Enumerable.Range(0, coders).Select(coder => $"coder{coder}")], [.. Enumerable.Range(0, codes).Select(code => $"code{code}")], cells);
    }

    /// <summary>One code: 0, 1, or null where not judged.</summary>
    public int?[][] Presence(int code) => [.. Cells.Select(unit => unit.Select(cell => cell is null ? (int?)null : cell.Contains(code) ? 1 : 0).ToArray())];

    /// <summary>Each set as a category of its own, by its text.</summary>
    public string?[][] SetNames => [.. Cells.Select(unit => unit.Select(cell => cell is null ? null : string.Join('|', cell)).ToArray())];

    /// <summary>As a table of all coders.</summary>
    /// <param name="order">Of the rows: from so many an order.</param>
    public string Csv(Func<int, IEnumerable<int>>? order = null)
    {
        List<string> rows = [];
        foreach (var (unit, cells) in Cells.Index())
        {
            foreach (var (coder, cell) in cells.Index()) rows.Add($"d{unit % 3}.txt#{unit + 1},{TextOf(cell)},{Coders[coder]}");
        }

        return "segment,code,coder\n" + string.Concat((order?.Invoke(rows.Count) ?? Enumerable.Range(0, rows.Count)).Select(row => rows[row] + "\n"));
    }

    /// <summary>One coder's file, whose name is theirs.</summary>
    public string CsvOf(int coder) => "segment,code\n" + string.Concat(Cells.Select((cells, unit) => $"d{unit % 3}.txt#{unit + 1},{TextOf(cells[coder])}\n"));

    private string TextOf(int[]? cell) => cell is null ? "" : cell is [] ? "NONE" : string.Join('|', cell.Select(code => Codes[code]));

    private static int[] SomeOf(int codes, double common, SplitMix64 chance)
    {
        List<int> some = [];
        for (var code = 0; code < codes; code++)
        {
            if (chance.NextDouble() < common) some.Add(code);
        }

        return [.. some];
    }
}
