using Spancoder.Agreement.Resampling;

namespace Spancoder.Agreement.Figures;

/// <summary>What the user chose; all of it but threads stands in the sentence about methods.</summary>
internal sealed record AgreementOptions
{
    public Frame Frame { get; init; } = Frame.Pairable;

    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>Null: documents where there are enough, else units.</summary>
    public Resample? Resample { get; init; }

    /// <summary>How far apart two sets of codes are, for the interval over all codes.</summary>
    public SetDistance Distance { get; init; } = SetDistance.Masi;

    /// <summary>What figures are compared with, ascending.</summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [0.667, 0.8];

    /// <summary>By what the figures of codes are broken down.</summary>
    public IReadOnlyList<Dimension> By { get; init; } = [];
}

/// <summary>What is drawn anew.</summary>
internal enum Resample
{
    Unit,
    Document,
}

/// <summary>What figures are broken down by.</summary>
internal enum Dimension
{
    Document,
    Language,
    Layer,
    Pair,
    Round,
}
