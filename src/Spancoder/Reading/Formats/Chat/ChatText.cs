using System.Text.RegularExpressions;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Chat;

/// <summary>
/// CHAT (.cha) of TalkBank and CHILDES: <c>@</c> headers, <c>*XXX:</c> what somebody says, <c>%xxx:</c> analysis of it. The codes in an utterance
/// are part of its text.
/// </summary>
/// <remarks>MacWhinney, Tools for Analyzing Talk, part 1: the CHAT transcription format.</remarks>
internal sealed partial class ChatText : IFormat
{
    private const int FirstLines = 5;
    private const int FewestUtterances = 3;
    private const int LongestCode = 40; // characters of a speaker's code; CHAT's own have three

    // Without a colon, anything else behind '@' may be somebody's words.
    private static readonly string[] BareHeaders = ["UTF8", "Begin", "End", "Blank", "New Episode", "New Language", "G", "Bg", "Eg"];

    public string Name => "chat";

    public IReadOnlyList<string> Extensions => [".cha"];

    public bool Recognises(FileContent file)
    {
        var (number, utterances, others) = (0, 0, 0);
        foreach (var line in file.Head.EnumerateLines())
        {
            if (++number <= FirstLines && line.Trim() is var trimmed && (Is(trimmed, "@UTF8") || Is(trimmed, "@Begin"))) return true;
            if (MainTier().IsMatch(line) && !line.TrimEnd().EndsWith('*')) utterances++; // "*Anna: hello*" is emphasis in Markdown
            else if (line is not ([] or ['@' or '%' or '\t' or ' ', ..])) others++;
        }

        return utterances >= FewestUtterances && utterances > others;
    }

    public Content Read(FileContent file, Findings findings)
    {
        var entries = ChatEntry.Of(Line.Of(file.Text));
        var introduced = ChatHeaders.Read(entries, findings);
        ChatUtterances utterances = new();
        List<Unit> units = [.. entries.SelectMany(utterances.UnitsOf)];

        utterances.SayWhatWasGuessed(findings);
        SayWhoIsNotIntroduced(entries, introduced, findings);
        if (entries.Any(entry => entry.Is("Begin")) && !entries.Any(entry => entry.Is("End"))) findings.Say(null, "it has no @End, so its end may be missing", "look whether it is whole");
        return new Content.Pieces(units, "tiers");
    }

    /// <returns>Null where the line is none of CHAT's.</returns>
    internal static (char Mark, string Key, int WordsStart)? TryReadHead(string line)
    {
        var mark = line[0];
        if (mark is not ('@' or '*' or '%')) return null;

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = line[1..(colon < 0 ? line.Length : colon)].Trim();
        var isKnown = mark switch
        {
            '*' => colon > 0 && key.Length is > 0 and <= LongestCode && !key.Any(char.IsWhiteSpace),
            '@' => colon > 0 || BareHeaders.Contains(key, StringComparer.OrdinalIgnoreCase),
            _ => true,
        };
        return isKnown ? (mark, key, colon < 0 ? line.Length : colon + 1) : null;
    }

    // A code with a slip of the hand would be a speaker of its own.
    private static void SayWhoIsNotIntroduced(IReadOnlyList<ChatEntry> entries, IReadOnlySet<string> introduced, Findings findings)
    {
        const int MostNames = 12;
        if (introduced.Count == 0) return;

        var strangers = entries.Where(entry => entry.Mark == '*' && !introduced.Contains(entry.Key)).ToList();
        if (strangers is []) return;

        var names = strangers.Select(entry => entry.Key).Distinct().Take(MostNames);
        findings.Say(strangers[0].Line, $"{strangers.Count} utterances are by speakers that @Participants does not name ({string.Join(", ", names)})", "mend their codes, or name them there");
    }

    private static bool Is(ReadOnlySpan<char> line, string header) => line.Equals(header, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\*[A-Za-z0-9_]{1,30}:[ \t]")]
    private static partial Regex MainTier();
}
