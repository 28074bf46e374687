namespace Spancoder.Exchange.Dictionaries;

/// <summary>What stands in a dictionary, as a message of one line quotes it. Nobody said it in an interview.</summary>
internal static class Shown
{
    private const int Longest = 60; // characters

    public static string Of(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        if (line.Length <= Longest) return line;

        var end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..end] + "...";
    }
}
