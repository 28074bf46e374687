using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Tiers;

/// <summary>Praat's TextGrid, long and short: interval tiers are speakers, and what is marked at a point is no speech.</summary>
internal sealed class TextGrid : IFormat
{
    // Of forced alignment: the sounds of the words that stand on another tier.
    private static readonly string[] Sounds = ["phones", "phone", "phonemes", "phoneme", "segments", "syllables", "syllable", "MAU", "KAN-MAU"];

    // What programs write into an interval in which nobody speaks.
    private static readonly string[] Silences = ["#", "sil", "<sil>", "sp", "silent", "silence", "<p:>"];

    public string Name => "textgrid";

    public IReadOnlyList<string> Extensions => [".textgrid"];

    public bool Recognises(FileContent file) => file.Head.TrimStart() is var head
        && (head.StartsWith("File type", StringComparison.OrdinalIgnoreCase) || head.StartsWith("\"ooTextFile"))
        && head[..Math.Min(head.Length, 60)].Contains("ooTextFile", StringComparison.Ordinal);

    public Content Read(FileContent file, Findings findings)
    {
        PraatValues values = new(file.Text, findings);
        var (type, kind) = (values.NextText(), values.NextText());
        if (!type.StartsWith("ooTextFile", StringComparison.Ordinal) || !kind.StartsWith("TextGrid", StringComparison.Ordinal))
        {
            findings.Refuse(1, "it is not a TextGrid of Praat", "save the TextGrid from Praat, with 'Save as text file'");
        }

        values.NextNumber(); // where the recording begins and ends
        values.NextNumber();
        List<PraatTier> tiers = []; // no room is made for what is only announced
        for (var left = values.NextFlag() ? values.NextCount() : 0; left > 0; left--) tiers.Add(ReadTier(values));
        values.StopUnlessAtEnd();
        return Tier.InReadingOrder(SpeechOf(tiers, findings));
    }

    private static PraatTier ReadTier(PraatValues values)
    {
        var kind = values.NextText();
        var isIntervals = kind == "IntervalTier";
        if (!isIntervals && kind != "TextTier") values.Refuse("a tier that is neither an IntervalTier nor a TextTier");

        var name = values.NextText();
        values.NextNumber();
        values.NextNumber();
        return ReadMarks(values, name, isIntervals);
    }

    private static PraatTier ReadMarks(PraatValues values, string name, bool isIntervals)
    {
        var (silent, backwards) = (0, 0);
        List<Annotation> annotations = [];
        for (var left = values.NextCount(); left > 0; left--)
        {
            var start = values.NextNumber();
            var end = isIntervals ? values.NextNumber() : start;
            var text = values.NextText();
            if (string.IsNullOrWhiteSpace(text)) continue;

            if (Silences.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                silent++;
                continue;
            }

            var isOrdered = MediaTime.OfSeconds(start) <= MediaTime.OfSeconds(end);
            if (!isOrdered) backwards++;
            annotations.Add(new(text, values.Line, MediaTime.OfSeconds(start), isOrdered ? MediaTime.OfSeconds(end) : null));
        }

        return new(new(name, annotations), isIntervals, silent, backwards);
    }

    private static List<Tier> SpeechOf(List<PraatTier> tiers, Findings findings)
    {
        var named = tiers.Zip(Tier.WithOwnNames(tiers.Select(tier => tier.Tier), findings), (tier, own) => tier with { Tier = own }).ToList();
        var speech = named.Where(IsSpeech).ToList();
        if (speech is []) findings.Refuse(null, "no interval tier in it holds words", "see in Praat whether it is the right file");

        var silent = speech.Sum(tier => tier.Silent);
        if (silent > 0) findings.Say(null, $"{silent} intervals say only that nobody speaks ('sil', '#' and the like), and were left out");

        var backwards = speech.Sum(tier => tier.Backwards);
        if (backwards > 0) findings.Say(null, $"{backwards} intervals have no end that can be true: it is missing there");

        Tier.SayLeftOut([.. named.Except(speech).Where(tier => tier.Tier.Annotations.Count > 0).Select(tier => (tier.Tier, tier switch
        {
            { IsIntervals: false } => "points",
            { Tier.HasWords: false } => "numbers or signs",
            _ => "sounds",
        }))], findings);
        return [.. speech.Select(tier => tier.Tier)];
    }

    private static bool IsSpeech(PraatTier tier) => tier is { IsIntervals: true, Tier.HasWords: true } && !IsOfSounds(tier.Tier.Name);

    // "phones", and "Anna - phones" where a file has several speakers.
    private static bool IsOfSounds(string name) => Sounds.Contains(name[(name.LastIndexOf(" - ", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..], StringComparer.OrdinalIgnoreCase);

    /// <param name="Silent">How many intervals only say that nobody speaks.</param>
    /// <param name="Backwards">How many end before they start, or have times that no recording has.</param>
    private sealed record PraatTier(Tier Tier, bool IsIntervals, int Silent, int Backwards);
}
