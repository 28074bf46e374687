namespace Spancoder.Agreement.Spans;

/// <summary>One coder gave one stretch of one document one code, wherever they saw fit to begin and to end.</summary>
public sealed record CodedSpan
{
    /// <exception cref="ArgumentException">A name is empty, the start is negative, or the end does not come after it: an empty span marks nothing.</exception>
    public CodedSpan(string document, string coder, string code, int start, int end)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        ArgumentException.ThrowIfNullOrEmpty(coder);
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        (Document, Coder, Code, Start, End) = (document, coder, code, start, end);
    }

    public string Document { get; }

    public string Coder { get; }

    public string Code { get; }

    /// <summary>In code points of the document's text, from 0.</summary>
    public int Start { get; }

    /// <summary>Not included.</summary>
    public int End { get; }
}
