using System.Globalization;
using System.Xml;

namespace Spancoder.Reading.Formats.OpenDocument;

/// <summary>Which styles of an OpenDocument file are bold, and which hide their words.</summary>
internal sealed class OpenDocumentStyles
{
    private const int LongestDescent = 30; // styles that a style is based on, one on the other; also ends those that are based on themselves

    private readonly Dictionary<(string Family, string Name), Style> _styles = [];
    private (string Family, string Name)? _current;

    /// <summary>Takes what the reader stands on, if it belongs to a style.</summary>
    public void Read(XmlReader reader)
    {
        if (reader.NamespaceURI != OpenDocumentNames.Style) return;

        if (reader.LocalName == "style") Begin(reader);
        else if (reader is { LocalName: "text-properties", NodeType: XmlNodeType.Element } && _current is { } style) _styles[style] = Change(_styles[style], reader);
    }

    /// <param name="family">"paragraph" or "text".</param>
    /// <param name="name">Null where the words have none.</param>
    /// <param name="around">What holds where neither it nor a style that it is based on says anything.</param>
    public OpenDocumentLook LookOf(string family, string? name, OpenDocumentLook around)
    {
        bool? isBold = null, isHidden = null;
        for (var step = 0; step < LongestDescent && name is not null && _styles.TryGetValue((family, name), out var style); step++)
        {
            isBold ??= style.IsBold;
            isHidden ??= style.IsHidden;
            name = style.Parent;
        }

        return new(isBold ?? around.IsBold, isHidden ?? around.IsHidden);
    }

    private void Begin(XmlReader reader)
    {
        _current = null;
        if (reader.NodeType != XmlNodeType.Element) return;

        (string, string) key = (reader.GetAttribute("family", OpenDocumentNames.Style) ?? "", reader.GetAttribute("name", OpenDocumentNames.Style) ?? "");
        _styles[key] = new(reader.GetAttribute("parent-style-name", OpenDocumentNames.Style), null, null);
        if (!reader.IsEmptyElement) _current = key;
    }

    private static Style Change(Style style, XmlReader reader)
    {
        var weight = reader.GetAttribute("font-weight", OpenDocumentNames.Fo) ?? reader.GetAttribute("font-weight-asian", OpenDocumentNames.Style);
        var display = reader.GetAttribute("display", OpenDocumentNames.Text);
        return style with { IsBold = weight is null ? style.IsBold : IsBold(weight), IsHidden = display is null ? style.IsHidden : display == "none" };
    }

    private static bool IsBold(string weight) => weight == "bold" || int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 600;

    /// <param name="Parent">The name of the style of the same family that it is based on.</param>
    /// <param name="IsBold">Null where it does not say.</param>
    /// <param name="IsHidden">Null where it does not say.</param>
    private sealed record Style(string? Parent, bool? IsBold, bool? IsHidden);
}

/// <summary>How words look, as far as it matters.</summary>
internal readonly record struct OpenDocumentLook(bool IsBold, bool IsHidden);
