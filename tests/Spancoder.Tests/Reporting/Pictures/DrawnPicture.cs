using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spancoder.Reporting;
using Spancoder.Reporting.Pictures;

namespace Spancoder.Tests.Reporting.Pictures;

/// <summary>A picture as a reader of its file sees it: shapes in their places. Widths of words are guessed: a Han character as wide as high, others a little more than half.</summary>
internal sealed partial class DrawnPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private DrawnPicture(string text) => (Text, Root) = (text, XDocument.Parse(text).Root!); // what can be parsed has a root

    public string Text { get; }

    public XElement Root { get; }

    public static DrawnPicture Of(ReportBlock.Picture picture, bool isInPage = false) => new(PictureSvg.Of(picture, isInPage));

    public static DrawnPicture Of(Drawing drawing, bool isInPage = false) => Of(PictureWorlds.Picture("one", drawing), isInPage);

    public Box View => Root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToList() is [var x, var y, var width, var height] ? new(x, y, x + width, y + height) : default;

    public string Style => Root.Element(Svg + "style")!.Value;

    public IEnumerable<XElement> All(string name) => Root.Descendants(Svg + name);

    public IEnumerable<XElement> With(string style) => Root.Descendants().Where(element => Classes(element).Contains(style));

    public IEnumerable<string> Words => All("text").Select(text => text.Value);

    /// <summary>Without those of the picture as a whole.</summary>
    public IEnumerable<string> Titles => All("title").Where(title => title.Parent != Root).Select(title => title.Value);

    public static string[] Classes(XElement element) => (element.Attribute("class")?.Value ?? "").Split(' ');

    public static double At(XElement element, string name) => Number(element.Attribute(name)!.Value);

    /// <summary>Where a shape is.</summary>
    public static Box BoxOf(XElement element) => element.Name.LocalName switch
    {
        "rect" => new(At(element, "x"), At(element, "y"), At(element, "x") + At(element, "width"), At(element, "y") + At(element, "height")),
        "line" => Around([(At(element, "x1"), At(element, "y1")), (At(element, "x2"), At(element, "y2"))]),
        "circle" => new(At(element, "cx") - At(element, "r"), At(element, "cy") - At(element, "r"), At(element, "cx") + At(element, "r"), At(element, "cy") + At(element, "r")),
        "path" => Around(PointsOf(element.Attribute("d")!.Value)),
        "text" => BoxOfText(element),
        var other => throw new ArgumentException($"a picture has no {other}"),
    };

    public static IReadOnlyList<(double X, double Y)> PointsOf(string path)
    {
        List<(double X, double Y)> points = [];
        var (x, y) = (0.0, 0.0);
        foreach (Match step in PathStep().Matches(path))
        {
            var numbers = PathNumber().Matches(step.Groups[2].Value).Select(number => Number(number.Value)).ToList();
            switch (step.Groups[1].Value)
            {
                case "H": x = numbers[0]; break;
                case "V": y = numbers[0]; break;
                case "h": x += numbers[0]; break;
                case "v": y += numbers[0]; break;
                case "Z" or "z": break;
                default: // M, L, and Q, which stays between its three points
                    for (var at = 0; at < numbers.Count; at += 2)
                    {
                        (x, y) = (numbers[at], numbers[at + 1]);
                        points.Add((x, y));
                    }

                    break;
            }

            points.Add((x, y));
        }

        return points;
    }

    private static Box BoxOfText(XElement text)
    {
        var classes = Classes(text);
        var size = classes.Contains("p-small") ? 12 : classes.Contains("p-tiny") ? 11 : 13;
        var width = size * text.Value.EnumerateRunes().Sum(rune => rune.Value is >= 0x2E80 and <= 0xFFEF ? 1 : .55);
        var (x, y) = (At(text, "x"), At(text, "y"));
        var left = classes.Contains("p-end") ? x - width : classes.Contains("p-middle") ? x - (width / 2) : x;
        if (text.Attribute("transform") is null) return new(left, y - (.75 * size), left + width, y + (.2 * size));

        var slant = Math.Sqrt(.5);
        return new(x - (size * slant), y - (width * slant) - (.75 * size * slant), x + ((width + (.2 * size)) * slant), y + (.2 * size));
    }

    private static Box Around(IReadOnlyList<(double X, double Y)> points) => new(points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex PathStep();

    [GeneratedRegex(@"-?[\d.]+")]
    private static partial Regex PathNumber();
}

internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    private const double Hair = .02; // numbers are rounded

    public bool Holds(Box other) => other.Left >= Left - Hair && other.Top >= Top - Hair && other.Right <= Right + Hair && other.Bottom <= Bottom + Hair;

    public bool Touches(Box other) => other.Left < Right - Hair && Left < other.Right - Hair && other.Top < Bottom - Hair && Top < other.Bottom - Hair;
}
