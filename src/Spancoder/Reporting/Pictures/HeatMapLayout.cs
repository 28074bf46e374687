using System.Globalization;
using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>Fields in rows and columns, in ten depths of one colour, the first for nothing at all; in each its number, where there is room.</summary>
internal static class HeatMapLayout
{
    /// <summary>More rows are drawn too, thinner, but nobody reads them: choose, and say of how many.</summary>
    public const int MostRows = 60;

    private const double LabelsRoom = 150;
    private const double HeadRoom = 96;
    private const double Gap = 8;
    private const double NarrowestColumn = 19;
    private const double WidestColumn = 60;
    private const double LegendStep = 12;
    private static readonly double Slant = Math.Sqrt(.5); // of 45 degrees, both sine and cosine

    public static void Draw(Drawing.HeatMap map, Sheet sheet)
    {
        var (row, letters) = map.Rows.Count <= MostRows ? (21, Lettering.Small) : (15, Lettering.Tiny);
        var left = Sheet.Margin + Math.Min(LabelsRoom, map.Rows.Max(label => Lettering.WidthOf(label, letters))) + Gap;
        var slanted = Math.Min(HeadRoom, map.Columns.Max(label => Lettering.WidthOf(label, Lettering.Small)));
        var column = ColumnWidth(sheet.Width - Sheet.Margin - left, map.Columns.Count);
        var isSlanted = slanted > column - 4;
        if (isSlanted) column = ColumnWidth(sheet.Width - Sheet.Margin - left - (slanted * Slant), map.Columns.Count);
        sheet.Width = Math.Max(sheet.Width, left + (column * map.Columns.Count) + (isSlanted ? slanted * Slant : 0) + Sheet.Margin);

        var y = DrawLegend(map, sheet) + (isSlanted ? (slanted + Lettering.Small) * Slant : Lettering.SmallLine);
        foreach (var (index, label) in map.Columns.Index()) sheet.Add(Head(label, left + (column * (index + .5)), y, isSlanted ? slanted : column - 4, isSlanted));
        y += 6;
        foreach (var (index, label) in map.Rows.Index())
        {
            sheet.Add(LabelOf(label, left - Gap, y + (row / 2.0), letters));
            foreach (var (at, cell) in map.Cells[index].Take(map.Columns.Count).Index()) DrawField(map, (index, at), cell, new(left + (column * at), y, column - 1, row - 1), sheet);
            y += row;
        }

        sheet.Height = y + Sheet.Margin;
    }

    private static double ColumnWidth(double room, int columns) => Math.Clamp(room / columns, NarrowestColumn, WidestColumn);

    private static XElement LabelOf(string label, double right, double middle, double letters) =>
        Shape.Text(right, Lettering.Baseline(middle, letters), Lettering.Fit(label, LabelsRoom, letters, inTheMiddle: true), letters < Lettering.Small ? "p-tiny p-end" : "p-small p-end");

    private static XElement Head(string label, double x, double y, double room, bool isSlanted)
    {
        var text = Lettering.Fit(label, room, Lettering.Small);
        if (!isSlanted) return Shape.Text(x, y, text, "p-small p-middle");

        var head = Shape.Text(x, y, text, "p-small");
        head.Add(new XAttribute("transform", $"rotate(-45 {Shape.Number(x)} {Shape.Number(y)})"));
        return head;
    }

    private static void DrawField(Drawing.HeatMap map, (int Row, int Column) at, HeatCell cell, Box box, Sheet sheet)
    {
        var text = cell.Text.Length > 0 || cell.Value is not null ? cell.Text : "n/a";
        var title = $"{Lettering.Isolated(map.Rows[at.Row])}, {Lettering.Isolated(map.Columns[at.Column])}: {text}";
        List<XElement> shapes = [];
        var depth = DepthOf(cell.Value, map.Most);
        if (depth is null) shapes.Add(Shape.Rect(box.X + .5, box.Y + .5, box.Width - 1, box.Height - 1, "p-none"));
        else shapes.Add(Shape.Rect(box.X, box.Y, box.Width, box.Height, PictureStyle.Field(depth.Value)));

        var shown = Lettering.WidthOf(text, Lettering.Tiny) <= box.Width - (depth is null ? 6 : 2) ? text : depth is null ? "–" : "";
        if (shown.Length > 0)
        {
            var style = depth is null ? "p-soft" : PictureStyle.OnField(depth.Value);
            shapes.Add(Shape.Text(box.X + (box.Width / 2), Lettering.Baseline(box.Y + (box.Height / 2), Lettering.Tiny), shown, $"p-tiny p-middle {style}"));
        }

        sheet.AddItem(title, cell.Of is null ? null : SelectionLink.Of(cell.Of), isOneOfMany: true, shapes);
    }

    private static int? DepthOf(double? value, double most)
    {
        if (value is not { } number) return null;
        if (number <= 0 || most <= 0) return 0;

        return (int)Math.Clamp(Math.Ceiling((PictureStyle.Depths - 1) * number / most), 1, PictureStyle.Depths - 1);
    }

    // What a field's depth means, and the depths between nothing and most. Returns where it ends.
    private static double DrawLegend(Drawing.HeatMap map, Sheet sheet)
    {
        var y = Sheet.Margin + Lettering.Small;
        foreach (var line in Lettering.Wrap(map.Axis, sheet.Width - (2 * Sheet.Margin), Lettering.Small, mostLines: 3))
        {
            sheet.Add(Shape.Text(Sheet.Margin, y, line, "p-small p-soft"));
            y += Lettering.SmallLine;
        }

        var x = Sheet.Margin + 14;
        sheet.Add(Shape.Text(Sheet.Margin, y, "0", "p-small p-soft"));
        for (var depth = 0; depth < PictureStyle.Depths; depth++) sheet.Add(Shape.Rect(x + (LegendStep * depth), y - 9, LegendStep, 10, PictureStyle.Field(depth)));
        sheet.Add(Shape.Text(x + (LegendStep * PictureStyle.Depths) + 6, y, map.IsShare ? (100 * map.Most).ToString("0.#", CultureInfo.InvariantCulture) + "%" : map.Most.ToString("0.###", CultureInfo.InvariantCulture), "p-small p-soft"));
        return y + Gap;
    }

    private readonly record struct Box(double X, double Y, double Width, double Height);
}
