using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>What a picture is drawn on. Its units are such that letters of 13 of them can be read on a telephone too.</summary>
internal sealed class Sheet(bool isInPage)
{
    public const double Margin = 8;

    /// <summary>How many pixels a unit is where there is room.</summary>
    public const double NaturalScale = 1.25;

    private readonly List<XElement> _elements = [];

    public bool IsInPage { get; } = isInPage;

    public bool HasLinks { get; private set; }

    public double Width { get; set; } = 460;

    public double Height { get; set; }

    public IReadOnlyList<XElement> Elements => _elements;

    public void Add(params IEnumerable<XElement> elements) => _elements.AddRange(elements);

    /// <summary>Shapes that mean one thing: said in a title, which also shows where one points at them, and followed to the segments where there are some to follow to.</summary>
    public void AddItem(string title, Selection? of, params IEnumerable<XElement> shapes) => AddItem(title, of is null ? null : SelectionLink.Of(of), isOneOfMany: false, shapes);

    /// <param name="address">In the page; null where it leads nowhere.</param>
    /// <param name="isOneOfMany">Whether there may be hundreds: the keyboard passes them by then and finds them in the table that stands by the picture.</param>
    public void AddItem(string title, string? address, bool isOneOfMany, params IEnumerable<XElement> shapes)
    {
        XElement item = new(Shape.Svg + "g");
        if (IsInPage && address is not null)
        {
            item = new(Shape.Svg + "a", new XAttribute("href", address), isOneOfMany ? new XAttribute("tabindex", "-1") : null);
            HasLinks = true;
        }

        item.Add(new XElement(Shape.Svg + "title", Lettering.Clean(title)), shapes);
        _elements.Add(item);
    }
}
