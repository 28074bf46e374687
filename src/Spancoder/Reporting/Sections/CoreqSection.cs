using Spancoder.Codebooks;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>The checklist that journals ask for, filled in as far as a program can know.</summary>
/// <remarks>A. Tong, P. Sainsbury, J. Craig, Consolidated criteria for reporting qualitative research (COREQ): a 32-item checklist, Int. J. for Quality in Health Care 19(6), 349-357, 2007.</remarks>
internal sealed class CoreqSection(RunRecord run, ReportScope scope, Totals totals) : IReportSection
{
    private const string NotProvided = "not provided";

    private static readonly string[] Items =
    [
        "Interviewer or facilitator", "Credentials", "Occupation", "Gender", "Experience and training", "Relationship established", "Participants' knowledge of the interviewer", "Interviewer characteristics",
        "Methodological orientation and theory", "Sampling", "Method of approach", "Sample size", "Non-participation", "Setting of data collection", "Presence of non-participants", "Description of sample",
        "Interview guide", "Repeat interviews", "Audio or visual recording", "Field notes", "Duration", "Data saturation", "Transcripts returned", "Number of data coders", "Description of the coding tree",
        "Derivation of themes", "Software", "Participant checking", "Quotations presented", "Data and findings consistent", "Clarity of major themes", "Clarity of minor themes",
    ];

    private readonly HashSet<Code> _met = [];
    private readonly IReadOnlyList<Code> _tops = scope.TopsOf(run);
    private readonly List<Code> _codes = [.. run.Codes.Where(scope.Has)];
    private int _documents, _withNotes, _withMemos, _lastNew;

    public void Add(CountedDocument document)
    {
        _documents++;
        if (document.Segments.Any(segment => segment.Segment.Layer == Layer.Note)) _withNotes++;
        if (document.Segments.Any(segment => segment.Segment.Layer == Layer.Memo)) _withMemos++;
        foreach (var code in document.Segments.SelectMany(segment => segment.Codes))
        {
            if (_met.Add(code)) _lastNew = _documents;
        }
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        yield return new ReportBlock.Heading(2, "Checklist (COREQ)");
        yield return new ReportBlock.Table(
            [new("item"), new("what it asks for", IsNumber: false) { Key = "asks_for" }, new("what this run can say", IsNumber: false) { Key = "answer" }],
            [.. Items.Select((item, index) => (IReadOnlyList<Cell>)[Cell.Count(index + 1), item, AnswerTo(index + 1)])],
            "The 32 items of COREQ (Tong, Sainsbury and Craig 2007), named in short. Only what follows from the files is filled in: the rest is for whoever did the research to say.")
        {
            Id = "coreq",
        };
    }

    private string AnswerTo(int item) => item switch
    {
        20 => _withNotes == 0 ? "no document has field notes" : $"{Counted.Of(_withNotes, "document")} with notes, which were coded; {_withMemos} with memos, which were not",
        22 => _met.Count == 0 ? "no code was given" : $"in the order of the documents' names the last code met for the first time was met in document {_lastNew} of {_documents}; this shows no saturation, which only whoever collects data can argue",
        24 => Coders(),
        25 => $"{Counted.Of(_codes.Count, "code")}: {string.Join("; ", _tops.Select(Branch))}; definitions in the codebook",
        26 => $"the codes come from {string.Join(" and ", run.Codebooks.Select(book => $"the codebook {book.Id} {book.Version}"))}; whether they were derived from these data or in advance its authors have to say",
        27 => $"spancoder {run.Version}",
        29 => _met.Count == 0 ? "none: no code was given" : "under Quotations and Negative cases, each with its document, its line, and its speaker where there is one",
        30 => "counts and shares can be counted again from the rows of segments.csv and codings.csv; whether findings follow from them is for a reader to judge",
        31 => Given(code => _tops.Contains(code)) + "; which of them are themes is for whoever writes to say",
        32 => Given(code => !_tops.Contains(code)) + "; what speaks against the pattern stands under Negative cases",
        _ => NotProvided,
    };

    private string Coders()
    {
        var people = totals.People.Where(person => person.Value.Judged > 0).ToList();
        var machine = run.HasModel ? "a trained classifier with rules" : "rules";
        if (!scope.HasMachine) return $"{people.Count} ({string.Join(", ", people.Select(person => $"{person.Key}: {Counted.Of(person.Value.Judged, "segment")}"))})";
        return people is [] ? $"no person; one machine coder ({machine})" : $"{people.Count} ({string.Join(", ", people.Select(person => $"{person.Key}: {Counted.Of(person.Value.Judged, "segment")}"))}), and one machine coder ({machine}) for the rest";
    }

    private string Branch(Code top)
    {
        var below = _codes.Count(code => code != top && code.IsWithin(top));
        return below == 0 ? $"{top.Id} {top.Name}" : $"{top.Id} {top.Name} with {Counted.Of(below, "sub-code")}";
    }

    private string Given(Func<Code, bool> isMeant)
    {
        var codes = _codes.Where(isMeant).ToList();
        return codes is [] ? "there are none" : !codes.Exists(_met.Contains) ? $"none of {codes.Count} was given" : $"{codes.Count(_met.Contains)} of {codes.Count} were given: {string.Join(", ", codes.Where(_met.Contains).Select(code => $"{code.Id} ({totals.Whole.Of(code).Segments})"))}";
    }
}
