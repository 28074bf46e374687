namespace Spancoder.Reporting.Pictures;

/// <summary>The head of bars and points: what their places mean, the ticks, and faint lines from them down through the rows.</summary>
internal static class Axis
{
    private const int MostLines = 3;

    /// <returns>Where the rows begin.</returns>
    public static double Draw(Sheet sheet, Scale scale, string name, double rowsHeight)
    {
        var lines = Lettering.Wrap(name, sheet.Width - Sheet.Margin - scale.Left, Lettering.Small, MostLines);
        var y = Sheet.Margin + Lettering.Small;
        foreach (var line in lines)
        {
            sheet.Add(Shape.Text(scale.Left, y, line, "p-small p-soft"));
            y += Lettering.SmallLine;
        }

        var top = y + 6;
        foreach (var tick in scale.Ticks)
        {
            sheet.Add(Shape.Text(scale.At(tick), y, scale.Written(tick), "p-small p-soft p-middle"), Shape.Line(scale.At(tick), top, scale.At(tick), top + rowsHeight, "p-line"));
        }

        return top;
    }
}
