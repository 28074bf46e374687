using System.Globalization;
using Spancoder.Codebooks;

namespace Spancoder.Reporting;

/// <summary>The report of a run: how often each code was given, where, together with what, and on what ground.</summary>
internal sealed class FrequencyReport
{
    private readonly Tallies _tallies;
    private readonly RunFacts _facts;
    private readonly List<ReportBlock> _blocks = [];
    private readonly IReadOnlyList<Code> _tops;

    private FrequencyReport(Tallies tallies, RunFacts facts)
    {
        (_tallies, _facts) = (tallies, facts);
        _tops = [.. tallies.Codebook.Codes.Where(code => code.Parent is null)];
    }

    public static Report Of(Tallies tallies, RunFacts facts)
    {
        var report = new FrequencyReport(tallies, facts);
        report.AddSummary();
        report.AddModel();
        report.AddFrequencies();
        report._blocks.AddRange(CorrectedBlocks.Of(tallies.Sample, tallies.Codebook, facts.Model is { HasLearned: true } model ? model.Facts.WhyNotCorrected : null));
        report.AddBreakdowns();
        report.AddCoOccurrence();
        report.AddQuotations();
        report.AddRules();
        report.AddReading();
        report.AddMaking();
        return new(report._blocks);
    }

    private void AddSummary()
    {
        var whole = _tallies.Whole;
        Add(1, "Coding report");
        Say($"{Count(_tallies.Documents.Count, "document")}, cut into {Count(whole.Segments, "segment")}, of which {Number(whole.Codable)} can be coded "
            + "(not interviewers, memos, headings, events and back-channels). "
            + $"{MachineInWords(whole.Judged > 0)} of {CodebooksInWords} gave a code to {Number(whole.Coded)} of them, "
            + $"{Share(whole.Coded, whole.Codable)}, which hold {Share(whole.CodedWords.InWords, whole.CodableWords.InWords)} of the words.");
        if (whole.Judged > 0)
        {
            var people = _tallies.People.Where(person => person.Value.Judged > 0).Select(person => $"{person.Key} {Number(person.Value.Judged)}");
            Say($"People judged {Count(whole.Judged, "segment")} ({string.Join(", ", people)}): there all tables count what they say, whatever {TheMachine} say{(_tallies.Machine.Classifier is null ? "" : "s")}, and where they differ, each code that any of them gave. "
                + $"The other codable segments, {Number(whole.Codable - whole.Judged)}, count by {TheMachine}.");
        }

        Say(_tallies.Machine.Classifier is null
            ? "Codes given by rules show where certain words stand. They are a first sorting, not a finding: read the passages."
            : "What a machine codes is a first sorting, not a finding: see how good it is, and read the passages.");
        if (_facts.ProblemsOf(_tallies) is { Count: > 0 } problems)
        {
            Add(2, "What could not be read or found");
            _blocks.Add(new ReportBlock.Bullets(problems));
        }

        if (_tallies.Notices.Count > 0)
        {
            Add(2, "What was guessed, skipped or left out");
            _blocks.Add(new ReportBlock.Bullets([.. _tallies.Notices.Select(notice => (notice with { Place = _facts.Named(notice.Place) }).ToString())]));
        }
    }

    private void AddModel()
    {
        if (_facts.Model is not { } model) return;

        Add(2, "How good the machine is");
        _blocks.AddRange(ModelBlocks.Of(model, [.. _tallies.Documents.Select(document => document.Facts.Hash)]));
    }

