using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting.Sections;

namespace Spancoder.Reporting.Results;

/// <summary>What has to be said of a run besides its codings: what was wrong, and what was guessed.</summary>
/// <param name="notices">Known before it began.</param>
internal sealed class RunLog(IEnumerable<Notice> notices)
{
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _mistakes = [];
    private readonly List<Notice> _notices = [.. notices];
    private readonly List<DocumentEntry> _documents = [];

    /// <summary>Those that were coded, in order of id.</summary>
    public IReadOnlyList<DocumentEntry> Documents => _documents;

    /// <summary>Of documents.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Of the command line, as far as only the documents show them.</summary>
    public IReadOnlyList<Problem> Mistakes => _mistakes;

    public IReadOnlyList<Notice> Notices => _notices;

    public void Add(CodedDocument coded, CountedDocument counted)
    {
        var document = coded.Segmented.Document;
        _documents.Add(new(document.Id, document.Facts, counted.Segments.Count, counted.Codable.Count(), counted.Codable.Count(segment => segment.Codes.Count > 0)));
        _notices.AddRange(document.Notices);
        _notices.AddRange(coded.Segmented.Notices);
        _notices.AddRange(coded.ByHand.Notices);
    }

    public void Add(IReadOnlyList<Problem> problems) => _problems.AddRange(problems);

    public void AddMistakes(IReadOnlyList<Problem> mistakes) => _mistakes.AddRange(mistakes);
}

/// <param name="Segments">How many.</param>
/// <param name="Codable">Of these.</param>
/// <param name="Coded">Of these again.</param>
internal sealed record DocumentEntry(string Id, SourceFacts Facts, int Segments, int Codable, int Coded);
