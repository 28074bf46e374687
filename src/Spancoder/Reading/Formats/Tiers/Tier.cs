using Spancoder.Text;

namespace Spancoder.Reading.Formats.Tiers;

/// <summary>One stretch of a tier.</summary>
/// <param name="Line">In the original; null where the format counts annotations, in reading order.</param>
internal sealed record Annotation(string Text, int? Line, TimeSpan? Start, TimeSpan? End);

/// <summary>What a linguist's program writes below one name: a speaker's words, or an analysis of them.</summary>
/// <param name="Annotations">Those that are not empty, in the order of the file.</param>
internal sealed record Tier(string Name, IReadOnlyList<Annotation> Annotations)
{
    private const int MostNames = 12; // in one notice
    private const int LongestWord = 4; // Chinese characters; more of them are more than a word

    /// <summary>Most of it has letters. A tier of numbers holds measurements.</summary>
    public bool HasWords => Annotations.Count(annotation => annotation.Text.Any(char.IsLetter)) * 2 > Annotations.Count;

    /// <summary>The speech of all tiers by start, what starts at once in the order of the tiers.</summary>
    public static Content.Pieces InReadingOrder(IReadOnlyList<Tier> tiers)
    {
        var joint = JointOf(tiers);
        var units = tiers.SelectMany(WithStarts).OrderBy(one => one.Start).Select((one, index) => new Unit
        {
            Layer = Layer.Speech,
            Label = one.Tier.Name,
            Text = one.Annotation.Text,
            Line = one.Annotation.Line ?? index + 1,
            StartTime = one.Annotation.Start,
            EndTime = one.Annotation.End,
            Joint = joint,
        });
        return new([.. units], "tiers");
    }

    /// <summary>Says which tiers were not taken for speech, each with the reason.</summary>
    public static void SayLeftOut(IReadOnlyList<(Tier Tier, string Reason)> leftOut, Findings findings, string? mend = null)
    {
        if (leftOut is []) return;

        var names = leftOut.Take(MostNames).Select(one => $"'{one.Tier.Name}' ({one.Reason}, {one.Tier.Annotations.Count})");
        var more = leftOut.Count > MostNames ? $" and {leftOut.Count - MostNames} more" : "";
        findings.Say(null, $"not taken for speech, and left out, with their number of annotations: {string.Join(", ", names)}{more}", mend);
    }

    /// <summary>Two tiers of one name are not one speaker: the second becomes "name (2)".</summary>
    public static IReadOnlyList<Tier> WithOwnNames(IEnumerable<Tier> tiers, Findings findings)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<Tier> named = [];
        List<string> second = [];
        foreach (var (index, tier) in tiers.Index())
        {
            var name = tier.Name.Trim() is { Length: > 0 } own ? own : $"tier {index + 1}";
            while ((counts[name] = counts.GetValueOrDefault(name) + 1) > 1) second.Add(name = $"{name} ({counts[name]})");
            named.Add(tier with { Name = name });
        }

        if (second is not [])
        {
            var names = string.Join(", ", second.Take(MostNames).Select(name => $"'{name}'"));
            findings.Say(null, $"{second.Count} tiers have the name of another, and are called {names} here", "give each speaker one tier");
        }

        return named;
    }

    // What has no time stays behind the annotation that it follows.
    private static IEnumerable<(Tier Tier, Annotation Annotation, TimeSpan Start)> WithStarts(Tier tier)
    {
        var last = TimeSpan.Zero;
        foreach (var annotation in tier.Annotations) yield return (tier, annotation, last = annotation.Start ?? last);
    }

    // With full stops, sentences show themselves, and single words make one only together: then annotations go on in one paragraph.
    // Without, the annotator's cut is all that shows where something ends.
    private static Joint JointOf(IReadOnlyList<Tier> tiers)
    {
        var (all, ended, words) = (0, 0, 0);
        foreach (var text in tiers.SelectMany(tier => tier.Annotations).Select(annotation => annotation.Text.Trim()))
        {
            all++;
            if (text is [.., '.' or '?' or '!' or '…' or '。' or '？' or '！']) ended++;
            if (!text.Any(char.IsWhiteSpace) && text.Count(c => Characters.KindOf(c) == CharacterKind.Han) <= LongestWord) words++;
        }

        return ended * 10 >= all || words * 2 > all ? Joint.Cue : Joint.Paragraph;
    }
}
