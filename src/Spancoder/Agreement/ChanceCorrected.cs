namespace Spancoder.Agreement;

/// <summary>Agreement that was observed, and that which chance alone would give.</summary>
public readonly record struct ChanceCorrected
{
    private ChanceCorrected(Figure observed, Figure expected) => (Observed, Expected) = (observed, expected);

    /// <summary>From 0 to 1.</summary>
    public Figure Observed { get; }

    /// <summary>From 0 to 1.</summary>
    public Figure Expected { get; }

    /// <summary>(observed - expected) / (1 - expected): 1 is perfect, 0 is what chance would give, and below 0 it is worse.</summary>
    public Figure Coefficient => this switch
    {
        { Observed.Reason: { } reason } => Figure.Undefined(reason),
        { Expected.Reason: { } reason } => Figure.Undefined(reason),
        { Observed.Value: { } observed, Expected.Value: { } expected } => expected < 1 ? Figure.Of((observed - expected) / (1 - expected)) : Figure.Undefined(Reasons.NoVariation),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static ChanceCorrected Of(double observed, double expected) => new(Figure.Of(observed), Figure.Of(expected));

    /// <summary>Observed, but chance has no meaning here.</summary>
    public static ChanceCorrected WithoutChance(double observed, string reason) => new(Figure.Of(observed), Figure.Undefined(reason));

    public static ChanceCorrected Undefined(string reason) => new(Figure.Undefined(reason), Figure.Undefined(reason));
}
