using System.Xml;
using System.Xml.Linq;
using Spancoder.Reading.Formats.Common;

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

        TranscriberTurns turns = new(NamesOf(root));
        foreach (var turn in root.Descendants("Turn")) turns.Add(turn);
        turns.SayWhatWasGuessed(findings);
        return new Content.Pieces(turns.Units, "tiers");
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

    /// <summary>Empty where there is no such attribute.</summary>
    public static string ValueOf(XElement element, string name) => element.Attribute(name)?.Value.Trim() ?? "";
}
