using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>All that people said of the study's segments, to be looked up document by document.</summary>
internal sealed class HandCodings
{
    private readonly ILookup<string, HandCoding> _byDocument;
    private readonly ILookup<string, HandCoding> _drawn;
    private readonly IReadOnlyList<string> _codes;

    private HandCodings(IReadOnlyList<HandCodingFile> files, IReadOnlyList<SampleFile> samples, IReadOnlyList<string> codes)
    {
        (Files, Samples, _codes) = (files, samples, codes);
        _drawn = samples.SelectMany(sample => sample.Rows).ToLookup(row => row.Document);
        _byDocument = files.SelectMany(file => file.Codings).ToLookup(coding => coding.Document);
    }

    public static HandCodings None { get; } = new([], [], []);

    /// <summary>In order of name.</summary>
    public IReadOnlyList<HandCodingFile> Files { get; }

    /// <summary>Which segments were drawn by chance, as far as the codings do not say so themselves; as they were named.</summary>
    public IReadOnlyList<SampleFile> Samples { get; }

    /// <summary>About the files; what only a document shows stands in its <see cref="JudgedDocument"/>.</summary>
    public IReadOnlyList<Notice> Notices { get; private init; } = [];

    /// <param name="study">Where the files are, and which documents there are.</param>
    /// <param name="codebook">Which codes there are.</param>
    /// <param name="problems">Everything that is wrong with the files.</param>
    /// <param name="round">Only what was judged in this round; null for all, of which the last one counts.</param>
    /// <param name="samples">Lists that say which segments were drawn by chance; null for none.</param>
    public static HandCodings Read(Study study, Codebook codebook, Problems problems, int? round = null, IReadOnlyList<string>? samples = null)
    {
        List<SampleFile> lists = [.. (samples ?? []).Distinct().Select(file => SampleFile.Read(file, codebook, problems)).OfType<SampleFile>()];
        List<HandCodingFile> files = [.. study.Codings.Select(file => HandCodingFile.Read(file, codebook, problems, round)).OfType<HandCodingFile>()];
        var documents = study.Documents.Select(document => document.Id).ToHashSet();
        return new(files, lists, [.. codebook.Codes.Select(code => code.Id), .. Coding.Reserved])
        {
            Notices = [
                .. files.SelectMany(file => file.Notices.Concat(Elsewhere(file.Name, file.Codings, "judged in ", documents))),
                .. lists.SelectMany(list => Elsewhere(list.Name, list.Rows, "listed in ", documents)),
            ],
        };
    }

    /// <summary>Whether anybody judged something of a document.</summary>
    public bool AreOf(string document) => _byDocument.Contains(document);

    /// <summary>Finds the segments that were judged. May be called from several threads.</summary>
    public JudgedDocument On(SegmentedDocument segmented)
    {
        var codings = _byDocument[segmented.Document.Id];
        if (!codings.Any()) return JudgedDocument.Nobody;

        var judged = HandPlacement.Of([.. codings], segmented, _codes);
        return _drawn.Contains(segmented.Document.Id) ? WithDraws(judged, segmented) : judged;
    }

    private JudgedDocument WithDraws(JudgedDocument judged, SegmentedDocument segmented)
    {
        var (placed, problems) = HandPlacement.PlacesOf([.. _drawn[segmented.Document.Id]], segmented);
        var draws = placed.GroupBy(row => row.Segment.Number).ToDictionary(rows => rows.Key, rows => Draw.Of(rows.Select(row => row.Row.Draw)));
        return new([.. judged.Codings.Select(coding => coding with { Draw = Draw.Of([coding.Draw, draws.GetValueOrDefault(coding.Segment.Number)]) })])
        {
            Problems = judged.Problems,
            Notices = [.. judged.Notices, .. problems.Select(problem => new Notice(problem.Place, problem.What, problem.Mend))],
        };
    }

    // A run on a part of the study is no mistake.
    private static IEnumerable<Notice> Elsewhere(string file, IReadOnlyList<HandCoding> rows, string are, HashSet<string> documents)
    {
        var lines = rows.Where(coding => !documents.Contains(coding.Document)).Select(coding => coding.Place.Line ?? 0).ToList();
        if (lines is [var first, ..])
        {
            yield return new(new(file, first), lines.Count == rows.Count
                ? "no row of it is about a document of this run"
                : $"documents that are not in this run are {are}{Counted.Of(lines.Count, "row")} of it ({Counted.Places(lines)})");
        }
    }
}
