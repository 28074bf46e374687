using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>One pass over the documents of a reviewed study: what is wrong and what was guessed on the way.</summary>
internal sealed class ReviewPass
{
    private readonly List<Notice> _notices;
    private readonly Problems _problems = new();

    private ReviewPass(ReviewedStudy study) => _notices = [.. study.Study.Notices, .. study.ByHand.Notices];

    /// <summary>What <c>code</c> would say of the same study.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>With documents, and with rows of codings that do not fit them.</summary>
    public Problems Problems => _problems;

    /// <param name="whenCoded">Called with each document that can be read, in order.</param>
    /// <param name="machine">What the machine is; the codebook's rules where it is not said.</param>
    public static ReviewPass Over(ReviewedStudy study, Action<CodedDocument> whenCoded, Machine? machine = null)
    {
        var pass = Begin(study, machine ?? study.Rules, out var documents);
        foreach (var coded in documents) whenCoded(coded);
        return pass;
    }

    /// <summary>The same for those who may stop before the end.</summary>
    /// <param name="documents">Those that can be read, in order; to be gone through once. What is wrong and what was guessed shows on the way.</param>
    public static ReviewPass Begin(ReviewedStudy study, Machine machine, out IEnumerable<CodedDocument> documents)
    {
        ReviewPass pass = new(study);
        documents = pass.Each(study, machine);
        return pass;
    }

    private IEnumerable<CodedDocument> Each(ReviewedStudy study, Machine machine)
    {
        NamedInterviewers named = new(study.Options.Reading.Interviewers);
        foreach (var outcome in study.DocumentsBy(machine))
        {
            _problems.Add(outcome.Problems);
            if (outcome.Coded is not { } coded) continue;

            named.Add(coded.Segmented.Document);
            _notices.AddRange([.. coded.Segmented.Document.Notices, .. coded.Segmented.Notices, .. coded.ByHand.Notices]);
            yield return coded;
        }

        _problems.Add(named.NotFound);
    }

    /// <summary>A file of a review that lies among the documents would be read as one of them.</summary>
    public static void CheckThatItIsNoDocument(ReviewedStudy? study, string? file, string option, Problems problems)
    {
        if (study is null || file is null) return;

        var real = Paths.Real(file);
        if (!study.Study.Documents.Any(document => Paths.Real(document.Path) == real)) return;
        problems.Add(new(file), "this file lies in the study, and is read as a document of it", $"move it into a folder whose name begins with '_', such as _review, and give {option} the new path");
    }
}
