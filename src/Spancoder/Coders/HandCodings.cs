using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>All that people said of the study's segments, to be looked up document by document.</summary>
internal sealed class HandCodings
{
    private readonly ILookup<string, HandCoding> _byDocument;
    private readonly IReadOnlyList<string> _codes;

    private HandCodings(IReadOnlyList<HandCodingFile> files, IReadOnlyList<string> codes)
    {
        (Files, _codes) = (files, codes);
        _byDocument = files.SelectMany(file => file.Codings).ToLookup(coding => coding.Document);
    }

    public static HandCodings None { get; } = new([], []);

    /// <summary>In order of name.</summary>
    public IReadOnlyList<HandCodingFile> Files { get; }

    /// <summary>About the files; what only a document shows stands in its <see cref="JudgedDocument"/>.</summary>
    public IReadOnlyList<Notice> Notices { get; private init; } = [];

    /// <param name="study">Where the files are, and which documents there are.</param>
    /// <param name="codebook">Which codes there are.</param>
    /// <param name="problems">Everything that is wrong with the files.</param>
    /// <param name="round">Only what was judged in this round; null for all, of which the last one counts.</param>
    public static HandCodings Read(Study study, Codebook codebook, Problems problems, int? round = null)
    {
        List<HandCodingFile> files = [.. study.Codings.Select(file => HandCodingFile.Read(file, codebook, problems, round)).OfType<HandCodingFile>()];
        var documents = study.Documents.Select(document => document.Id).ToHashSet();
        return new(files, [.. codebook.Codes.Select(code => code.Id), .. Coding.Reserved])
        {
            Notices = [.. files.SelectMany(file => file.Notices.Concat(Elsewhere(file, documents)))],
        };
    }

    /// <summary>Whether anybody judged something of a document.</summary>
    public bool AreOf(string document) => _byDocument.Contains(document);

    /// <summary>Finds the segments that were judged. May be called from several threads.</summary>
    public JudgedDocument On(SegmentedDocument segmented)
    {
        var codings = _byDocument[segmented.Document.Id];
        return codings.Any() ? HandPlacement.Of([.. codings], segmented, _codes) : JudgedDocument.Nobody;
    }

    // A run on a part of the study is no mistake.
    private static IEnumerable<Notice> Elsewhere(HandCodingFile file, HashSet<string> documents)
    {
        var lines = file.Codings.Where(coding => !documents.Contains(coding.Document)).Select(coding => coding.Place.Line ?? 0).ToList();
        if (lines is [var first, ..])
        {
            yield return new(new(file.Name, first), lines.Count == file.Codings.Count
                ? "no row of it is about a document of this run"
                : $"documents that are not in this run are judged in {Counted.Of(lines.Count, "row")} of it ({Counted.Places(lines)})");
        }
    }
}
