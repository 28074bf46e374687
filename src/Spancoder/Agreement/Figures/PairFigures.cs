using Spancoder.Agreement.Measures;

namespace Spancoder.Agreement.Figures;

/// <summary>How far two coders agree.</summary>
/// <param name="Code">As absent or present; null where it is about all codes as one variable.</param>
/// <param name="Units">How many both judged.</param>
/// <param name="Table">Rows are the first coder's.</param>
internal sealed record PairFigures(string First, string Second, string? Code, int Units, IReadOnlyList<IReadOnlyList<int>> Table, Figure Kappa, Figure StandardError)
{
    public static PairFigures Of(PairTable pair, string? code)
    {
        CohenKappa kappa = new(pair);
        return new(pair.First, pair.Second, code, pair.Units, pair.Rows, kappa.Coefficient, pair.Units == 1 && kappa.Coefficient.Reason is null ? Figure.Undefined(Reasons.OneUnit) : kappa.StandardError);
    }
}
