using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>Points on a line that all share, each with its interval and, at the right, its value; thresholds run down through all.</summary>
internal static class PointsLayout
{
    private const double Gap = 12;
    private const double LabelsRoom = 150;
    private const double TextRoom = 130;
    private const double Radius = 4.5;

    public static void Draw(Drawing.Points points, Sheet sheet)
    {
        var labels = RowLabels.Of(points.Items, LabelsRoom);
        var texts = sheet.Width - Sheet.Margin - points.Items.Max(item => Lettering.WidthOf(TextOf(item), Lettering.Small));
        var scale = Scale.Between(points.From, points.To, labels.Right + Gap, texts - Gap);

        var top = Axis.Draw(sheet, scale, points.Axis, points.Items.Sum(RowOf));
        sheet.Height = DrawThresholds(points.Marks, scale, sheet, top, top + points.Items.Sum(RowOf)) + Sheet.Margin;
        var y = top;
        foreach (var item in points.Items)
        {
            var middle = y + (RowOf(item) / 2);
            sheet.AddItem(RowLabels.TitleOf(item, scale), item.Of,
            [
                Shape.Rect(Sheet.Margin, y, sheet.Width - (2 * Sheet.Margin), RowOf(item), "p-hit"),
                .. labels.At(item, middle),
                .. PointOf(item, middle, scale),
                Shape.Text(texts, Lettering.Baseline(middle, Lettering.Small), TextOf(item), item.Value is null ? "p-small p-soft" : "p-small"),
            ]);
            y += RowOf(item);
        }
    }

    // Their values stand below, on further lines where they would touch. Returns where these end.
    private static double DrawThresholds(IReadOnlyList<double> marks, Scale scale, Sheet sheet, double top, double bottom)
    {
        List<double> lineEnds = [];
        foreach (var mark in marks.Where(scale.Holds).Distinct().Order())
        {
            var (x, text) = (scale.At(mark), scale.Written(Math.Round(mark, 3)));
            var half = Lettering.WidthOf(text, Lettering.Small) / 2;
            var line = lineEnds.FindIndex(end => end < x - half);
            if (line < 0)
            {
                line = lineEnds.Count;
                lineEnds.Add(0);
            }

            lineEnds[line] = x + half + 4;
            var baseline = bottom + Lettering.SmallLine + (Lettering.SmallLine * line);
            sheet.Add(Shape.Line(x, top, x, baseline - Lettering.Small, "p-threshold"), Shape.Text(x, baseline, text, "p-small p-over p-middle"));
        }

        return bottom + (Lettering.SmallLine * lineEnds.Count);
    }

    // A value beyond the scale is a triangle at its end that points there.
    private static IEnumerable<XElement> PointOf(Bar item, double middle, Scale scale)
    {
        if (item.Value is not { } value) yield break;

        if (item is { Lower: { } lower, Upper: { } upper }) yield return Interval.Of(lower, upper, middle, scale);
        var x = scale.At(value);
        if (scale.Holds(value))
        {
            yield return Shape.Circle(x, middle, Radius, "p-dot");
            yield break;
        }

        var back = x + (value < scale.From ? 2 * Radius : -2 * Radius);
        yield return Shape.Path($"M{Shape.Number(x)} {Shape.Number(middle)}L{Shape.Number(back)} {Shape.Number(middle - Radius)}V{Shape.Number(middle + Radius)}Z", "p-dot");
    }

    private static double RowOf(Bar item) => RowLabels.HeightOf(item) + 7;

    private static string TextOf(Bar item) => Lettering.Fit(RowLabels.TextOf(item), TextRoom, Lettering.Small);
}
