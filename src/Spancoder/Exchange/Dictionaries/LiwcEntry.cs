using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>A line of words in a LIWC dictionary: a word, stem or phrase, and what stands after it.</summary>
internal sealed partial record LiwcEntry(string Word, IReadOnlyList<LiwcCode> Codes)
{
    /// <param name="line">Trimmed, not empty.</param>
    /// <remarks>A tab parts the word from its codes. Where there is none, what looks like codes at the line's end are the codes.</remarks>
    public static LiwcEntry Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab >= 0) return new(line[..tab].Trim(), [.. Pieces().Matches(line[tab..]).Select(piece => LiwcCode.Parse(piece.Value))]);

        var pieces = Pieces().Matches(line);
        var codes = pieces.Skip(1).Reverse().Select(piece => (piece.Index, Code: LiwcCode.Parse(piece.Value))).TakeWhile(piece => piece.Code.Kind != LiwcCodeKind.Other).Reverse().ToList();
        return codes is [var first, ..] ? new(line[..first.Index].Trim(), [.. codes.Select(piece => piece.Code)]) : new(line, []);
    }

    // The blank in "(02 134)125/464" is part of it.
    [GeneratedRegex(@"\([^()]*\)\S*|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}

internal enum LiwcCodeKind
{
    /// <summary>A category's number.</summary>
    Category,

    /// <summary><c>(02 134)125/464</c>: 125 after a word of categories 2 or 134, else 464. <c>&lt;of&gt;131/125</c>: 131 before the word "of", else 125.</summary>
    Conditional,
    Other,
}

/// <param name="Category">0 where it is none.</param>
/// <param name="Weight">As typed, after a colon or an equals sign; null where there is none.</param>
internal sealed partial record LiwcCode(string Text, LiwcCodeKind Kind, int Category = 0, string? Weight = null)
{
    public static LiwcCode Parse(string text)
    {
        if (Number().Match(text) is { Success: true } match && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new(text, LiwcCodeKind.Category, number, match.Groups["weight"] is { Success: true } weight ? weight.Value : null);
        }

        return new(text, Condition().IsMatch(text) ? LiwcCodeKind.Conditional : LiwcCodeKind.Other);
    }

    [GeneratedRegex(@"^(?<number>[0-9]+)(?:[:=](?<weight>[-+]?[0-9]*\.?[0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:(?:\([^()]*\)|<[^<>]*>)[0-9/]*|[0-9]+/[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
