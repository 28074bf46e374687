using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Spancoder.Reading.Formats.Common;

namespace Spancoder.Reading.Formats.Word;

/// <summary>What a Word file's styles and lists say of a paragraph: whether it is a heading, bold, numbered.</summary>
internal sealed partial class WordStyles
{
    private const int LongestChain = 20; // styles, each based on the next; Word allows 11

    private const long LargestPart = 20_000_000; // characters; they are held in memory as a tree

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Level)> _counting = [];
    private string? _defaultStyle;

    private WordStyles()
    {
    }

    /// <exception cref="XmlException">They are not XML.</exception>
    public static WordStyles Read(MainDocumentPart main)
    {
        WordStyles styles = new();
        if (main.StyleDefinitionsPart is { } definitions) styles.ReadStyles(Load(definitions));
        if (main.NumberingDefinitionsPart is { } numbering) styles.ReadLists(Load(numbering));
        return styles;
    }

    /// <param name="id">Of the paragraph's style; null for the default one.</param>
    /// <param name="outlineLevel">The paragraph's own, from 0; 9 is body text; null where only the style says.</param>
    public bool IsHeading(string? id, int? outlineLevel) =>
        (outlineLevel ?? Find(id, style => style.OutlineLevel)) is { } level ? level < 9 : Chain(id).Any(style => HeadingName().IsMatch(style.Name)) || id is not null && HeadingName().IsMatch(id);

    /// <returns>Null where the style says nothing.</returns>
    public bool? IsBold(string? id) => Find(id, style => style.IsBold);

    /// <summary>Whether Word writes a number, and no bullet, before a paragraph.</summary>
    /// <param name="id">Of the paragraph's style.</param>
    /// <param name="list">The paragraph's own; null where only the style says, "0" for none.</param>
    /// <param name="level">From 0.</param>
    public bool IsNumbered(string? id, string? list, int level) => (list ?? Find(id, style => style.List)) is { } used && _counting.Contains((used, level));

    private static XElement Load(OpenXmlPart part)
    {
        using var reader = XmlFile.Open(part.GetStream(), LargestPart);
        return XElement.Load(reader);
    }

    private void ReadStyles(XElement root)
    {
        foreach (var element in Children(root, "style"))
        {
            if (Attribute(element, "styleId") is not { } id) continue;

            var paragraph = Child(element, "pPr");
            _styles[id] = new(
                Value(Child(element, "name")) ?? id,
                Value(Child(element, "basedOn")),
                Child(Child(element, "rPr"), "b") is { } bold ? IsOn(Value(bold)) : null,
                int.TryParse(Value(Child(paragraph, "outlineLvl")), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null,
                Value(Child(Child(paragraph, "numPr"), "numId")));
            if (Attribute(element, "type") == "paragraph" && IsOn(Attribute(element, "default") ?? "0")) _defaultStyle = id;
        }
    }

    private void ReadLists(XElement root)
    {
        Dictionary<string, List<int>> counting = [];
        foreach (var element in Children(root, "abstractNum"))
        {
            if (Attribute(element, "abstractNumId") is { } id) counting[id] = [.. Children(element, "lvl").Where(Counts).Select(LevelOf)];
        }

        foreach (var element in Children(root, "num"))
        {
            if (Attribute(element, "numId") is not { } id || Value(Child(element, "abstractNumId")) is not { } kind) continue;
            foreach (var level in counting.GetValueOrDefault(kind) ?? []) _counting.Add((id, level));
        }
    }

    private static bool Counts(XElement level) => Value(Child(level, "numFmt")) is not ("bullet" or "none") && Value(Child(level, "lvlText")) is not "";

    private static int LevelOf(XElement level) => int.TryParse(Attribute(level, "ilvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private T? Find<T>(string? id, Func<Style, T?> part)
        where T : class => Chain(id).Select(part).FirstOrDefault(value => value is not null);

    private T? Find<T>(string? id, Func<Style, T?> part)
        where T : struct => Chain(id).Select(part).FirstOrDefault(value => value is not null);

    private IEnumerable<Style> Chain(string? id)
    {
        id ??= _defaultStyle;
        for (var length = 0; length < LongestChain && id is not null && _styles.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private static IEnumerable<XElement> Children(XElement? parent, string name) => parent?.Elements().Where(element => element.Name.LocalName == name) ?? [];

    private static XElement? Child(XElement? parent, string name) => Children(parent, name).FirstOrDefault();

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static string? Value(XElement? element) => element is null ? null : Attribute(element, "val");

    /// <summary>How Word writes a switch: without a value it is on.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    // Word keeps the English names of its own styles in every language; other programs, and styles that people make, do not.
    [GeneratedRegex(
        """
        ^(?: (?:heading|berschrift|überschrift|titre|título|titulo|encabezado|titolo|rubrik|kop|nagłówek|заголовок|标题|標題|見出し)\s*\d
          | title|subtitle|titel|untertitel|titre|sous-titre|título|subtítulo|标题|副标题|標題|副標題 )$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex HeadingName();

    private sealed record Style(string Name, string? BasedOn, bool? IsBold, int? OutlineLevel, string? List);
}
