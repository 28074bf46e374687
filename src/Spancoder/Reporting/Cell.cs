using System.Globalization;

namespace Spancoder.Reporting;

/// <summary>What stands in a cell of a report's table: as people read it, and, where it is a figure, as programs do.</summary>
/// <param name="Text">As it is shown.</param>
public sealed record Cell(string Text)
{
    /// <summary>Unrounded, a share as a number from 0 to 1; null where there is no figure, or it is undefined.</summary>
    public double? Value { get; init; }

    /// <summary>The segments that it counts; null where it counts none, or nothing that a page could show.</summary>
    public Selection? Of { get; init; }

    public static implicit operator Cell(string text) => new(text);

    /// <summary>A count.</summary>
    public static Cell Count(int count, Selection? of = null) => new(count.ToString(CultureInfo.InvariantCulture)) { Value = count, Of = of };

    /// <summary>A number of words: shown whole.</summary>
    public static Cell Words(double words) => new(words.ToString("0", CultureInfo.InvariantCulture)) { Value = words };

    /// <summary>A share in percent; n/a where it is a share of nothing.</summary>
    public static Cell Share(double part, double whole) => whole > 0 ? Percent(part / whole) : Undefined;

    /// <summary>The same of a share that is worked out already.</summary>
    public static Cell Percent(double share) => new(FormattableString.Invariant($"{100 * share:0.0}%")) { Value = share };

    /// <param name="format">How many digits are shown: "0.000".</param>
    public static Cell Number(double number, string format) => new(number.ToString(format, CultureInfo.InvariantCulture)) { Value = number };

    /// <summary>The table says why.</summary>
    public static Cell Undefined { get; } = new("n/a");

    public override string ToString() => Text;
}
