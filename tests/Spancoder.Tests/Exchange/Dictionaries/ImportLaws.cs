using Spancoder.Cli;
using Spancoder.Exchange.Dictionaries;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Exchange.Dictionaries;

/// <summary>What holds of every dictionary, tried on some that chance makes of the pieces that make trouble.</summary>
public class ImportLaws
{
    private static readonly string[] Pieces =
        ["quay", "Quay", "nothing", "of", "it", "qzx", "é", "e\u0301", "ﬁ", "ＡＢＣ", "90", "'s", "’", "船", "码头", "が", "*", "**", "-", "?", "...", "…", "=", "<", ">", "/", "#", "@", "&", "!", "%", ":", ",", "_", "[", "|", "\\", "😀", "𠮷", "\u00AD", "\u00A0", " ", " ", "ß", "ı", "~"];

    public static TheoryData<string, int> Worlds()
    {
        TheoryData<string, int> worlds = [];
        foreach (var format in new[] { "quanteda", "liwc", "csv" })
        {
            for (var seed = 1; seed <= 40; seed++) worlds.Add(format, seed);
        }

        return worlds;
    }

    [Theory, MemberData(nameof(Worlds))]
    public void Every_term_is_in_the_codebook_or_in_a_notice_and_the_codebook_holds(string format, int seed)
    {
        var random = new Random(seed);
        List<List<string>> categories = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(0, 8)).Select(_ => Word(random)).ToList())];
        using TemporaryFolder folder = new();
        var (text, lines) = LayOut(format, [.. categories.Select((_, index) => $"{index + 1} {Word(random)}")], categories);
        var import = DictionaryImport.Of(folder.Add("words.dat", text), format, "utf-8");
        var book = Path.Combine(folder.Path, "book");
        Problems problems = new();
        using (var output = DictionaryImport.OpenFolder(book, problems)) import.WriteTo(output);
        problems.StopIfAny();

        var rules = CodebookOption.Read(book);
        Assert.Empty(RuleExamples.Failing(rules));
        Assert.Equal(import.Carried, (rules.Codebook.Codes.Count, rules.Codebook.Rules.Count, rules.Codebook.Lists.Values.Sum(list => list.Terms.Count)));
        foreach (var (category, code) in lines.Zip(rules.Codebook.Codes))
        {
            var carried = rules.Codebook.Lists.TryGetValue(code.Id, out var list) ? list.Terms.Select(term => term.Text).ToHashSet() : [];
            foreach (var (term, line) in category)
            {
                var isCarried = carried.Contains(string.Join(' ', term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
                Assert.True(isCarried || import.Notices.Any(notice => notice.Place.Line == line), $"'{term}' of {code} is lost:\n{text}\n{string.Join('\n', import.Notices)}");
            }
        }
    }

    [Fact]
    public void Text_is_read_as_it_was_written()
    {
        var random = new Random(1);
        List<string> texts = [.. Enumerable.Range(0, 2000).Select(_ => Word(random)), "", " a ", "a\nb", "\t", "no", "null", "- a", "a: b", "'", "\"", new('x', 2000)];
        Problems problems = new();
        var written = YamlText.Write(["a comment"], yaml => yaml.Texts("texts", texts));
        var root = (Yaml.Mapping)Yaml.Read(written, "texts.yaml", problems)!; // what is not read fails here
        problems.StopIfAny();
        Assert.Equal(texts, ((Yaml.Sequence)root.Find("texts")!.Value).Items.Select(item => ((Yaml.Scalar)item).Value)); // it was just written
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)])).Trim() is { Length: > 0 } word ? word : "gale";

    /// <returns>A file of the kind, and for every category its terms with the lines on which they stand.</returns>
    private static (string Text, List<List<(string Term, int Line)>> Lines) LayOut(string format, IReadOnlyList<string> keys, List<List<string>> categories)
    {
        List<string> lines = format switch
        {
            "liwc" => ["%", .. keys.Select((key, index) => $"{index + 1}\t{key}"), "%"],
            "csv" => ["code,term", .. keys.Select(key => $"{Quoted(key, '"')},")],
            _ => [],
        };
        List<List<(string, int)>> placed = [];
        foreach (var (index, terms) in categories.Index())
        {
            if (format == "quanteda") lines.Add($"{Quoted(keys[index], '\'')}:");
            placed.Add([]);
            foreach (var term in terms)
            {
                lines.Add(format switch
                {
                    "liwc" => $"{term}\t{index + 1}",
                    "csv" => $"{Quoted(keys[index], '"')},{Quoted(term, '"')}",
                    _ => $"  - {Quoted(term, '\'')}",
                });
                placed[^1].Add((term, lines.Count));
            }
        }

        return (string.Concat(lines.Select(line => line + "\n")), placed);
    }

    private static string Quoted(string text, char mark) => $"{mark}{text.Replace($"{mark}", $"{mark}{mark}", StringComparison.Ordinal)}{mark}";
}
