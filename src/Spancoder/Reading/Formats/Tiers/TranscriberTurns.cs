using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Tiers;

/// <summary>Units of the turns of a Transcriber file, and what it had to leave out or leave to nobody.</summary>
/// <param name="names">By the speaker's id.</param>
internal sealed class TranscriberTurns(Dictionary<string, string> names)
{
    private readonly List<Unit> _units = [];
    private readonly StringBuilder _words = new();
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private int _nobodys;
    private IReadOnlyList<string> _speakers = []; // of the turn
    private string? _speaker; // of the piece
    private TimeSpan? _start;
    private Joint _joint;

    public IReadOnlyList<Unit> Units => _units;

    public void Add(XElement turn)
    {
        _speakers = [.. Transcriber.ValueOf(turn, "speaker").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(id => names.GetValueOrDefault(id, id))];
        _speaker = _speakers is [var only] ? only : null;
        _start = MediaTime.OfSeconds(Transcriber.ValueOf(turn, "startTime"));
        _joint = Joint.Paragraph;
        var first = _units.Count;
        foreach (var node in turn.Nodes()) Take(node);

        EndPiece();
        SetEnds(first, MediaTime.OfSeconds(Transcriber.ValueOf(turn, "endTime")));
    }

    public void SayWhatWasGuessed(Findings findings)
    {
        const int MostNames = 12;
        if (_nobodys > 0) findings.Say(null, $"{_nobodys} pieces with words are in turns that do not say whose they are, and are given to nobody", "give them their speaker in Transcriber");
        if (_dropped.Count == 0) return;

        var kinds = _dropped.OrderBy(kind => kind.Key, StringComparer.Ordinal).Take(MostNames).Select(kind => $"{kind.Key} {kind.Value}");
        findings.Say(null, $"marks that are not words were left out ({string.Join(", ", kinds)})");
    }

    private void Take(XNode node)
    {
        switch (node)
        {
            case XText text:
                _words.Append(text.Value);
                break;
            case XElement { Name.LocalName: "Sync" } sync:
                EndPiece();
                _start = MediaTime.OfSeconds(Transcriber.ValueOf(sync, "time")) ?? _start;
                break;
            case XElement { Name.LocalName: "Who" } who:
                EndPiece();
                _speaker = SpeakerAt(Transcriber.ValueOf(who, "nb"));
                break;
            case XElement { Name.LocalName: "Event" } noise when Transcriber.ValueOf(noise, "type") is "noise" or "" && Transcriber.ValueOf(noise, "desc") is { Length: > 0 } what:
                _words.Append("\n[").Append(what).Append("]\n"); // a line of its own, as in the file
                break;
            case XElement other:
                _dropped[other.Name.LocalName] = _dropped.GetValueOrDefault(other.Name.LocalName) + 1;
                break;
        }
    }

    // Of those that the turn names, counted from 1. Null where there are not so many.
    private string? SpeakerAt(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _speakers.Count ? _speakers[number - 1] : null;

    private void EndPiece()
    {
        var words = _words.ToString();
        _words.Clear();
        if (string.IsNullOrWhiteSpace(words)) return;

        if (_speaker is null) _nobodys++;
        _units.Add(new() { Layer = Layer.Speech, Label = _speaker, Text = words, Line = _units.Count + 1, StartTime = _start, Joint = _joint });
        _joint = Joint.Cue;
    }

    // A piece goes on until another begins at a later mark, and the last until the end of the turn.
    private void SetEnds(int first, TimeSpan? end)
    {
        var next = end;
        for (var index = _units.Count - 1; index >= first; index--)
        {
            var unit = _units[index];
            _units[index] = unit with { EndTime = next >= unit.StartTime ? next : null };
            if (index > first && _units[index - 1].StartTime != unit.StartTime) next = unit.StartTime;
        }
    }
}
