using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>What stands at the left of bars and points: in one column what they are called, in another, where there is any, their names in full.</summary>
internal sealed class RowLabels
{
    private const double Indent = 12;
    private const double Gap = 8;

    private readonly double _names;

    private RowLabels(double names, double right) => (_names, Right) = (names, right);

    /// <summary>Where they end.</summary>
    public double Right { get; }

    /// <param name="room">For both columns; labels take at most three fifths of it where there are names.</param>
    public static RowLabels Of(IReadOnlyList<Bar> items, double room)
    {
        var hasNames = items.Any(item => item.Name.Length > 0);
        var labels = Math.Min(items.Max(item => IndentOf(item) + Lettering.WidthOf(item.Label)), hasNames ? .6 * room : room);
        if (!hasNames) return new(Sheet.Margin + labels, Sheet.Margin + labels);

        var names = Math.Min(items.Max(item => IndentOf(item) + Lettering.WidthOf(item.Name, Lettering.Small)), room - labels - Gap);
        return new(Sheet.Margin + labels + Gap, Sheet.Margin + labels + Gap + names);
    }

    public IEnumerable<XElement> At(Bar item, double middle)
    {
        var hasName = item.Name.Length > 0;
        var left = Sheet.Margin + IndentOf(item);
        var room = (_names < Right ? _names - Gap : Right) - left;
        yield return Shape.Text(left, Lettering.Baseline(middle), Lettering.Fit(item.Label, room, inTheMiddle: !hasName));
        if (!hasName) yield break;

        var names = _names + IndentOf(item);
        yield return Shape.Text(names, Lettering.Baseline(middle, Lettering.Small), Lettering.Fit(item.Name, Right - names, Lettering.Small), "p-small p-soft");
    }

    /// <summary>The item in words, with its interval.</summary>
    public static string TitleOf(Bar item, Scale scale)
    {
        var name = item.Name.Length > 0 ? " " + Lettering.Isolated(item.Name) : "";
        var interval = item is { Value: not null, Lower: { } lower, Upper: { } upper } ? $", interval {scale.Written(Rounded(lower))} to {scale.Written(Rounded(upper))}" : "";
        return $"{Lettering.Isolated(item.Label)}{name}: {TextOf(item)}{interval}";
    }

    public static string TextOf(Bar item) => item.Text.Length > 0 ? item.Text : "n/a";

    private static double Rounded(double value) => Math.Round(value, 3);

    private static double IndentOf(Bar item) => Indent * item.Level;
}
