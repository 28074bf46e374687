namespace Spancoder;

/// <summary>What a measure says: a number, or why there is none.</summary>
/// <remarks>"Undefined" is a result. It is never 0, 1 or NaN.</remarks>
public readonly record struct Figure
{
    private Figure(double value, string? reason) => (ValueOrNaN, Reason) = (value, reason);

    private double ValueOrNaN { get; }

    /// <summary>Why there is no number, as a clause without a full stop; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>Null where it is undefined.</summary>
    public double? Value => Reason is null ? ValueOrNaN : null;

    /// <exception cref="ArgumentOutOfRangeException">It is no finite number: whoever computed it should have seen that it is undefined.</exception>
    public static Figure Of(double value) => double.IsFinite(value) ? new(value, null) : throw new ArgumentOutOfRangeException(nameof(value));

    public static Figure Undefined(string reason) => new(double.NaN, reason);
}
