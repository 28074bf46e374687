using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>What stands at the left of bars and points: what they are called and, below, where they have one, their name in full.</summary>
internal sealed class RowLabels
{
    private const double Indent = 12;
    private const double Line = 15;

    private RowLabels(double right) => Right = right;

    /// <summary>Where they end.</summary>
    public double Right { get; }

    public static RowLabels Of(IReadOnlyList<Bar> items, double room) =>
        new(Sheet.Margin + Math.Min(room, items.Max(item => IndentOf(item) + Math.Max(Lettering.WidthOf(item.Label), Lettering.WidthOf(item.Name, Lettering.Small)))));

    /// <summary>How much they need of a row's height.</summary>
    public static double HeightOf(Bar item) => item.Name.Length > 0 ? 2 * Line : Line;

    public IEnumerable<XElement> At(Bar item, double middle)
    {
        var left = Sheet.Margin + IndentOf(item);
        if (item.Name.Length == 0)
        {
            yield return Shape.Text(left, Lettering.Baseline(middle), Lettering.Fit(item.Label, Right - left, inTheMiddle: true));
            yield break;
        }

        yield return Shape.Text(left, Lettering.Baseline(middle - (Line / 2)), Lettering.Fit(item.Label, Right - left, inTheMiddle: true));
        yield return Shape.Text(left, Lettering.Baseline(middle + (Line / 2), Lettering.Small), Lettering.Fit(item.Name, Right - left, Lettering.Small), "p-small p-soft");
    }

    /// <summary>The item in words, with its interval.</summary>
    public static string TitleOf(Bar item, Scale scale)
    {
        var name = item.Name.Length > 0 ? " " + Lettering.Isolated(item.Name) : "";
        var interval = item is { Value: not null, Lower: { } lower, Upper: { } upper } ? $", interval {scale.Written(Math.Round(lower, 3))} to {scale.Written(Math.Round(upper, 3))}" : "";
        return $"{Lettering.Isolated(item.Label)}{name}: {TextOf(item)}{interval}";
    }

    public static string TextOf(Bar item) => item.Text.Length > 0 ? item.Text : "n/a";

    private static double IndentOf(Bar item) => Indent * item.Level;
}
