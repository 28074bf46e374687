namespace Spancoder.Reporting;

/// <summary>What leads up to a place in a segment, with who said it: the end of the segment before, and what stands before the place in its own; an ellipsis shows what was left out.</summary>
internal static class LeadUp
{
    private const int LongestContext = 160; // characters

    /// <param name="number">Of the segment, from 1.</param>
    /// <param name="lead">What stands before the place in it.</param>
    /// <param name="segmentOf">Gives earlier segments of the document by number.</param>
    /// <returns>A line for each voice.</returns>
    public static IEnumerable<string> To(int number, Speaker? speaker, string lead, Func<int, (Layer Layer, Speaker? Speaker, string Text)> segmentOf)
    {
        // A memo is the analyst's, and would read as if the speaker before had said it.
        var before = number - 1;
        while (before >= 1 && segmentOf(before).Layer == Layer.Memo) before--;
        if (before >= 1) yield return Said(segmentOf(before).Speaker, segmentOf(before).Text) + (before == number - 1 ? "" : " …");
        if (lead.TrimEnd() is { Length: > 0 } own) yield return Said(speaker, own);
    }

    private static string Said(Speaker? speaker, string text) => speaker is null ? EndOf(text) : $"{speaker.Key}: {EndOf(text)}";

    private static string EndOf(string text)
    {
        if (text.Length <= LongestContext) return text;

        var start = text.Length - LongestContext;
        var blank = text.IndexOf(' ', start);
        if (blank >= 0 && blank - start < 30) start = blank + 1;
        else if (char.IsLowSurrogate(text[start])) start++;
        return "… " + text[start..];
    }
}