    private void AddFrequencies()
    {
        var whole = _tallies.Whole;
        Add(2, "Frequencies");
        Column[] columns =
        [
            new("code", IsNumber: false), new("name", IsNumber: false), new("segments"), new("of codable"), new("documents"), new("words"), new("of words"),
            .. whole.Judged > 0 ? [new("by people")] : Array.Empty<Column>(),
        ];
        var rows = _tallies.Codebook.Codes.Select(code =>
        {
            var count = whole.Of(code);
            return (IReadOnlyList<Cell>)
            [
                code.Id, code.Name.ToString(), Number(count.Segments), Share(count.Segments, whole.Codable), Number(count.Documents),
                Words(count.Words.InWords), Share(count.Words.InWords, whole.CodableWords.InWords),
                .. whole.Judged > 0 ? [Number(count.ByPeople)] : Array.Empty<string>(),
            ];
        });
        _blocks.Add(new ReportBlock.Table(columns, [.. rows],
            $"Of {Count(whole.Codable, "codable segment")} with {Words(whole.CodableWords.InWords)} words, in {Count(_tallies.Documents.Count, "document")}. "
            + "A code's figures include its sub-codes, and a segment may have several codes. A Chinese character counts as half a word."
            + (whole.Judged > 0 ? $" By people: of the segments, those to which people gave the code, of the {Number(whole.Judged)} that they judged; {TheMachine} gave it to the others." : "")));
    }

    private void AddBreakdowns()
    {
        AddBreakdown("By document", "document", [.. _tallies.Documents.Select(document => document.Counts)]);
        AddBreakdown("By layer", "layer", _tallies.ByLayer.InOrder);
        AddBreakdown("By speaker's role", "role", _tallies.ByRole.InOrder);
        AddBreakdown("By language", "language", _tallies.ByLanguage.InOrder);
        foreach (var name in _tallies.AttributeNames.Where(_tallies.ByAttribute.ContainsKey))
        {
            AddBreakdown($"By attribute: {name}", name, _tallies.ByAttribute[name].InOrder);
        }
    }

    private void AddBreakdown(string title, string what, IReadOnlyCollection<Tally> tallies)
    {
        Add(2, title);
        Column[] columns = [new(what, IsNumber: false), new("segments"), new("codable"), new("coded"), .. _tops.SelectMany(code => new Column[] { new(code.Id), new("%") })];
        var rows = tallies.Select(tally => (IReadOnlyList<Cell>)
        [
            tally.Value.Length > 0 ? tally.Value : "(not given)", Number(tally.Segments), Number(tally.Codable), Number(tally.Coded),
            .. _tops.SelectMany(code => new[] { Number(tally.Of(code).Segments), Share(tally.Of(code).Segments, tally.Codable) }),
        ]);
        _blocks.Add(new ReportBlock.Table(columns, [.. rows], "Counts are of segments; each % is of the codable segments in its row, and n/a where there are none."));
    }

    private void AddCoOccurrence()
    {
        Add(2, "Together in one segment");
        Column[] columns = [new("code", IsNumber: false), .. _tops.Select(code => new Column(code.Id))];
        var rows = _tops.Select(first => (IReadOnlyList<Cell>)
        [
            first.Id,
            .. _tops.Select(second => Number(first == second ? _tallies.Whole.Of(first).Segments : _tallies.Together(first.Id, second.Id))),
        ]);
        _blocks.Add(new ReportBlock.Table(columns, [.. rows],
            $"Counts of segments, among {Count(_tallies.Whole.Codable, "codable segment")}. On the diagonal: all segments with that code."));
    }

    private void AddQuotations()
    {
        Add(2, "Quotations");
        Say($"Of each code at most {Quotations.Most}: those with the most points{(_tallies.Machine.Classifier is null ? "" : " or the highest probability")} first, one from a document, earlier ones first. In bold the passage on which the "
            + $"code rests; above it what leads up to it, memos left out; below it where it stands and {(_tallies.Machine.Classifier is null ? "which rules spoke for it" : "what spoke for it")}.");
        foreach (var code in _tallies.Codebook.Codes)
        {
            if (_tallies.QuotationsOf(code.Id) is not { Count: > 0 } quotations) continue;

            Add(3, $"{code.Id} {code.Name}");
            foreach (var quotation in quotations) _blocks.Add(QuoteOf(quotation));
        }

        var without = _tallies.Codebook.Codes.Where(code => _tallies.QuotationsOf(code.Id).Count == 0).Select(code => code.Id).ToList();
        if (without.Count > 0) Say($"Never given by {(_tallies.Machine.Classifier is null ? "a rule of their own" : TheMachine)}: {string.Join(", ", without)}.");
    }

