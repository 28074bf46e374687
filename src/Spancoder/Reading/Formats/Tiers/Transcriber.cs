using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Tiers;

/// <summary>Transcriber's .trs: turns with one or more speakers, cut by marks of time. A turn of several says at each piece whose it is.</summary>
internal sealed class Transcriber : IFormat
{
    private const string Root = "Trans";

    public string Name => "transcriber";

    public IReadOnlyList<string> Extensions => [".trs"];

    public bool Recognises(FileContent file) => XmlFile.RootOf(file.Head) == Root;

    public Content Read(FileContent file, Findings findings)
    {
        // Every such file names the document type of the program's own folder; it is passed over unread.
        var root = XmlFile.Read(file, findings, Root, "Transcriber", DtdProcessing.Ignore);
        foreach (var name in new[] { "scribe", "audio_filename", "version_date" })
        {
            if (root.Attribute(name)?.Value is { Length: > 0 } value) findings.AddFact(name.Replace('_', ' '), value);
        }

        TurnReader reader = new(NamesOf(root));
        foreach (var turn in root.Descendants("Turn")) reader.Add(turn);
        reader.SayWhatWasGuessed(findings);
        return new Content.Pieces(reader.Units, "tiers");
    }

    // By id. Two people may have one name, and stay two.
    private static Dictionary<string, string> NamesOf(XElement root)
    {
        var speakers = root.Elements("Speakers").Elements("Speaker").Select(speaker => (Id: ValueOf(speaker, "id"), Name: ValueOf(speaker, "name"))).Where(speaker => speaker.Id.Length > 0).ToList();
        var shared = speakers.CountBy(speaker => speaker.Name).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet();
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var (id, name) in speakers) names[id] = name.Length == 0 ? id : shared.Contains(name) ? $"{name} ({id})" : name;
        return names;
    }

    private static string ValueOf(XElement element, string name) => element.Attribute(name)?.Value.Trim() ?? "";

    private sealed class TurnReader(Dictionary<string, string> names)
    {
        private readonly List<Unit> _units = [];
        private readonly StringBuilder _words = new();
        private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
        private int _nobodys;
        private Joint _joint;

        public IReadOnlyList<Unit> Units => _units;

        public void Add(XElement turn)
        {
            string[] speakers = [.. ValueOf(turn, "speaker").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(id => names.GetValueOrDefault(id, id))];
            var speaker = speakers is [var only] ? only : null;
            var start = MediaTime.OfSeconds(ValueOf(turn, "startTime"));
            var first = _units.Count;
            _joint = Joint.Paragraph;
            foreach (var node in turn.Nodes())
            {
                switch (node)
                {
                    case XText text:
                        _words.Append(text.Value);
                        break;
                    case XElement { Name.LocalName: "Sync" } sync:
                        EndPiece(speaker, start);
                        start = MediaTime.OfSeconds(ValueOf(sync, "time")) ?? start;
                        break;
                    case XElement { Name.LocalName: "Who" } who:
                        EndPiece(speaker, start);
                        var isKnown = int.TryParse(ValueOf(who, "nb"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= speakers.Length;
                        speaker = isKnown ? speakers[number - 1] : null;
                        break;
                    case XElement { Name.LocalName: "Event" } noise when ValueOf(noise, "type") is "noise" or "" && ValueOf(noise, "desc") is { Length: > 0 } what:
                        _words.Append("\n[").Append(what).Append("]\n"); // a line of its own, as in the file
                        break;
                    case XElement other:
                        _dropped[other.Name.LocalName] = _dropped.GetValueOrDefault(other.Name.LocalName) + 1;
                        break;
                }
            }

            EndPiece(speaker, start);
            SetEnds(first, MediaTime.OfSeconds(ValueOf(turn, "endTime")));
        }

        public void SayWhatWasGuessed(Findings findings)
        {
            const int MostNames = 12;
            if (_nobodys > 0) findings.Say(null, $"{_nobodys} pieces with words are in turns that do not say whose they are, and are given to nobody", "give them their speaker in Transcriber");
            if (_dropped.Count == 0) return;

            var kinds = _dropped.OrderBy(kind => kind.Key, StringComparer.Ordinal).Take(MostNames).Select(kind => $"{kind.Key} {kind.Value}");
            findings.Say(null, $"marks that are not words were left out ({string.Join(", ", kinds)})");
        }

        private void EndPiece(string? speaker, TimeSpan? start)
        {
            var words = _words.ToString();
            _words.Clear();
            if (string.IsNullOrWhiteSpace(words)) return;

            if (speaker is null) _nobodys++;
            _units.Add(new() { Layer = Layer.Speech, Label = speaker, Text = words, Line = _units.Count + 1, StartTime = start, Joint = _joint });
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
}
