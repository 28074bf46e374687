using System.Text.RegularExpressions;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Layouts;

/// <summary>Walks through the blocks of a labelled transcript with the current speaker in mind.</summary>
/// <param name="labels">This file's.</param>
/// <param name="isOneSided">Paragraphs without a label have no speaker.</param>
/// <param name="stampsInParentheses">A time in parentheses at the end of a paragraph says when it began.</param>
internal sealed partial class LabelledTurns(Labels labels, bool isOneSided, bool stampsInParentheses)
{
    private const int LongestTitle = 100; // characters

    private readonly List<Unit> _units = [];
    private string? _current;
    private TimeSpan? _time;
    private TimeSpan? _lastStamp;
    private bool _hasBegun;
    private bool _awaitsWords;

    /// <summary>Who speaks without a label where only one side has them. Null where nobody said.</summary>
    public string? UnlabelledSpeaker { get; init; }

    /// <summary>Paragraphs without a label that were given to the speaker before them.</summary>
    public List<(int Line, string Label)> Continued { get; } = [];

    /// <summary>Lines that begin with what looks like a label.</summary>
    public List<int> Doubtful { get; } = [];

    public List<Unit> Read(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.IsMemo) AddAll(block, Layer.Memo);
            else if (block.Kind != BlockKind.Heading && labels.TryRead(block.Lines[0].Text, out _)) AddSpeech(block);
            else if (IsStamp(block, out var time)) _time = time;
            else if (block.Kind == BlockKind.Heading || IsHeading(block)) AddAll(block, Layer.Heading);
            else if (block.Lines is [{ Text.Length: <= LongestTitle } note] && WholeNote().IsMatch(note.Text)) AddAll(block, Layer.Event);
            else if (TranscribersNote().IsMatch(block.Lines[0].Text)) AddAll(block, Layer.Event);
            else AddSpeech(block);
        }

        return _units;
    }

    private void AddAll(Block block, Layer layer)
    {
        foreach (var (index, line) in block.Lines.Index()) Add(line, line.Text, layer, label: null, index > 0 ? Joint.Line : Joint.Paragraph);
    }

    private void AddSpeech(Block block)
    {
        var first = _units.Count;
        foreach (var (index, line) in block.Lines.Index())
        {
            if (labels.TryRead(line.Text, out var label)) first = Begin(line, label);
            else Continue(line, isFirst: index == 0, isDoubtful: _hasBegun && labels.IsDoubtful(line.Text));
        }

        TakeEndStamp(first);
    }

    private int Begin(Line line, Label label)
    {
        (_current, _hasBegun) = (label.Key, true);
        _time = label.Time ?? _time;
        var words = line.Text[label.WordsStart..];
        _awaitsWords = string.IsNullOrWhiteSpace(words);
        Add(line, words, Layer.Speech, _current, Joint.Paragraph);
        return _units.Count - 1;
    }

    private void Continue(Line line, bool isFirst, bool isDoubtful)
    {
        var stamp = LeadingStamp().Match(line.Text);
        if (!stamp.Success && labels.HaveBareStampsBefore) stamp = LeadingBareStamp().Match(line.Text);
        if (stamp.Success) _time = Stamp.Parse(stamp.Groups["stamp"].Value);
        var words = line.Text[stamp.Length..];
        if (_hasBegun && (isFirst || isDoubtful)) SettleSpeaker(line, isDoubtful);
        Add(line, words, _hasBegun ? Layer.Speech : Layer.Note, _current, isFirst || isDoubtful ? Joint.Paragraph : Joint.Line);
    }

    private void SettleSpeaker(Line line, bool isDoubtful)
    {
        if (isDoubtful)
        {
            Doubtful.Add(line.Number);
            _current = null;
        }
        else if (isOneSided && !_awaitsWords)
        {
            _current = UnlabelledSpeaker;
        }
        else if (_current is not null && !_awaitsWords)
        {
            Continued.Add((line.Number, _current));
        }

        _awaitsWords = false;
    }

    private void Add(Line line, string text, Layer layer, string? label, Joint joint)
    {
        var time = layer == Layer.Speech && !string.IsNullOrWhiteSpace(text) ? _time : null;
        if (time is not null) _time = null;
        _units.Add(new() { Layer = layer, Label = label, Text = text, Line = line.Number, StartTime = time, Joint = joint });
    }

    // "... #00:01:02-5#" is pressed when a paragraph ends, and so begins the next; "... (0:59)" says when its own began.
    private void TakeEndStamp(int first)
    {
        var last = _units[^1];
        if (last.Text.AsSpan().TrimEnd() is not [.., ')' or '）' or '#' or ']' or '}']) return;

        var stamp = EndStamp().Match(last.Text);
        if (!stamp.Success || stamp.Groups["parenthesis"].Success && !stampsInParentheses || Stamp.Parse(stamp.Groups["stamp"].Value) is not { } time) return;

        _units[^1] = last with { Text = last.Text[..stamp.Index] };
        var unit = _units[first];
        _units[first] = stamp.Groups["parenthesis"].Success
            ? unit with { StartTime = unit.StartTime ?? time }
            : unit with { StartTime = unit.StartTime ?? _lastStamp, EndTime = time };
        _lastStamp = time;
    }

    // "[00:01:15]" on a line of its own, or as a heading
    private static bool IsStamp(Block block, out TimeSpan? time)
    {
        var stamp = block.Lines is [{ Text.Length: <= LongestTitle } only] ? OnlyStamp().Match(only.Text) : Match.Empty;
        time = stamp.Success ? Stamp.Parse(stamp.Groups["stamp"].Value) : null;
        return time is not null && (block.Kind == BlockKind.Heading || !stamp.Groups["bare"].Success);
    }

    // Part 2, 第三部分, Teil A; a title, before anybody speaks; capitals with a gap above
    private bool IsHeading(Block block) =>
        block.Lines is [{ Text.Length: <= LongestTitle } only]
        && (PartName().IsMatch(only.Text) || !_hasBegun && Title().IsMatch(only.Text) || block.IsAfterGap && Capitals().IsMatch(only.Text));

    [GeneratedRegex(@"^\s*(?:part|section|teil|partie|parte)\s+[\dIVXA-D]{1,4}\b.{0,60}$|^\s*第.{1,3}(?:部分|节|段)(?:[:： ].{0,30})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartName();

    // At most eight words and no mark of a sentence.
    [GeneratedRegex(@"^\s*[\p{L}\p{N}\p{M}'’()\-–—_,/#&]+(?:\s+[\p{L}\p{N}\p{M}'’()\-–—_,/#&]+){0,7}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*\p{Lu}{2,}(?:[\s\d\-–—&]+\p{Lu}{2,}){1,7}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|（[^（）]{1,40}）|【[^【】]{1,40}】)\s*$")]
    private static partial Regex WholeNote();

    [GeneratedRegex(@"^\s*(?:note|transcriber['’]?s note|anmerkung|注|说明|备注)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TranscribersNote();

    // Meeting programs write "00:01:15 {#00:01:15}".
    [GeneratedRegex($@"^\s*(?:{Stamp.Bracketed}|(?<bare>)(?<stamp>{Stamp.Pattern})\s*(?:\{{#[\d:.]+\}})?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyStamp();

    [GeneratedRegex($@"^\s*(?<stamp>{Stamp.Pattern})(?=\s)\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingBareStamp();

    [GeneratedRegex($@"^\s*{Stamp.Bracketed}\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingStamp();

    [GeneratedRegex($@"\s*(?:(?<parenthesis>[(（])\s*(?<stamp>{Stamp.Pattern})\s*[)）]|\#\s*(?<stamp>{Stamp.Pattern})\s*\#|\[\s*(?<stamp>{Stamp.Pattern})\s*\]|\{{\s*(?<stamp>{Stamp.Pattern})\s*\}})\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EndStamp();
}
