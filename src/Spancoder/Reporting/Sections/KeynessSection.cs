using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>What the talk of each mechanism is distinctive for.</summary>
internal sealed class KeynessSection : IReportSection
{
    private const int Most = 10;
    private const int Fewest = 5;
    private const int FewestDocuments = 2;
    private const double LeastLikelihood = 10.83; // chi-squared with one degree of freedom, p = 0.001

    private readonly IReadOnlyList<Code> _tops;
    private readonly WordCounts _words;

    public KeynessSection(RunRecord run, ReportScope scope)
    {
        _tops = scope.TopsOf(run);
        _words = new(_tops);
    }

    public void Add(CountedDocument document) => _words.Add(document);

    public IEnumerable<ReportBlock> Blocks()
    {
        var rows = _tops.Index().SelectMany(top => RowsOf(top.Index, isHan: false).Concat(RowsOf(top.Index, isHan: true))).ToList();
        yield return new ReportBlock.Heading(2, "Words that mark a mechanism");
        if (rows is []) yield return new ReportBlock.Paragraph($"No word stands {Fewest} times in {FewestDocuments} documents where a mechanism was given, and is so much rarer elsewhere that its log-likelihood reaches {LeastLikelihood.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
        else yield return TableOf(rows);
        if (_words.IsFull) yield return new ReportBlock.Paragraph($"Only the first {WordCounts.MostWords} different words were counted: what is first met after them is not in the table.");
    }

    private static ReportBlock.Table TableOf(List<IReadOnlyList<Cell>> rows) => new(
        [
            new("code", IsNumber: false), new("word", IsNumber: false), new("there"), new("per 10,000") { Key = "there_per_10000" }, new("documents"), new("elsewhere"), new("per 10,000") { Key = "elsewhere_per_10000" },
            new("log-likelihood") { Key = "log_likelihood" }, new("log ratio") { Key = "log_ratio" },
        ],
        rows,
        $"There: in codable segments that have the code; elsewhere: in all others. Of each code at most {Most} words, and {Most} pairs of Chinese characters that stand beside each other, since no blanks part Chinese words; per 10,000: of words, or of such pairs. "
        + $"Only what stands there at least {Fewest} times, in at least {FewestDocuments} documents. In order of the log-likelihood (Dunning 1993; Rayson and Garside 2000), from {LeastLikelihood.ToString(System.Globalization.CultureInfo.InvariantCulture)} on; words of one document lean on each other, so it is an order and no test. "
        + "Log ratio (Hardie 2014): 1 is twice as often, 2 four times; a count of none is taken as one half. Words that a rule looks for mark its code because it does.")
    {
        Id = "keyness",
    };

    private IEnumerable<IReadOnlyList<Cell>> RowsOf(int top, bool isHan)
    {
        var (there, all) = _words.SizeOf(top, isHan);
        return _words.KeyTo(top, isHan, Fewest, FewestDocuments).TakeWhile(word => word.Keyness.LogLikelihood >= LeastLikelihood).Take(Most).Select(word => (IReadOnlyList<Cell>)
        [
            _tops[top].Id, word.Word, Cell.Count(word.Keyness.There), Rate(word.Keyness.There, there), Cell.Count(word.Documents), Cell.Count(word.Keyness.Elsewhere), Rate(word.Keyness.Elsewhere, all - there),
            Cell.Number(word.Keyness.LogLikelihood, "0.0"), Cell.Number(word.Keyness.LogRatio, "0.00"),
        ]);
    }

    private static Cell Rate(int count, long of) => Cell.Number(10_000.0 * count / of, "0.0");
}
