namespace Spancoder.Reading.Formats.Captions;

/// <summary>
/// Captions that roll: the last line of a cue, or what there is of it, is shown again at the top of the next. Read as they stand, such a file says
/// everything twice.
/// </summary>
internal static class RollingCaptions
{
    private const int Fewest = 5; // cues; two that say "Yes." do not roll
    private const int MostLines = 4;

    /// <returns>The same cues; where the file rolls, without what they repeat of the cue before.</returns>
    public static IReadOnlyList<Cue> Unroll(IReadOnlyList<Cue> cues, Findings findings)
    {
        Cue[] worded = [.. cues.Where(cue => cue.Pieces is [{ Voice: null }])];
        Dictionary<int, int> repeated = [];
        for (var index = 1; index < worded.Length; index++)
        {
            if (Repeated(worded[index - 1].Pieces[0].Text, worded[index].Pieces[0].Text) is > 0 and var length) repeated[worded[index].Number] = length;
        }

        if (repeated.Count < Fewest || repeated.Count * 2 < worded.Length) return cues;

        findings.Say(repeated.Keys.Min(), $"its captions roll: {repeated.Count} cues begin with words of the cue before, which were left out");
        return [.. cues.Select(cue => repeated.TryGetValue(cue.Number, out var length) ? cue with { Pieces = Without(cue.Pieces[0], length) } : cue)];
    }

    // How many characters at the head of a cue are the last lines of the one before it; the longest such stretch.
    private static int Repeated(string before, string text)
    {
        var lines = before.Split('\n');
        for (var first = Math.Max(0, lines.Length - MostLines); first < lines.Length; first++)
        {
            var tail = string.Join('\n', lines[first..]);
            if (text.StartsWith(tail, StringComparison.Ordinal) && (text.Length == tail.Length || !char.IsLetterOrDigit(text[tail.Length]) || !char.IsLetterOrDigit(tail[^1]))) return tail.Length;
        }

        return 0;
    }

    private static IReadOnlyList<Voiced> Without(Voiced piece, int length)
    {
        var rest = piece.Text[length..].Trim();
        return rest.Length > 0 ? [piece with { Text = rest }] : [];
    }
}
