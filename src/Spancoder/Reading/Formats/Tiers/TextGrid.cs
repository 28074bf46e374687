using System.Globalization;
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

    /// <summary>
    /// The values in a text file of Praat: numbers, texts in quotation marks and flags in angle brackets, each free-standing. All else
    /// ("xmin =", "intervals [1]:") is there for the reader's eye, so that the long form and the short one are the same values.
    /// </summary>
    private sealed class PraatValues(string text, Findings findings)
    {
        private int _position;
        private int _line = 1;

        /// <summary>On which the last value begins, 1-based.</summary>
        public int Line { get; private set; } = 1;

        public string NextText() => Next() is { Kind: Kind.Text } found ? found.Text : Refuse("something else where a text in quotation marks belongs");

        /// <returns>As it is written: its 17 digits are rounded once.</returns>
        public string NextNumber() => Next() is { Kind: Kind.Number } found ? found.Text : Refuse("something else where a number belongs");

        public int NextCount()
        {
            var number = NextNumber();
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) Refuse("something else where a count belongs");
            return count;
        }

        /// <returns>Whether what it is about exists.</returns>
        public bool NextFlag() => (Next() is { Kind: Kind.Flag } found ? found.Text : Refuse("something else where <exists> belongs")) == "<exists>";

        public void StopUnlessAtEnd()
        {
            if (Next().Kind != Kind.End) Refuse("more than the number of tiers or intervals says");
        }

        public string Refuse(string what)
        {
            var isCut = _position >= text.Length;
            findings.Refuse(Line, isCut ? "it ends here, in the middle of a tier" : $"there is {what}", isCut ? "save it again from Praat" : "mend this line, or save it again from Praat");
            return "";
        }

        private (Kind Kind, string Text) Next()
        {
            while (_position < text.Length)
            {
                Line = _line;
                var c = text[_position];
                if (c == '"') return (Kind.Text, TakeQuoted());
                if (c == '!') SkipTo('\n');
                else if (!char.IsWhiteSpace(c) && TakeWord() is var word && KindOf(word) is { } kind) return (kind, word);
                else if (char.IsWhiteSpace(c)) Skip();
            }

            Line = _line;
            return (Kind.End, "");
        }

        private static Kind? KindOf(string word) => word switch
        {
            ['<', .., '>'] => Kind.Flag,
            [>= '0' and <= '9', ..] or ['-' or '+', >= '0' and <= '9', ..] => Kind.Number,
            _ => null,
        };

        private void Skip()
        {
            if (text[_position++] == '\n') _line++;
        }

        private void SkipTo(char stop)
        {
            var length = text.AsSpan(_position).IndexOf(stop);
            _position = length < 0 ? text.Length : _position + length;
        }

        private string TakeWord()
        {
            var start = _position;
            while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && text[_position] != '"') _position++;
            return text[start.._position];
        }

        // A quotation mark inside is doubled. A text may have several lines.
        private string TakeQuoted()
        {
            var start = ++_position;
            while (true)
            {
                SkipTo('"');
                if (_position >= text.Length) findings.Refuse(Line, "a text in quotation marks begins here and does not end", "close it, or save the file again from Praat");
                if (_position + 1 >= text.Length || text[_position + 1] != '"') break;
                _position += 2;
            }

            var quoted = text[start.._position++];
            _line += quoted.AsSpan().Count('\n');
            return quoted.Replace("\"\"", "\"", StringComparison.Ordinal);
        }

        private enum Kind
        {
            Number,
            Text,
            Flag,
            End,
        }
    }
}
