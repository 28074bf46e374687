using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>Counts over some of the segments: all, one document's, one role's.</summary>
/// <param name="value">What they have in common; empty for all, or where the attribute is missing.</param>
internal sealed class Tally(string value, Codebook codebook)
{
    private readonly Dictionary<Code, CodeCount> _codes = codebook.Codes.ToDictionary(code => code, _ => new CodeCount());

    public string Value { get; } = value;

    public int Segments { get; private set; }

    /// <summary>The denominator of every share of segments.</summary>
    public int Codable { get; private set; }

    public WordCount Words { get; private set; }

    /// <summary>Of codable segments: the denominator of every share of words.</summary>
    public WordCount CodableWords { get; private set; }

    /// <summary>Codable segments that people judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Codable segments that have a code.</summary>
    public int Coded { get; private set; }

    public WordCount CodedWords { get; private set; }

    /// <summary>Of a code, those below it included.</summary>
    public CodeCount Of(Code code) => _codes[code];

    /// <param name="given">The codes that count, with all above them.</param>
    /// <param name="byPeople">Whether people gave them, and not the rules.</param>
    public void Add(Segment segment, IReadOnlySet<Code> given, bool byPeople, string document)
    {
        Segments++;
        Words += segment.Words;
        if (!segment.Codable) return;

        Codable++;
        CodableWords += segment.Words;
        if (byPeople) Judged++;
        if (given.Count > 0)
        {
            Coded++;
            CodedWords += segment.Words;
        }

        foreach (var code in given) _codes[code].Add(segment, byPeople, document);
    }
}

/// <summary>How often one code was given.</summary>
internal sealed class CodeCount
{
    private string? _lastDocument;

    public int Segments { get; private set; }

    /// <summary>Of the segments, those to which people gave it.</summary>
    public int ByPeople { get; private set; }

    /// <summary>In how many documents. Documents come one after the other.</summary>
    public int Documents { get; private set; }

    public WordCount Words { get; private set; }

    public void Add(Segment segment, bool byPeople, string document)
    {
        Segments++;
        Words += segment.Words;
        if (byPeople) ByPeople++;
        if (_lastDocument == document) return;
        (_lastDocument, Documents) = (document, Documents + 1);
    }
}
