namespace Spancoder.Text;

/// <summary>A stretch of one document's text: from <see cref="Start"/> up to, not including, <see cref="End"/>.</summary>
/// <remarks>Counted in UTF-16 code units of the text as rendered, so it can slice that text and nothing else.</remarks>
public readonly record struct TextSpan
{
    /// <exception cref="ArgumentOutOfRangeException">Start is negative, or End comes before it.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        (Start, End) = (start, end);
    }

    public int Start { get; }

    public int End { get; }

    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The stretches between line feeds, in order.</summary>
    public IEnumerable<TextSpan> Lines(string text)
    {
        var start = Start;
        while (text.IndexOf('\n', start, End - start) is var end and >= 0)
        {
            yield return new(start, end);
            start = end + 1;
        }

        yield return new(start, End);
    }

    /// <inheritdoc cref="Sorted.IndexAt"/>
    public static int IndexAt(IReadOnlyList<TextSpan> spans, int position) => Sorted.IndexAt(spans, static span => span, position);
}
