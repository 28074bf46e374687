using System.Collections.Frozen;

namespace Spancoder.Reading.Formats.Rtf;

/// <summary>The words of RTF that stand for characters, and those whose group is not part of the text.</summary>
internal static class RtfWords
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Characters = new Dictionary<string, string>
    {
        ["tab"] = "\t",
        ["emdash"] = "—",
        ["endash"] = "–",
        ["emspace"] = "\u2003",
        ["enspace"] = "\u2002",
        ["qmspace"] = "\u2005",
        ["bullet"] = "•",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["ltrmark"] = "\u200E",
        ["rtlmark"] = "\u200F",
        ["zwj"] = "\u200D",
        ["zwnj"] = "\u200C",
        ["zwbo"] = "\u200B",
        ["zwnbo"] = "\u2060",
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Skipped = FrozenSet.ToFrozenSet(
    [
        "colortbl", "stylesheet", "info", "pict", "object", "themedata", "colorschememapping", "datastore", "latentstyles", "listtable", "listoverridetable",
        "rsidtbl", "generator", "filetbl", "revtbl", "pgptbl", "userprops", "xmlnstbl", "docvar", "fldinst", "listtext", "pntext", "pntxta", "pntxtb",
        "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
        "xe", "tc", "tcn", "rxe", "txe", "atnid", "atnauthor", "nonshppict", "shp", "nonesttables", "template", "private", "bkmkstart", "bkmkend", "NeXTGraphic",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Pictures in place of letters that Word itself types, by byte: its arrows and smiling faces, the bullet.</summary>
    private static readonly FrozenDictionary<int, string> Pictures = new Dictionary<int, string>
    {
        [0x20] = " ",
        [0x4A] = "☺",
        [0x4B] = "😐",
        [0x4C] = "☹",
        [0xA7] = "▪",
        [0xB7] = "•",
        [0xDF] = "←",
        [0xE0] = "→",
    }.ToFrozenDictionary();

    /// <returns>Null where the word stands for no character.</returns>
    public static string? CharacterOf(ReadOnlySpan<char> word) => Characters.TryGetValue(word, out var character) ? character : null;

    /// <summary>Whether the rest of the group is something else than the document's text.</summary>
    public static bool BeginsOther(ReadOnlySpan<char> word) => Skipped.Contains(word);

    /// <param name="code">A byte in a font of pictures.</param>
    /// <returns>Null where it has no character.</returns>
    public static string? PictureOf(int code) => Pictures.GetValueOrDefault(code);
}
