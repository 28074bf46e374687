using System.Globalization;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Reporting.Agreements;

/// <summary>Figures as people read them: three decimals, and n/a where there is none.</summary>
internal static class FigureText
{
    public const string NotApplicable = "n/a";

    public static string Of(Figure figure) => figure.Value is { } value ? Decimal(value) : NotApplicable;

    public static string Of(Interval interval) => interval.Reason is null ? $"{Decimal(interval.Low)} to {Decimal(interval.High)}" : NotApplicable;

    public static string Percent(Figure figure) => figure.Value is { } value ? Percent(value) : NotApplicable;

    public static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A threshold, as short as it was written.</summary>
    public static string Short(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Decimal(double value)
    {
        var text = value.ToString("0.000", CultureInfo.InvariantCulture);
        return text == "-0.000" ? "0.000" : text;
    }
}
