using Spancoder.Codebooks;

namespace Spancoder.Reporting.Sections;

/// <summary>Counts over some of the segments: all, one document's, one role's.</summary>
/// <param name="value">What they have in common; empty for all, or where the attribute is missing.</param>
internal sealed class Tally(string value)
{
    private static readonly CodeCount None = new();

    private readonly Dictionary<Code, CodeCount> _codes = []; // those that were met
    private string? _lastDocument;

    public string Value { get; } = value;

    public int Segments { get; private set; }

    /// <summary>The denominator of every share of segments.</summary>
    public int Codable { get; private set; }

    public double Words { get; private set; }

    /// <summary>Of codable segments: the denominator of every share of words.</summary>
    public double CodableWords { get; private set; }

    /// <summary>Codable segments that people judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Codable segments that have a code.</summary>
    public int Coded { get; private set; }

    /// <summary>Of these, those that people judged.</summary>
    public int CodedByPeople { get; private set; }

    public double CodedWords { get; private set; }

    /// <summary>In how many documents there is a segment of them.</summary>
    public int Documents { get; private set; }

    /// <summary>What several that have no document in common count together.</summary>
    public static Tally Sum(string value, IReadOnlyList<Tally> parts)
    {
        Tally sum = new(value);
        foreach (var part in parts)
        {
            sum.Segments += part.Segments;
            sum.Codable += part.Codable;
            sum.Words += part.Words;
            sum.CodableWords += part.CodableWords;
            sum.Judged += part.Judged;
            sum.Coded += part.Coded;
            sum.CodedWords += part.CodedWords;
            sum.CodedByPeople += part.CodedByPeople;
            sum.Documents += part.Documents;
            foreach (var (code, count) in part._codes) sum.Count(code).Add(count);
        }

        return sum;
    }

    /// <summary>Of a code, those below it included.</summary>
    public CodeCount Of(Code code) => _codes.GetValueOrDefault(code, None);

    /// <param name="document">Documents come one after the other.</param>
    public void Add(CountedSegment counted, string document)
    {
        var segment = counted.Segment;
        if (_lastDocument != document) (_lastDocument, Documents) = (document, Documents + 1);
        Segments++;
        Words += segment.Words;
        if (!segment.Codable) return;

        Codable++;
        CodableWords += segment.Words;
        if (counted.IsJudged) Judged++;
        if (counted.Codes.Count > 0)
        {
            Coded++;
            CodedWords += segment.Words;
            if (counted.IsJudged) CodedByPeople++;
        }

        foreach (var code in counted.Codes) Count(code).Add(counted, document);
    }

    private CodeCount Count(Code code)
    {
        if (!_codes.TryGetValue(code, out var count)) _codes.Add(code, count = new());
        return count;
    }
}

/// <summary>How often one code was given.</summary>
internal sealed class CodeCount
{
    private readonly HashSet<string> _speakers = []; // of the last document
    private string? _lastDocument;

    public int Segments { get; private set; }

    /// <summary>Of the segments, those to which people gave it.</summary>
    public int ByPeople { get; private set; }

    /// <summary>In how many documents.</summary>
    public int Documents { get; private set; }

    /// <summary>By how many voices; those of two documents are two, and segments without a speaker are nobody's.</summary>
    public int Speakers { get; private set; }

    public double Words { get; private set; }

    /// <summary>Adds what was counted in other documents.</summary>
    public void Add(CodeCount others)
    {
        Segments += others.Segments;
        ByPeople += others.ByPeople;
        Documents += others.Documents;
        Speakers += others.Speakers;
        Words += others.Words;
    }

    public void Add(CountedSegment counted, string document)
    {
        Segments++;
        Words += counted.Segment.Words;
        if (counted.IsJudged) ByPeople++;
        if (_lastDocument != document)
        {
            (_lastDocument, Documents) = (document, Documents + 1);
            _speakers.Clear();
        }

        if (counted.Segment.Speaker is { } speaker && _speakers.Add(speaker.Key)) Speakers++;
    }
}

/// <summary>Tallies by the values of one thing.</summary>
internal sealed class Breakdown
{
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>In order of the value.</summary>
    public IReadOnlyCollection<Tally> InOrder => _tallies.Values;

    public Tally Of(string value)
    {
        if (!_tallies.TryGetValue(value, out var tally)) _tallies.Add(value, tally = new(value));
        return tally;
    }
}
