using System.Diagnostics;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>Draws a picture as one <c>svg</c> element that carries its own style: a file of its own, or a part of a page that may hold several.</summary>
/// <remarks>Plain enough for programs that turn such files into paper: no script, nothing from outside, and a plain colour before each that a page may change.</remarks>
internal static class PictureSvg
{
    /// <param name="isInPage">Whether the page of the report shows it, where it can be followed to the segments; else it leads nowhere, and brings its own background.</param>
    public static string Of(ReportBlock.Picture picture, bool isInPage)
    {
        Sheet sheet = new(isInPage);
        Draw(picture.Drawing, sheet);
        return Written(Root(picture, sheet));
    }

    private static void Draw(Drawing drawing, Sheet sheet)
    {
        switch (drawing)
        {
            case Drawing.Bars { Items.Count: > 0 } bars:
                BarsLayout.Draw(bars, sheet);
                break;
            case Drawing.Points { Items.Count: > 0 } points:
                PointsLayout.Draw(points, sheet);
                break;
            case Drawing.HeatMap { Rows.Count: > 0, Columns.Count: > 0 } map:
                HeatMapLayout.Draw(map, sheet);
                break;
            case Drawing.Network { Nodes.Count: > 0 } network:
                NetworkLayout.Draw(network, sheet);
                break;
            case Drawing.Strips { Codes.Count: > 0, Documents.Count: > 0 } strips:
                StripsLayout.Draw(strips, sheet);
                break;
            case Drawing.Bars or Drawing.Points or Drawing.HeatMap or Drawing.Network or Drawing.Strips:
                sheet.Add(Shape.Text(Sheet.Margin, 24, "There is nothing to show.", "p-soft"));
                sheet.Height = 40;
                break;
            default:
                throw new UnreachableException();
        }
    }

    // A picture with links is a group: what stands in an image cannot be reached by those who hear it.
    private static XElement Root(ReportBlock.Picture picture, Sheet sheet)
    {
        var (title, said) = (IdOf(picture, "title"), IdOf(picture, "said"));
        return new(Shape.Svg + "svg",
            new XAttribute("class", "spancoder"),
            new XAttribute("viewBox", $"0 0 {Shape.Number(sheet.Width)} {Shape.Number(sheet.Height)}"),
            new XAttribute("width", Shape.Number(sheet.Width * Sheet.NaturalScale)),
            new XAttribute("height", Shape.Number(sheet.Height * Sheet.NaturalScale)),
            new XAttribute("role", sheet.HasLinks ? "group" : "img"),
            new XAttribute("aria-labelledby", title),
            new XAttribute("aria-describedby", said),
            new XElement(Shape.Svg + "title", new XAttribute("id", title), Lettering.Clean(picture.Title)),
            new XElement(Shape.Svg + "desc", new XAttribute("id", said), Lettering.Clean(picture.Said)),
            new XElement(Shape.Svg + "style", PictureStyle.Text),
            sheet.IsInPage ? null : Shape.Rect(0, 0, sheet.Width, sheet.Height, "p-paper"),
            sheet.Elements);
    }

    // Whatever the picture is called, a name without blanks, and of another picture another.
    private static string IdOf(ReportBlock.Picture picture, string part) => XmlConvert.EncodeLocalName($"picture-{Lettering.Clean(picture.Id)}-{part}");

    private static string Written(XElement root)
    {
        StringBuilder text = new();
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings)) root.Save(writer);
        return text.Append('\n').ToString();
    }
}