    private void AddRules()
    {
        Add(2, "What each rule did");
        _blocks.AddRange(RuleTable.Of(_tallies.Rules));
    }

    private static ReportBlock.Quote QuoteOf(Quotation quotation)
    {
        var speaker = quotation.Speaker.Length > 0 ? $", {quotation.Speaker}" : "";
        return new($"{quotation.Segment}, line {Number(quotation.Line)}{speaker}", quotation.Before, quotation.Quote, quotation.Reason);
    }

    private void AddReading()
    {
        Add(2, "What was read");
        Column[] columns =
        [
            new("document", IsNumber: false), new("format", IsNumber: false), new("layout", IsNumber: false), new("encoding", IsNumber: false), new("line ends", IsNumber: false),
            new("language", IsNumber: false), new("segments"), new("words"), new("speakers", IsNumber: false),
        ];
        var rows = _tallies.Documents.Select(document => (IReadOnlyList<Cell>)
        [
            document.Id, document.Facts.Format, document.Facts.Layout, document.Facts.Encoding, document.Facts.Newline, document.Facts.Language,
            Number(document.Counts.Segments), Words(document.Counts.Words.InWords),
            string.Join(", ", document.Speakers.Select(speaker => speaker.Role == Role.Interviewer ? $"{speaker.Key} (interviewer)" : speaker.Key)),
        ]);
        _blocks.Add(new ReportBlock.Table(columns, [.. rows], $"All {Count(_tallies.Documents.Count, "document")} that were coded, with all their segments, codable or not."));
    }

    private void AddMaking()
    {
        Add(2, "How this was made");
        _blocks.Add(new ReportBlock.Bullets(
        [
            $"spancoder {_facts.Version}, unit of coding: {_facts.Options.Unit.ToString().ToLowerInvariant()}",
            _facts.Options.Reading.Interviewers is [] ? "interviewers: as their labels say" : $"interviewers: as their labels say, and {string.Join(", ", _facts.Options.Reading.Interviewers)}",
            .. _tallies.Codebook.Parts.Select(book => $"codebook: {book.Id} {book.Version}, {Count(book.Codes.Count, "code")}, {Count(book.Rules.Count, "rule")}, SHA-256 {book.Hash}"),
            .. _tallies.ByHand.Files is [] ? [] : new[] { $"people: {PeopleInWords()}" },
            .. _tallies.ByHand.Samples.Select(sample => $"sample: {_facts.Named(new(sample.Name)).File}, {Count(sample.Rows.Count, "segment")}, SHA-256 {sample.Hash}"),
            "what every file was, with its hash, stands in run.json; every place where a rule was found, in hits.jsonl",
        ]));
    }

    private string CodebooksInWords => (_tallies.Codebook.Parts.Count == 1 ? "the codebook " : "the codebooks ")
        + string.Join(" and ", _tallies.Codebook.Parts.Select(book => $"\"{book.Title}\" (version {book.Version})"));

    private string TheMachine => _tallies.Machine.Classifier is null ? "the rules" : "the model";

    private string MachineInWords(bool withPeople) => _tallies.Machine.Classifier is null
        ? withPeople ? "People and the rules" : "The rules"
        : withPeople ? "People, and a model that learned the codes" : "A model that learned the codes";

    private string PeopleInWords() => _tallies.People.Count == 0
        ? "nobody judged a segment of these documents"
        : string.Join("; ", _tallies.People.Select(person => $"{person.Key}, {Count(person.Value.Judged, "segment")}{(person.Value.Unsure > 0 ? $", unsure in {Number(person.Value.Unsure)} more" : "")}"));

    private void Add(int level, string heading) => _blocks.Add(new ReportBlock.Heading(level, heading));

    private void Say(string text) => _blocks.Add(new ReportBlock.Paragraph(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Words(double words) => words.ToString("0", CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{Number(number)} {what}s";

    private static string Share(double part, double whole) => whole > 0 ? (part / whole).ToString("0.0%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : "n/a";
}
