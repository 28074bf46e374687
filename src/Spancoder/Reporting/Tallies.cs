using Spancoder.Codebooks;
using Spancoder.Coders;

namespace Spancoder.Reporting;

/// <summary>Counts what the report says, document by document, so that no document has to be kept.</summary>
internal sealed class Tallies
{
    private static readonly HashSet<Code> None = [];

    private readonly Study _study;
    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _mistakes = [];
    private readonly List<Notice> _notices = [];
    private readonly List<DocumentTally> _documents = [];
    private readonly Dictionary<string, Quotations> _quotations = [];
    private readonly Dictionary<(string First, string Second), int> _together = [];
    private readonly SortedDictionary<string, (int Judged, int Unsure)> _people = new(StringComparer.Ordinal);

    public Tallies(Study study, Machine machine, HandCodings byHand)
    {
        var codebook = machine.Codebook;
        (_study, Machine, Codebook, ByHand) = (study, machine, codebook, byHand);
        (Whole, Rules, Sample) = (new("", codebook), new(codebook), new(codebook));
        foreach (var code in codebook.Codes) _quotations.Add(code.Id, new());
        _notices.AddRange(study.Notices);
        _notices.AddRange(byHand.Notices);
    }

    /// <summary>Who coded what people did not.</summary>
    public Machine Machine { get; }

    public Codebook Codebook { get; }

    public HandCodings ByHand { get; }

    /// <summary>In order of name: how many segments a person judged, and in how many others they could not tell.</summary>
    public IReadOnlyDictionary<string, (int Judged, int Unsure)> People => _people;

    public RuleTallies Rules { get; }

    /// <summary>What a random sample that people judged says of the machine.</summary>
    public SampleTally Sample { get; }

    public IReadOnlyList<string> AttributeNames => _study.AttributeNames;

    /// <summary>Over all documents that were coded.</summary>
    public Tally Whole { get; }

    public IReadOnlyList<DocumentTally> Documents => _documents;

    /// <summary>Of documents.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Of the command line, as far as only the documents show them.</summary>
    public IReadOnlyList<Problem> Mistakes => _mistakes;

    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>By value; in order of the value.</summary>
    public Breakdown ByLayer { get; } = new();

    public Breakdown ByRole { get; } = new();

    public Breakdown ByLanguage { get; } = new();

    /// <summary>By attribute, then value.</summary>
    public Dictionary<string, Breakdown> ByAttribute { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Quotation> QuotationsOf(string code) => _quotations[code].InOrder;

    /// <summary>Segments that have both codes, rolled up to the top.</summary>
    public int Together(string first, string second) => _together.GetValueOrDefault((first, second));

    public void Add(IReadOnlyList<Problem> problems) => _problems.AddRange(problems);

    public void AddMistakes(IReadOnlyList<Problem> mistakes) => _mistakes.AddRange(mistakes);

    public void Add(CodedDocument coded)
    {
        var document = coded.Segmented.Document;
        var ofDocument = new Tally(document.Id, Codebook);
        var codes = coded.Codings.Where(coding => coding.Code != Coding.Nothing).ToLookup(coding => coding.Segment.Number, coding => coding.Code);
        Dictionary<int, IReadOnlySet<Code>> judged = [];
        foreach (var segment in coded.Segmented.Segments)
        {
            var byPeople = coded.ByHand.CodesOf(segment);
            var given = CodesOf(byPeople ?? codes[segment.Number]);
            if (byPeople is not null) judged.Add(segment.Number, given);
            foreach (var tally in TalliesFor(segment, document, ofDocument)) tally.Add(segment, given, byPeople is not null, document.Id);
            Count(given);
            CountPeople(coded.ByHand.Of(segment));
        }

        foreach (var coding in coded.Codings.Where(coding => coding.Code != Coding.Nothing && !IsRejected(coding)))
        {
            _quotations[coding.Code].Offer(coding, coded.Segmented);
        }

        Rules.Add(coded, judged);
        Sample.Add(CodedResults.Of(coded));

        _documents.Add(new(document.Id, document.Facts, document.Speakers, ofDocument));
        _notices.AddRange(document.Notices);
        _notices.AddRange(coded.Segmented.Notices);
        _notices.AddRange(coded.ByHand.Notices);

        // People who judged the segment do not say what the rules say.
        bool IsRejected(Coding coding) => judged.TryGetValue(coding.Segment.Number, out var given) && !given.Any(code => code.Id == coding.Code);
    }

    // A code counts for all above it, and each once.
    private HashSet<Code> CodesOf(IEnumerable<string> ids)
    {
        if (!ids.Any()) return None; // most segments

        HashSet<Code> given = [];
        foreach (var id in ids)
        {
            for (var code = Codebook.Find(id); code is not null; code = code.Parent) given.Add(code);
        }

        return given;
    }

    private IEnumerable<Tally> TalliesFor(Segment segment, Reading.Document document, Tally ofDocument)
    {
        yield return Whole;
        yield return ofDocument;
        yield return ByLayer.Of(Names.Of(segment.Layer), Codebook);
        yield return ByRole.Of(segment.Speaker is { } speaker ? Names.Of(speaker.Role) : "no speaker", Codebook);
        yield return ByLanguage.Of(segment.Language, Codebook);
        foreach (var name in _study.AttributeNames)
        {
            if (!ByAttribute.TryGetValue(name, out var breakdown)) ByAttribute.Add(name, breakdown = new());
            yield return breakdown.Of(document.Metadata.GetValueOrDefault(name, ""), Codebook);
        }
    }

    private void CountPeople(IEnumerable<Judgement> judgements)
    {
        foreach (var judgement in judgements)
        {
            var (judged, unsure) = _people.GetValueOrDefault(judgement.Coder);
            _people[judgement.Coder] = judgement.Codes is null ? (judged, unsure + 1) : (judged + 1, unsure);
        }
    }

    private void Count(HashSet<Code> given)
    {
        if (given.Count < 2) return;

        var tops = given.Where(code => code.Parent is null).Select(code => code.Id).Order(StringComparer.Ordinal).ToList();
        foreach (var first in tops)
        {
            foreach (var second in tops.Where(second => second != first))
            {
                _together[(first, second)] = Together(first, second) + 1;
            }
        }
    }
}

/// <param name="Counts">Over this document alone.</param>
internal sealed record DocumentTally(string Id, Reading.SourceFacts Facts, IReadOnlyList<Speaker> Speakers, Tally Counts);

/// <summary>Tallies by the values of one thing.</summary>
internal sealed class Breakdown
{
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>In order of the value.</summary>
    public IReadOnlyCollection<Tally> InOrder => _tallies.Values;

    public Tally Of(string value, Codebook codebook)
    {
        if (!_tallies.TryGetValue(value, out var tally)) _tallies.Add(value, tally = new(value, codebook));
        return tally;
    }
}
