using System.Buffers;
using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>The stretches of one document in which a rule looks, and how far it is from one place in it to another. What nobody asks for is not made.</summary>
internal sealed class Stretches
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(";；….");

    private readonly SegmentedDocument _document;
    private readonly ReadOnlyMemory<Token> _tokens;
    private readonly Dictionary<DistanceUnit, IReadOnlyList<TextSpan>> _made = [];
    private CodePoints? _points;
    private int[]? _halfWords;
    private Segment? _lastSegment;

    public Stretches(SegmentedDocument document, ReadOnlyMemory<Token> tokens) => (_document, _tokens) = (document, tokens);

    /// <summary>The stretches in which something of this distance lies whole, in order of the text.</summary>
    public IReadOnlyList<TextSpan> Of(DistanceUnit unit)
    {
        if (_made.TryGetValue(unit, out var made)) return made;
        return _made[unit] = unit switch
        {
            DistanceUnit.Words or DistanceUnit.Characters => [.. _document.Sentences.SelectMany(ClausesOf)],
            DistanceUnit.Sentence => _document.Sentences,
            DistanceUnit.Paragraph => [.. _document.Document.Turns.SelectMany(turn => turn.Span.Lines(_document.Document.Text))],
            DistanceUnit.Segment => [.. _document.Segments.Select(segment => segment.Span)],
            DistanceUnit.Turn => [.. _document.Document.Turns.Select(turn => turn.Span)],
            DistanceUnit.Document => [new(0, _document.Document.Text.Length)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The stretch that holds a position; null in the blanks between them.</summary>
    public TextSpan? At(DistanceUnit unit, int position) => TextSpan.IndexAt(Of(unit), position) is var index and >= 0 ? Of(unit)[index] : null;

    /// <summary>The segment that holds a position; null in the blanks between them. Quick where it is asked in order of the text.</summary>
    public Segment? SegmentAt(int position)
    {
        if (_lastSegment is { } last && position >= last.Span.Start && position < last.Span.End) return last;
        return _lastSegment = _document.SegmentAt(position);
    }

    /// <summary>How much of the text has begun before a position, in the unit of the distance: half words, or characters. 0 for a distance that is not counted.</summary>
    public int Begun(DistanceUnit unit, int position) => unit switch
    {
        DistanceUnit.Words => HalfWords[FirstToken(position)],
        DistanceUnit.Characters => (_points ??= new(_document.Document.Text)).At(position),
        _ => 0,
    };

    /// <summary>How much has ended at a position. A word in the middle of which an expression finds something stands on neither side of it.</summary>
    /// <remarks>What stands between two places is what has ended at the second, less what has begun before the first.</remarks>
    public int Ended(DistanceUnit unit, int position)
    {
        if (unit != DistanceUnit.Words) return Begun(unit, position);

        var index = FirstToken(position);
        return HalfWords[index > 0 && _tokens.Span[index - 1].End > position ? index - 1 : index];
    }

    /// <summary>The most that may stand between two neighbours, as <see cref="Begun"/> and <see cref="Ended"/> count.</summary>
    public static int Most(Distance distance) => distance.Unit switch
    {
        DistanceUnit.Words => distance.Count * 2,
        DistanceUnit.Characters => distance.Count,
        _ => int.MaxValue,
    };

    /// <summary>The index of the first token that starts at a position or after it.</summary>
    public int FirstToken(int position) => Sorted.FirstFrom(_tokens.Span, static token => token.Start, position);

    // By token: what stands before it. One more than there are tokens.
    private int[] HalfWords => _halfWords ??= CountHalfWords();

    private int[] CountHalfWords()
    {
        var tokens = _tokens.Span;
        var before = new int[tokens.Length + 1];
        for (var index = 0; index < tokens.Length; index++) before[index + 1] = before[index] + (tokens[index].IsHan ? 1 : 2);
        return before;
    }

    private List<TextSpan> ClausesOf(TextSpan sentence)
    {
        List<TextSpan> clauses = [];
        var words = sentence.In(_document.Document.Text);
        var start = 0;
        while (EndOfClause(words, start) is { } end)
        {
            clauses.Add(new(sentence.Start + start, sentence.Start + end));
            start = end;
        }

        if (start < words.Length) clauses.Add(new(sentence.Start + start, sentence.End));
        return clauses;
    }

    // After a semicolon or an ellipsis, three points included.
    private static int? EndOfClause(ReadOnlySpan<char> words, int start)
    {
        while (words[start..].IndexOfAny(ClauseEnds) is var offset and >= 0)
        {
            var mark = start + offset;
            if (words[mark] != '.') return mark + 1;
            if (words[mark..].StartsWith("...")) return mark + 3;
            start = mark + 1;
        }

        return null;
    }
}
