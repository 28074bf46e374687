using System.Globalization;
using System.Text;

namespace Spancoder.Reporting.Pictures;

/// <summary>For each document a band from its beginning to its end, with a track for each code; what is not coded is faint through all tracks.</summary>
internal static class StripsLayout
{
    private const double Track = 13;
    private const double Mark = 8;
    private const double Head = 20;
    private const double Gap = 8;
    private const double LabelsRoom = 110;

    public static void Draw(Drawing.Strips strips, Sheet sheet)
    {
        var left = Sheet.Margin + Math.Min(LabelsRoom, strips.Codes.Max(code => Lettering.WidthOf(code, Lettering.Tiny))) + Gap;
        DrawKey(left, sheet);
        var y = Sheet.Margin + Head;
        foreach (var strip in strips.Documents)
        {
            Draw(strip, strips.Codes, new(left, sheet.Width - Sheet.Margin, strip.Length), y, sheet);
            y += Head + (Track * strips.Codes.Count) + Gap;
        }

        sheet.Height = y;
    }

    private static void Draw(Strip strip, IReadOnlyList<string> codes, Stretch stretch, double y, Sheet sheet)
    {
        var length = string.Create(CultureInfo.InvariantCulture, $"{strip.Length} {(strip.Length == 1 ? "segment" : "segments")}");
        var room = sheet.Width - (2 * Sheet.Margin) - Lettering.WidthOf(length, Lettering.Small) - Gap;
        sheet.Add(
            Shape.Text(Sheet.Margin, y + Lettering.Size, Lettering.Fit(strip.Label, room, inTheMiddle: true)),
            Shape.Text(sheet.Width - Sheet.Margin, y + Lettering.Size, length, "p-small p-soft p-end"));

        var top = y + Head;
        DrawGaps(strip, stretch, top, Track * codes.Count, sheet);
        foreach (var (track, code) in codes.Index()) DrawTrack(strip, (track, code), stretch, top + (Track * track), sheet);
    }

    private static void DrawTrack(Strip strip, (int Index, string Code) track, Stretch stretch, double top, Sheet sheet)
    {
        sheet.Add(
            Shape.Text(stretch.Left - Gap, Lettering.Baseline(top + (Track / 2), Lettering.Tiny), Lettering.Fit(track.Code, LabelsRoom, Lettering.Tiny), "p-tiny p-soft p-end"),
            Shape.Line(stretch.Left, top + Track - 1.5, stretch.Right, top + Track - 1.5, "p-line"));

        var marks = strip.Marks.Where(mark => mark.Track == track.Index && mark.Segment >= 0 && mark.Segment < strip.Length).OrderBy(mark => mark.Segment).ToList();
        if (marks is []) return;

        var ids = marks.GroupBy(mark => mark.Segment).ToDictionary(mark => mark.Key, mark => mark.First().Id);
        var runs = stretch.Runs([.. ids.Keys]);
        var style = PictureStyle.Track(track.Index);
        if (!sheet.IsInPage)
        {
            sheet.AddItem($"{Lettering.Isolated(strip.Label)}, {Lettering.Isolated(track.Code)}: {marks.Count}", null, Shape.Path(PathOf(runs, stretch, top + 2, Mark), style));
            return;
        }

        foreach (var run in runs)
        {
            var (first, last) = (ids[run.First], ids[run.Last]);
            var title = first == last ? $"{Lettering.Isolated(track.Code)}: {Lettering.Isolated(first)}" : $"{Lettering.Isolated(track.Code)}: {Lettering.Isolated(first)} to {Lettering.Isolated(last)}";
            sheet.AddItem(title, "#" + Uri.EscapeDataString(first), isOneOfMany: true, Shape.Rect(stretch.At(run.Start), top + 2, stretch.WidthOf(run), Mark, style));
        }
    }

    private static void DrawGaps(Strip strip, Stretch stretch, double top, double height, Sheet sheet)
    {
        var gaps = stretch.Gaps(strip.Gaps);
        if (gaps is not []) sheet.AddItem("Not coded", null, Shape.Path(PathOf(gaps, stretch, top, height), "p-gap"));
    }

    // One shape for all of them, so that files stay small.
    private static string PathOf(IEnumerable<Run> runs, Stretch stretch, double top, double height)
    {
        StringBuilder path = new();
        foreach (var run in runs)
        {
            var width = Shape.Number(stretch.WidthOf(run));
            path.Append(CultureInfo.InvariantCulture, $"M{Shape.Number(stretch.At(run.Start))} {Shape.Number(top)}h{width}v{Shape.Number(height)}h-{width}z");
        }

        return path.ToString();
    }

    private static void DrawKey(double left, Sheet sheet)
    {
        var y = Sheet.Margin + Lettering.Small;
        sheet.Add(
            Shape.Text(left, y, "beginning", "p-small p-soft"),
            Shape.Text(sheet.Width - Sheet.Margin, y, "end", "p-small p-soft p-end"),
            Shape.Rect(left + 80, y - 9, 14, 11, "p-gap"),
            Shape.Text(left + 100, y, "not coded: interviewer, memos", "p-small p-soft"));
    }
}
