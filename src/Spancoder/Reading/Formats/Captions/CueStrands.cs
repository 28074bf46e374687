using System.Text.RegularExpressions;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>How a strand of a cue names its voice.</summary>
internal enum Voicing
{
    /// <summary>By a tag or a label.</summary>
    Named,

    /// <summary>It is another voice than before, by a dash or a tag without a name, and nobody says whose.</summary>
    Unnamed,

    /// <summary>Not at all: whose it is depends on the cues around it.</summary>
    Unmarked,

    /// <summary>It looks like a name, and is no label of the file.</summary>
    Doubtful,

    /// <summary>It is no voice: <c>[music]</c>.</summary>
    Event,
}

/// <summary>One voice's words in one cue.</summary>
/// <param name="Label">Of <see cref="Voicing.Named"/>; else null.</param>
internal sealed record Strand(Cue Cue, Voicing Voicing, string? Label, string Text);

/// <summary>Parts the words of cues by the voices that tags, labels and dashes mark.</summary>
internal static partial class CueStrands
{
    /// <returns>In order; a cue without words has none.</returns>
    public static IReadOnlyList<Strand> Of(IReadOnlyList<Cue> cues, Findings findings)
    {
        var pieces = cues.SelectMany(cue => cue.Pieces).ToList();
        IReadOnlyList<string>[] untagged = [.. pieces.Where(piece => piece.Voice is null).Select(LinesOf)];
        string[] tags = [.. pieces.Select(piece => piece.Voice).Where(voice => voice is { Length: > 0 }).OfType<string>().Distinct(LabelComparer.Instance)];
        var labels = CueLabels.Find(untagged, tags, findings);
        return [.. cues.SelectMany(cue => cue.Pieces.SelectMany(piece => StrandsOf(cue, piece, labels)))];
    }

    /// <summary>Whether a text is nothing but something that happens: <c>[music]</c>, <c>(applause)</c>, <c>♪</c>.</summary>
    public static bool IsEvent(string text) => Happening().IsMatch(text.Trim().ReplaceLineEndings(" "));

    /// <summary>The lines of a cue without the marks of a change of voice: <c>-</c> before a blank, any dash where several lines have one, <c>&gt;&gt;</c>.</summary>
    public static IEnumerable<(string Words, bool IsMarked)> MarkedLines(IReadOnlyList<string> lines)
    {
        var isDialogue = lines.Count(line => Dash().IsMatch(line)) > 1;
        return lines.Select(line =>
        {
            var mark = (isDialogue ? Dash() : LoneMark()).Match(line);
            return (line[mark.Length..], mark.Success);
        });
    }

    private static List<Strand> StrandsOf(Cue cue, Voiced piece, CueLabels labels) => piece.Voice switch
    {
        null => ByLabels(cue, LinesOf(piece), labels),
        "" => [Unlabelled(cue, Voicing.Unnamed, piece.Text)],
        var name => [new(cue, Voicing.Named, name, piece.Text)],
    };

    private static List<Strand> ByLabels(Cue cue, IReadOnlyList<string> lines, CueLabels labels)
    {
        if (labels.TryReadAbove(lines, out var above)) return [new(cue, Voicing.Named, above, string.Join('\n', lines.Skip(1)))];

        List<(Voicing Voicing, string? Label, List<string> Lines)> parts = [];
        foreach (var (line, isMarked) in MarkedLines(lines))
        {
            if (labels.TryRead(line, out var label, out var words)) parts.Add((Voicing.Named, label, [words]));
            else if (isMarked) parts.Add((Voicing.Unnamed, null, [line]));
            else if (parts is []) parts.Add((labels.IsDoubtful(line) ? Voicing.Doubtful : Voicing.Unmarked, null, [line]));
            else parts[^1].Lines.Add(line);
        }

        return [.. parts.Select(part => (part.Voicing, part.Label, Text: string.Join('\n', part.Lines)))
            .Select(part => part.Label is { } name ? new(cue, Voicing.Named, name, part.Text) : Unlabelled(cue, part.Voicing, part.Text))];
    }

    private static Strand Unlabelled(Cue cue, Voicing voicing, string text) => new(cue, IsEvent(text) ? Voicing.Event : voicing, null, text);

    private static IReadOnlyList<string> LinesOf(Voiced piece) => piece.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^(?:[-‐–—]\s*(?![-‐–—0-9]|\s)|>>+\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(?:[-‐]\s+(?![-‐–—]|\s)|>>+\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex LoneMark();

    [GeneratedRegex(@"^(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|（[^（）]{1,40}）|【[^【】]{1,40}】|\*[^*]{1,60}\*|[♩♪♫♬🎵🎶\s]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Happening();
}
