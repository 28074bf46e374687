using System.Text;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>
/// Renders units to the one text that offsets refer to, the same way for every format: a paragraph a line, cue breaks and
/// wrapped lines healed, neighbouring units of one voice joined into a turn.
/// </summary>
internal sealed class Rendering
{
    private readonly StringBuilder _text = new();
    private readonly List<Turn> _turns = [];
    private readonly List<SourceMap.Piece> _pieces = [];
    private readonly Dictionary<string, Speaker> _speakers;
    private (int Start, Unit First)? _turn;

    private Rendering(IReadOnlyList<Speaker> speakers) => _speakers = speakers.ToDictionary(speaker => speaker.Key, StringComparer.Ordinal);

    /// <param name="units">In reading order.</param>
    /// <param name="speakers">One for every label that the units carry.</param>
    public static (string Text, IReadOnlyList<Turn> Turns, SourceMap Source) Of(IEnumerable<Unit> units, IReadOnlyList<Speaker> speakers)
    {
        var rendering = new Rendering(speakers);
        foreach (var unit in units) rendering.Add(unit);
        rendering.EndTurn();
        return (rendering._text.ToString(), rendering._turns, new(rendering._pieces));
    }

    private void Add(Unit unit)
    {
        var words = unit.Text.AsSpan().Trim();
        if (words.IsEmpty) return;

        var goesOn = _turn is { } turn && IsSameVoice(turn.First, unit) && unit.Joint != Joint.Turn;
        if (goesOn && unit.Joint != Joint.Paragraph) Join(words[0]);
        else if (goesOn && unit.Layer == Layer.Speech) _text.Append('\n');
        else BeginTurn(unit);

        _pieces.Add(new(_text.Length, !goesOn || unit.Joint != Joint.Line, unit.Line, unit.StartTime, unit.EndTime));
        AppendOnOneLine(words);
    }

    private static bool IsSameVoice(Unit left, Unit right) => left.Layer == right.Layer && left.Label == right.Label;

    private void BeginTurn(Unit unit)
    {
        EndTurn();
        if (_text.Length > 0) _text.Append('\n');
        _turn = (_text.Length, unit);
    }

    private void EndTurn()
    {
        if (_turn is not { } turn) return;

        var speaker = turn.First.Label is { } label ? _speakers[label] : null;
        _turns.Add(new(new(turn.Start, _text.Length), turn.First.Layer, speaker));
        _turn = null;
    }

    // Between Chinese characters a break in the line stands for nothing, elsewhere for a blank.
    private void Join(char next)
    {
        if (!Characters.AreSetSolid(_text[^1], next)) _text.Append(' ');
    }

    private void AppendOnOneLine(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAny('\n', '\r'))
        {
            _text.Append(words);
            return;
        }

        var isFirst = true;
        foreach (var range in words.SplitAny('\n', '\r'))
        {
            var line = words[range].Trim();
            if (line.IsEmpty) continue;
            if (!isFirst) Join(line[0]);
            _text.Append(line);
            isFirst = false;
        }
    }
}
