using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Chat;

/// <summary>One header, utterance or dependent tier of a CHAT file, with the lines that continue it.</summary>
/// <param name="Mark"><c>@</c>, <c>*</c>, <c>%</c>, or <see cref="Stray"/>.</param>
/// <param name="Key">"Participants", "CHI", "mor".</param>
/// <param name="Words">What stands behind the key, line by line; none is blank.</param>
internal sealed record ChatEntry(char Mark, string Key, int Line, IReadOnlyList<Line> Words)
{
    /// <summary>The mark of a line that is none of CHAT's: nobody can say whose words it holds.</summary>
    public const char Stray = '?';

    public string Value => string.Join(' ', Words.Select(line => line.Text.Trim()));

    public bool Is(string header) => Mark == '@' && string.Equals(Key, header, StringComparison.OrdinalIgnoreCase);

    /// <summary>A line that begins with a tab or a blank goes on with the one before.</summary>
    public static IReadOnlyList<ChatEntry> Of(IReadOnlyList<Line> lines)
    {
        List<ChatEntry> entries = [];
        List<Line> words = [];
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            if (line.Text[0] is '\t' or ' ' && entries is not [])
            {
                words.Add(line);
                continue;
            }

            words = [];
            var (mark, key, wordsStart) = ChatText.TryReadHead(line.Text) ?? (Stray, "", 0);
            if (!string.IsNullOrWhiteSpace(line.Text[wordsStart..])) words.Add(line with { Text = line.Text[wordsStart..] });
            entries.Add(new(mark, key, line.Number, words));
        }

        return entries;
    }
}
