using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Packets;

/// <summary>A study's documents, read and cut, and coded by nobody.</summary>
internal sealed class StudySegments
{
    private StudySegments(IReadOnlyList<SegmentedDocument> documents, int notices) => (Documents, Notices) = (documents, notices);

    /// <summary>In order of id.</summary>
    public IReadOnlyList<SegmentedDocument> Documents { get; }

    /// <summary>How many things were guessed, skipped or left out.</summary>
    public int Notices { get; }

    /// <param name="problems">Documents that cannot be read, and interviewers whom nobody is named like.</param>
    public static StudySegments Read(Study study, CodingOptions options, Problems problems)
    {
        NamedInterviewers named = new(options.Reading.Interviewers);
        List<SegmentedDocument> documents = [];
        var cut = Ordered.Select(study.Documents, options.Threads, () => new Tokenizer(), (tokenizer, file) => Cut(file, options, tokenizer));
        foreach (var (segmented, wrong) in cut.Telling(study.Documents.Count, options.Progress, one => one.Segmented?.Segments.Count ?? 0))
        {
            problems.Add(wrong);
            if (segmented is null) continue;

            named.Add(segmented.Document);
            documents.Add(segmented);
        }

        problems.Add(named.NotFound);
        return new(documents, study.Notices.Count + documents.Sum(segmented => segmented.Document.Notices.Count + segmented.Notices.Count));
    }

    private static (SegmentedDocument? Segmented, IReadOnlyList<Problem> Problems) Cut(DocumentFile file, CodingOptions options, Tokenizer tokenizer)
    {
        try
        {
            var document = DocumentReader.Read(file, options.Reading);
            var segmented = Segmenter.Split(document, tokenizer.Read(document.Text), options.Unit);
            if (options.Reading.Strict) segmented.StopIfAnyNotice();
            return (segmented, []);
        }
        catch (InputException wrong)
        {
            return (null, wrong.Problems);
        }
    }
}
