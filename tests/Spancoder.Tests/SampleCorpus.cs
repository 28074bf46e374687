using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Cli;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting;

namespace Spancoder.Tests;

/// <summary>What is said of the sample corpus is so.</summary>
public partial class SampleCorpus
{
    private const int WordsOfAQuotation = 8;
    private const int CharactersOfAQuotation = 12; // Chinese ones
    private const int FewLabels = 6;

    private static readonly Lazy<IReadOnlyList<CodedDocument>> Coded = new(Code);

    public static TheoryData<string> Codebooks => [.. Directory.EnumerateDirectories(Repository.File("codebook")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codebooks))]
    public void No_example_of_a_codebook_is_a_sentence_of_the_corpus(string name)
    {
        var codebook = CodebookOption.Read(Repository.File("codebook", name)).Codebook;
        var runs = Coded.Value.SelectMany(coded => RunsOf(coded.Segmented.Document.Text)).ToHashSet();
        var quoted = ExamplesOf(codebook).SelectMany(RunsOf).Where(runs.Contains);
        Assert.Empty(quoted);
    }

    [Fact]
    public void At_most_half_of_the_segments_with_a_mechanism_hold_a_strong_cue_of_it()
    {
        var codebook = CodebookOption.Read(Repository.File("codebook", "boundary-spanning")).Codebook;
        var (with, all) = (0, 0);
        foreach (var coded in Coded.Value)
        {
            var strong = coded.Hits.Where(hit => hit.Rule.Rule is { Marks: null, Settings.Strength: Strength.Strong }).ToLookup(hit => hit.Segment.Number, hit => codebook.Find(hit.Rule.Rule.Code)?.Top);
            foreach (var segment in coded.Segmented.Segments)
            {
                foreach (var top in (coded.ByHand.CodesOf(segment) ?? []).Select(code => codebook.Find(code)?.Top).OfType<Code>().Distinct())
                {
                    all++;
                    if (strong[segment.Number].Contains(top)) with++;
                }
            }
        }

        Assert.True(all > 200, $"{all} labels");
        Assert.True(with * 2 <= all, $"{with} of {all}");
    }

    [Fact]
    public void The_commands_in_its_readme_print_what_it_shows()
    {
        var path = Repository.File("corpus-sample", "README.md");
        var readme = File.ReadAllText(path);
        var shown = Command().Replace(readme, command =>
        {
            var outcome = Shell.Run(command.Groups["sh"].Value, Repository.Root);
            return $"```sh\n{command.Groups["sh"].Value}```\n\n```output\n{outcome.Output}```";
        });
        Assert.Equal(5, Command().Count(readme));
        Golden.Matches(path, shown);
    }

    [Fact]
    public void Its_labels_are_counted_in_its_readme()
    {
        var path = Repository.File("corpus-sample", "README.md");
        var readme = File.ReadAllText(path);
        var labels = MarkdownLayout.Write(new([LabelsByCode(), LabelsByDocument(), WhatWasPlanned()]));
        Golden.Matches(path, Labels().Replace(readme, _ => $"<!-- labels -->\n{labels}<!-- end of labels -->"));
    }

    private static ReportBlock.Table LabelsByCode()
    {
        var codebook = CodebookOption.Read(Repository.File("codebook", "boundary-spanning")).Codebook;
        var labels = Coded.Value.SelectMany(coded => coded.ByHand.Codings.Where(coding => coding.HasEvidence).Select(coding => (coding.Code, Document: coded.Segmented.Document.Id, coding.Segment.Language))).ToLookup(label => label.Code);
        return new(
            [new("code", IsNumber: false), new("labels"), new("documents"), new("en"), new("zh"), new("note", IsNumber: false)],
            [.. codebook.Codes.Select(code => code.Id).Append(Coding.Other).Select(code => (IReadOnlyList<Cell>)
            [
                code, $"{labels[code].Count()}", $"{labels[code].Select(label => label.Document).Distinct().Count()}", $"{labels[code].Count(label => label.Language == "en")}", $"{labels[code].Count(label => label.Language == "zh")}",
                codebook.Find(code) is { Parent: not null } && (labels[code].Count() < FewLabels || labels[code].Select(label => label.Language).Distinct().Count() < 2) ? "few, or in one language" : "",
            ])],
            $"Of {Coded.Value.Sum(coded => coded.Segmented.Segments.Count(segment => segment.Codable))} codable segments. A code with sub-codes: where no sub-code could be told. Language: of the segment.");
    }

    private static ReportBlock.Paragraph WhatWasPlanned()
    {
        var labels = Coded.Value.SelectMany(coded => coded.ByHand.Codings.Where(coding => coding.HasEvidence)).ToList();
        var segments = labels.GroupBy(coding => coding.Segment.Id).ToList();
        var several = segments.Count(segment => segment.Select(coding => coding.Code.Split('.')[0]).Distinct().Count() > 1);
        return new($"{segments.Count} segments have a code (four in ten of all were meant to), {several} of them codes of two mechanisms (25 were planned), {labels.Count(coding => coding.Code == Coding.Other)} has OT (6 were planned). "
            + $"Marked failed are {WithStatus("failed")} labels, blocked {WithStatus("blocked")} (20 together were planned), planned {WithStatus("planned")} (10).");

        int WithStatus(string status) => labels.Count(coding => coding.Status.Contains(status));
    }

    private static ReportBlock.Table LabelsByDocument()
    {
        string[] tops = ["DC", "IP", "PC", "MR"];
        return new(
            [new("document", IsNumber: false), new("codable segments"), new("with a code"), .. tops.Select(top => new Column(top))],
            [.. Coded.Value.Select(coded =>
            {
                var codes = coded.ByHand.Codings.Where(coding => coding.HasEvidence).ToList();
                return (IReadOnlyList<Cell>)
                [
                    coded.Segmented.Document.Id, $"{coded.Segmented.Segments.Count(segment => segment.Codable)}", $"{codes.Select(coding => coding.Segment.Number).Distinct().Count()}",
                    .. tops.Select(top => $"{codes.Count(coding => coding.Code.Split('.')[0] == top)}"),
                ];
            })],
            "Labels by mechanism, with their sub-codes.");
    }

    private static List<CodedDocument> Code()
    {
        Problems problems = new();
        var study = StudyReader.Read(new() { Paths = [Repository.File("corpus-sample")], Codings = [Repository.File("corpus-sample", "codings", "machine-settled.csv"), Repository.File("corpus-sample", "codings", "held-out", "machine-settled.csv")] }, problems);
        var rules = CodebookOption.Read(Repository.File("codebook", "boundary-spanning"));
        var byHand = HandCodings.Read(study, rules.Codebook, problems);
        problems.StopIfAny();
        return [.. Pipeline.Each(study, rules, byHand, new()).Select(outcome => outcome.Coded!)]; // all can be read
    }

    private static IEnumerable<string> ExamplesOf(Codebook codebook) =>
        codebook.Codes.SelectMany(code => code.Typical.Select(example => example.Text).Concat(code.NearMisses.Select(example => example.Text)))
            .Concat(codebook.Rules.SelectMany(rule => rule.Examples.Select(example => example.Text)));

    // Runs of words, whatever stands between them, and of Chinese characters.
    private static IEnumerable<string> RunsOf(string text)
    {
        string[] words = [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];
        for (var i = 0; i + WordsOfAQuotation <= words.Length; i++) yield return string.Join(' ', words.AsSpan(i, WordsOfAQuotation)!);

        StringBuilder characters = new();
        foreach (var character in text.Where(character => character is >= '\u4E00' and <= '\u9FFF')) characters.Append(character);
        for (var i = 0; i + CharactersOfAQuotation <= characters.Length; i++) yield return characters.ToString(i, CharactersOfAQuotation);
    }

    [GeneratedRegex(@"[\p{IsBasicLatin}\p{IsLatin-1Supplement}-[\P{L}]]+(?:['’][a-z]+)?")]
    private static partial Regex Word();

    [GeneratedRegex("<!-- labels -->.*<!-- end of labels -->", RegexOptions.Singleline)]
    private static partial Regex Labels();

    [GeneratedRegex("```sh\n(?<sh>(?:(?!```).*\n)+)```\n\n```output\n(?<output>(?:(?!```).*\n)*)```")]
    private static partial Regex Command();
}
