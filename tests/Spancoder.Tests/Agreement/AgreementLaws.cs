using System.Text.Json.Nodes;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Tables;
using Spancoder.Reporting.Agreements;

namespace Spancoder.Tests.Agreement;

/// <summary>What must not change a figure does not change it.</summary>
public class AgreementLaws
{
    public static TheoryData<int> Seeds => AgreementWorld.Seeds;

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_of_rows_changes_no_byte(int seed)
    {
        var world = AgreementWorld.Of(seed);
        Assert.Equal(Json(Figures(world.Judgements)), Json(Figures(AgreementWorld.Read(world.Csv(rows => Shuffled(rows, seed))))));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_of_files_changes_no_byte(int seed)
    {
        var world = AgreementWorld.Of(seed);
        using TemporaryFolder folder = new();
        string[] files = [.. world.Coders.Select((coder, index) => folder.Add(coder + ".csv", "comment," + world.CsvOf(index).Replace("\n", $"\n{index},", StringComparison.Ordinal)[..^$"{index},".Length]))];
        Assert.Equal(Of(files), Of([.. files.Reverse()]));
        Assert.Equal(Of(files), Of([.. Shuffled(files.Length, seed).Select(index => files[index])]));

        static string Of(string[] files) => AllOf(Figures(JudgementReader.Read(new() { Files = files }, new())!)); // the world can be read
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Threads_change_no_byte(int seed)
    {
        var judgements = AgreementWorld.Of(seed).Judgements;
        Assert.Equal(Json(Figures(judgements, threads: 1)), Json(Figures(judgements, threads: 2)));
        Assert.Equal(Json(Figures(judgements, threads: 1)), Json(Figures(judgements, threads: 8)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Renamed_coders_agree_as_before(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var before = Figures(world.Judgements);
        var after = Figures((world with { Coders = [.. world.Coders.Select((_, index) => $"person{9 - index}")] }).Judgements); // in the opposite order
        foreach (var (left, right) in before.Codes.Zip(after.Codes))
        {
            Assert.Equal(left.Code, right.Code);
            Assert.Equal((left.Alpha, left.Ac1, left.Percent, left.Positive, left.Negative, left.Prevalence), (right.Alpha, right.Ac1, right.Percent, right.Positive, right.Negative, right.Prevalence));
            Assert.Equal(Ends(left), Ends(right));
            Assert.Equal(left.Pairs.Select(pair => Rounded(pair.Kappa)).Order(), right.Pairs.Select(pair => Rounded(pair.Kappa)).Order());
            Assert.Equal(left.Pairs.Select(pair => Rounded(pair.StandardError)).Order(), right.Pairs.Select(pair => Rounded(pair.StandardError)).Order());
        }

        Assert.Equal(before.Overall.Masi, after.Overall.Masi);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Renamed_codes_have_the_figures_that_they_had(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var names = world.Codes.Select((code, index) => (code, Name: $"渔{9 - index}")).ToDictionary();
        var before = Figures(world.Judgements);
        var after = Figures((world with { Codes = [.. world.Codes.Select(code => names[code])] }).Judgements);
        foreach (var code in before.Codes)
        {
            var renamed = after.Codes.Single(other => other.Code == names[code.Code]);
            Assert.Equal((code.Alpha, code.Ac1, code.Percent, code.Positive, code.Negative, code.Prevalence), (renamed.Alpha, renamed.Ac1, renamed.Percent, renamed.Positive, renamed.Negative, renamed.Prevalence));
            Assert.Equal(Ends(code), Ends(renamed));
        }

        Assert.Equal(before.Overall.Masi.Value ?? -9, after.Overall.Masi.Value ?? -9, 1e-9);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Units_that_one_coder_judged_change_nothing_where_pairable_ones_count(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var code = world.Judgements.Codes is [var first, ..] ? first : "NONE"; // one that is there
        var before = Figures(world.Judgements);
        var after = Figures(AgreementWorld.Read(world.Csv() + string.Concat(Enumerable.Range(1, 5).Select(unit => $"e.txt#{unit},{(unit % 2 == 0 ? code : "NONE")},coder0\n"))));
        Assert.Equal(before.Units.Single + 5, after.Units.Single);
        Assert.Equal(before.Units.Counted, after.Units.Counted);
        foreach (var (left, right) in before.Codes.Zip(after.Codes))
        {
            Assert.Equal((left.Code, left.Alpha, left.Ac1, left.Percent, left.Positive, left.Negative, left.Prevalence), (right.Code, right.Alpha, right.Ac1, right.Percent, right.Positive, right.Negative, right.Prevalence));
            Assert.Equal(Ends(left), Ends(right));
            Assert.Equal(left.Pairs.Select(pair => pair.Kappa), right.Pairs.Select(pair => pair.Kappa));
        }

        Assert.Equal(before.Overall.Masi.Value ?? -9, after.Overall.Masi.Value ?? -9, 1e-9);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Coders_who_all_say_what_one_says_agree_fully_or_there_is_no_figure(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var same = world with { Cells = [.. world.Cells.Select(unit => unit.Select(_ => unit[0]).ToArray())] };
        Assert.All(Figures(same.Judgements).Codes, code => Assert.True(code.Alpha.Value is null or 1 && code.Ac1.Value is null or 1 && code.Percent.Value is null or 1 && code.Pairs.All(pair => pair.Kappa.Value is null or 1)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_figure_is_a_number_or_has_a_reason(int seed)
    {
        foreach (var frame in Enum.GetValues<Frame>())
        {
            var figures = AgreementFigures.Of(AgreementWorld.Of(seed).Judgements, new() { Frame = frame, Bootstrap = new(100), By = [Dimension.Document, Dimension.Pair] });
            AssertSaid(JsonNode.Parse(AllOf(figures))!); // it is JSON
        }
    }

    private static void AssertSaid(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>()) AssertSaid(item);
        }
        else if (node is JsonObject keys)
        {
            foreach (var (name, value) in keys)
            {
                if (value is not null) AssertSaid(value);
                else if (name is not ("code" or "share")) Assert.True(keys[name + "_reason"]?.GetValue<string>().Length > 0, $"{name} is null, and nothing says why");
            }
        }
    }

    private static AgreementFigures Figures(Judgements judgements, int threads = 1) => AgreementFigures.Of(judgements, new() { Bootstrap = new(200, Threads: threads), By = [Dimension.Document, Dimension.Pair] });

    // Without the files, whose bytes differ where their rows were shuffled, and where they lie.
    private static string Json(AgreementFigures figures)
    {
        var json = JsonNode.Parse(AllOf(figures))!.AsObject(); // it is JSON
        json.Remove("files");
        return json.ToJsonString().Replace(Path.GetDirectoryName(figures.Judgements.Files[0].File) + "/", "", StringComparison.Ordinal);
    }

    private static string AllOf(AgreementFigures figures)
    {
        using MemoryStream stream = new();
        AgreementJson.Write(stream, figures, "0");
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static (double, double, string?) Ends(CodeFigures code) => (code.AlphaInterval.Low, code.AlphaInterval.High, code.AlphaInterval.Reason);

    private static double Rounded(Figure figure) => figure.Value is { } value ? Math.Round(value, 9) : -9;

    private static List<int> Shuffled(int count, int seed) => new SplitMix64((ulong)seed, "rows").Shuffle(Enumerable.Range(0, count));
}
