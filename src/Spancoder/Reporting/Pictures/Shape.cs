using System.Globalization;
using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>The elements that pictures are made of. Places and sizes in units of the sheet; a style is a class of <see cref="PictureStyle"/>.</summary>
internal static class Shape
{
    public static XNamespace Svg { get; } = "http://www.w3.org/2000/svg";

    public static XElement Rect(double x, double y, double width, double height, string style) =>
        new(Svg + "rect", Style(style), At("x", x), At("y", y), At("width", width), At("height", height));

    public static XElement Line(double x1, double y1, double x2, double y2, string style) =>
        new(Svg + "line", Style(style), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    public static XElement Circle(double x, double y, double radius, string style) =>
        new(Svg + "circle", Style(style), At("cx", x), At("cy", y), At("r", radius));

    public static XElement Path(string path, string style) => new(Svg + "path", Style(style), new XAttribute("d", path));

    /// <param name="y">Of the line on which the letters stand.</param>
    /// <param name="style">Of several classes; "p-end" and "p-middle" say which part of it stands at <paramref name="x"/>, else its beginning.</param>
    public static XElement Text(double x, double y, string text, string style = "") =>
        new(Svg + "text", style.Length > 0 ? Style(style) : null, At("x", x), At("y", y), Lettering.Clean(text));

    /// <summary>At most two decimals, and never a negative zero.</summary>
    public static string Number(double number) => (Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private static XAttribute Style(string style) => new("class", style);

    private static XAttribute At(string name, double number) => new(name, Number(number));
}
