using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>Bars that lie one below the other, each with its value behind it; parts are thinner, and set in.</summary>
internal static class BarsLayout
{
    private const double Thickness = 14;
    private const double ThicknessOfPart = 9;
    private const double Gap = 8;
    private const double LabelsRoom = 180;
    private const double TextRoom = 110;

    public static void Draw(Drawing.Bars bars, Sheet sheet)
    {
        var labels = RowLabels.Of(bars.Items, LabelsRoom);
        var texts = bars.Items.Max(item => Lettering.WidthOf(TextOf(item), Lettering.Small));
        var values = bars.Items.SelectMany(item => new[] { item.Value, item.Value is null ? null : item.Upper }).OfType<double>().ToList();
        var scale = Scale.FromZero(values.DefaultIfEmpty().Max(), labels.Right + Gap, sheet.Width - Sheet.Margin - Math.Max(texts + Gap, 2 * Gap), bars.IsShare, values.TrueForAll(double.IsInteger));

        var y = Axis.Draw(sheet, scale, bars.Axis, bars.Items.Sum(RowOf));
        foreach (var item in bars.Items)
        {
            sheet.AddItem(RowLabels.TitleOf(item, scale), item.Of,
            [
                Shape.Rect(Sheet.Margin, y, sheet.Width - (2 * Sheet.Margin), RowOf(item), "p-hit"),
                .. labels.At(item, y + (RowOf(item) / 2)),
                .. BarOf(item, y + (RowOf(item) / 2), scale),
            ]);
            y += RowOf(item);
        }

        sheet.Height = y + Sheet.Margin;
    }

    private static IEnumerable<XElement> BarOf(Bar item, double middle, Scale scale)
    {
        var end = scale.Left;
        if (item.Value is { } value)
        {
            var height = item.Level == 0 ? Thickness : ThicknessOfPart;
            end = scale.At(value);
            yield return Shape.Rect(scale.Left, middle - (height / 2), end - scale.Left, height, "p-bar");
            if (item is { Lower: { } lower, Upper: { } upper })
            {
                end = Math.Max(end, scale.At(upper));
                yield return Interval.Of(lower, upper, middle, scale);
            }
        }

        yield return Shape.Text(end + (Gap / 2) + 2, Lettering.Baseline(middle, Lettering.Small), TextOf(item), item.Value is null ? "p-small p-over p-soft" : "p-small p-over");
    }

    private static string TextOf(Bar item) => Lettering.Fit(RowLabels.TextOf(item), TextRoom, Lettering.Small);

    private static double RowOf(Bar item) => RowLabels.HeightOf(item) + 7;
}
