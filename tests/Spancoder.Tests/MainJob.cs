namespace Spancoder.Tests;

/// <summary>The main job on the sample corpus: what it writes, and that nothing but the input changes a byte of it.</summary>
public class MainJob
{
    private static readonly string[] Files = ["segments.csv", "codings.csv", "hits.jsonl", "documents.csv", "report.md", "run.json"];

    // Long, and held by tests of its own: here it is only to be the same whatever the surroundings are.
    private static readonly Lazy<string> Page = new(() =>
    {
        using TemporaryFolder folder = new();
        Run(folder, "spancoder code corpus-sample --out $OUT");
        return File.ReadAllText(Path.Combine(folder.Path, "report.html"));
    });

    [Fact]
    public void Writes_what_is_in_tests_golden()
    {
        using TemporaryFolder folder = new();
        Run(folder, "spancoder code corpus-sample --out $OUT");
        foreach (var file in Files) Golden.Matches(Repository.File("tests", "golden", "main-job", file), File.ReadAllText(Path.Combine(folder.Path, file)));
    }

    [Theory]
    [InlineData("LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 spancoder code corpus-sample --out $OUT")]
    [InlineData("LC_ALL=de_DE.UTF-8 TZ=Pacific/Apia spancoder code corpus-sample --out $OUT --threads 1")]
    [InlineData("LC_ALL=C TZ=UTC spancoder code corpus-sample --out $OUT --threads 7")]
    [InlineData("spancoder code $(ls -r corpus-sample/D*) --out $OUT")]
    [InlineData("cd corpus-sample && spancoder code . --out $OUT --codebook ../codebook/boundary-spanning")]
    [InlineData("DOTNET_TieredCompilation=0 spancoder code \"$PWD/corpus-sample/\" --out $OUT --threads 2")]
    public void Neither_culture_nor_time_zone_threads_order_nor_place_changes_a_byte(string command)
    {
        using TemporaryFolder folder = new();
        Run(folder, command);
        foreach (var file in Files)
        {
            // What was skipped in a folder is not skipped when files are named one by one.
            if (command.Contains("ls -r", StringComparison.Ordinal) && file is "report.md" or "run.json") continue;
            Assert.Equal(File.ReadAllText(Repository.File("tests", "golden", "main-job", file)), File.ReadAllText(Path.Combine(folder.Path, file)));
        }

        if (!command.Contains("ls -r", StringComparison.Ordinal)) Assert.Equal(Page.Value, File.ReadAllText(Path.Combine(folder.Path, "report.html")));
    }

    [Fact]
    public void Every_quote_is_what_stands_at_its_place_in_code_points()
    {
        using TemporaryFolder folder = new();
        folder.CopyFrom(Repository.File("corpus-sample"));
        folder.Add("emoji-lf.txt", "Q: 好吗？\nA: 𠮷字号 😀 We took a booth in Paris 👩‍🎨 and sold it. 在国外卖。\nQ: And?\n");
        folder.Add("emoji-crlf.txt", "Q: 好吗？\r\nA: 𠮷字号 😀 We took a booth in Paris 👩‍🎨 and sold it. 在国外卖。\r\nQ: And?\r\n");
        var outcome = Shell.Run("spancoder code . --out out --codebook $CODEBOOK", folder.Path);
        Assert.True(outcome.Exit == 0, outcome.Error);

        var texts = new Dictionary<string, int[]>();
        var rows = PlainCsv.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", "codings.csv")));
        foreach (var row in rows.Skip(1))
        {
            if (!texts.TryGetValue(row[1], out var text))
            {
                var printed = Shell.Run($"spancoder text '{row[1]}'", folder.Path).Output;
                texts[row[1]] = text = [.. printed[..^1].EnumerateRunes().Select(rune => rune.Value)]; // without the last line feed, which the command adds
            }

            var stretch = text[int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)..int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture)];
            var words = string.Concat(stretch.Select(char.ConvertFromUtf32));
            if (row[4] != Coding.Nothing) Assert.Equal(row[11], words);
            else Assert.NotEmpty(words);
        }

        Assert.Contains(rows, row => row[1] == "emoji-crlf.txt" && row[4] == "trade" && row[11].Contains("𠮷", StringComparison.Ordinal));
    }

    private static void Run(TemporaryFolder folder, string command)
    {
        var outcome = Shell.Run(command, Repository.Root, new Dictionary<string, string?> { ["OUT"] = folder.Path });
        Assert.True(outcome.Exit == 0, outcome.Error);
    }
}
