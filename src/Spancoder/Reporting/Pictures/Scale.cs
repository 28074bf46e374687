using System.Globalization;

namespace Spancoder.Reporting.Pictures;

/// <summary>Where a value stands on the sheet, from left to right.</summary>
/// <param name="Step">From one tick to the next; 1, 2 or 5 times a power of ten.</param>
internal sealed record Scale(double From, double To, double Left, double Right, double Step)
{
    private const double RoomOfTick = 42;
    private const double BetweenTicks = 14;

    public bool IsShare { get; private init; }

    /// <summary>From 0 to the first tick that no value exceeds.</summary>
    /// <param name="isWhole">Whether all values are whole numbers, as counts are: then ticks are too.</param>
    public static Scale FromZero(double most, double left, double right, bool isShare, bool isWhole)
    {
        if (most <= 0) most = isShare ? .1 : 1;
        var step = StepFor(most, right - left, most);
        if (isWhole) step = Math.Max(1, step);
        var to = Math.Ceiling((most / step) - 1e-9) * step;
        return new(0, isShare ? Math.Min(1, to) : to, left, right, step) { IsShare = isShare };
    }

    public static Scale Between(double from, double to, double left, double right)
    {
        if (!(to > from)) to = from + 1;
        return new(from, to, left, right, StepFor(to - from, right - left, Math.Max(Math.Abs(from), Math.Abs(to))));
    }

    public IEnumerable<double> Ticks
    {
        get
        {
            var first = Math.Ceiling((From / Step) - 1e-9);
            var last = Math.Floor((To / Step) + 1e-9);
            for (var tick = first; tick <= last; tick++) yield return (tick * Step) + 0.0; // never a negative zero
        }
    }

    /// <summary>Values outside stand at the nearer end.</summary>
    public double At(double value) => Left + ((Math.Clamp(value, From, To) - From) / (To - From) * (Right - Left));

    public bool Holds(double value) => value >= From && value <= To;

    public string Written(double value) => IsShare ? Figure(100 * value) + "%" : Figure(value);

    private static string Figure(double value) => value.ToString(Math.Abs(value) < 1e9 ? "0.####" : "0.##e0", CultureInfo.InvariantCulture);

    // Ticks stand so far apart that the widest can be written.
    private static double StepFor(double length, double room, double widest)
    {
        var least = length / Math.Max(1, Math.Floor(room / Math.Max(RoomOfTick, Lettering.WidthOf(Figure(widest), Lettering.Small) + BetweenTicks)));
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var times = least / power;
        return power * (times <= 1.000001 ? 1 : times <= 2.000001 ? 2 : times <= 5.000001 ? 5 : 10);
    }
}
