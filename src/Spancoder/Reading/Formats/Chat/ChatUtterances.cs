using System.Text.RegularExpressions;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Chat;

/// <summary>Makes units of a CHAT file's entries, and remembers what it had to leave out.</summary>
internal sealed partial class ChatUtterances
{
    private readonly Dictionary<string, int> _dependent = new(StringComparer.OrdinalIgnoreCase);
    private readonly Sightings _leftOut = new();
    private readonly Sightings _strays = new();
    private readonly Sightings _backwards = new();

    /// <summary>A "gem" that has a name begins a part of the recording.</summary>
    public static bool IsHeading(ChatEntry entry) => entry.Is("G") || entry.Is("Bg");

    public IReadOnlyList<Unit> UnitsOf(ChatEntry entry)
    {
        switch (entry.Mark)
        {
            case '%':
                _dependent[entry.Key] = _dependent.GetValueOrDefault(entry.Key) + 1;
                _leftOut.Add(entry.Line);
                return [];
            case '@':
                return IsHeading(entry) ? LinesOf(entry, Layer.Heading, null) : [];
            case '*':
                return LinesOf(entry, Layer.Speech, entry.Key);
            default:
                _strays.Add(entry.Line);
                return LinesOf(entry, Layer.Speech, null);
        }
    }

    public void SayWhatWasGuessed(Findings findings)
    {
        const int MostNames = 12;
        if (_leftOut.Any)
        {
            var names = _dependent.OrderByDescending(tier => tier.Value).ThenBy(tier => tier.Key, StringComparer.Ordinal).Take(MostNames).Select(tier => $"%{Shorten(tier.Key)} {tier.Value}");
            findings.Say(_leftOut.First, $"{_leftOut.Count} dependent tiers are analysis and not speech, and were left out ({string.Join(", ", names)})");
        }

        if (_strays.Any)
        {
            findings.Say(_strays.First, $"{_strays.Count} lines begin with none of '@', '*CODE:', '%' and a tab, so nobody can say whose words they hold",
                "begin each with its speaker's code, or with a tab if it goes on");
        }

        if (_backwards.Any) findings.Say(_backwards.First, $"{_backwards.Count} utterances have a time that no recording has or that ends before it starts, and it was left out");
    }

    // What follows '%' on a damaged line is no tier's name, and may be somebody's words.
    private static string Shorten(string key) => key.Length <= 10 && key.All(char.IsLetterOrDigit) ? key : "?";

    private List<Unit> LinesOf(ChatEntry entry, Layer layer, string? label)
    {
        List<Unit> units = [];
        List<(TimeSpan? Start, TimeSpan? End)> times = [];
        foreach (var line in entry.Words)
        {
            var text = TakeBullets(line.Text, times);
            if (string.IsNullOrWhiteSpace(text)) continue;
            units.Add(new() { Layer = layer, Label = label, Text = text, Line = line.Number, Joint = units is [] ? Joint.Cue : Joint.Line });
        }

        if (times is []) return units;

        // The bullet closes the utterance, and is true of the whole of it.
        var (start, end) = (times[0].Start, times[^1].End);
        if (start <= end) return [.. units.Select(unit => unit with { StartTime = start, EndTime = end })];

        _backwards.Add(entry.Line);
        return units;
    }

    private static string TakeBullets(string text, List<(TimeSpan? Start, TimeSpan? End)> times)
    {
        if (!text.Contains('\u0015', StringComparison.Ordinal)) return text;

        var rest = Bullet().Replace(text, match =>
        {
            if (match.Groups["start"].Success) times.Add((MediaTime.OfMilliseconds(match.Groups["start"].ValueSpan), MediaTime.OfMilliseconds(match.Groups["end"].ValueSpan)));
            return "";
        });
        return rest.Replace("\u0015", "", StringComparison.Ordinal); // what is no link keeps its words
    }

    // 0_1500, in old files %snd:"file"_0_1500, and links to pictures and texts
    [GeneratedRegex(""" ?\u0015(?:(?:%[a-z]{3}:"[^"\u0015]*"_?)?(?<start>\d{1,15})_(?<end>\d{1,15})-?|%[a-z]{3}:"[^"\u0015]*")\u0015""")]
    private static partial Regex Bullet();
}
