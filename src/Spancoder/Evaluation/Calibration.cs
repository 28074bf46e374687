using Spancoder.Codebooks;

namespace Spancoder.Evaluation;

/// <summary>Whether probabilities are what they say: of segments to which a code is given with .7, seven in ten should have it.</summary>
/// <param name="Segments">How many have a probability of it.</param>
/// <param name="Support">How many of them have the code.</param>
/// <param name="Mean">The mean probability; beside the share that has the code it shows whether too much is promised on the whole.</param>
/// <param name="Brier">Mean squared difference of probability and outcome, from 0; who always says the share s gets s (1 − s). G. W. Brier, Monthly Weather Review 78(1), 1950.</param>
/// <param name="Error">Expected calibration error: the mean difference of mean probability and share in bins of equal numbers of segments, from 0. M. P. Naeini et al., AAAI 2015, with bins as in K. Nguyen, B. O'Connor, EMNLP 2015.</param>
internal sealed record Calibration(Code Code, int Segments, int Support, Figure Mean, Figure Brier, Figure Error)
{
    /// <summary>Of each bin, so that its share means something; and of segments with the code, so that there is something to be shared out.</summary>
    public const int FewestInBin = 20, FewestWithCode = 20;

    private const int MostBins = 10;

    /// <param name="said">Probabilities out of fold, and whether the segment has the code.</param>
    public static Calibration Of(Code code, IReadOnlyList<(double Probability, bool IsPositive)> said)
    {
        var support = said.Count(one => one.IsPositive);
        if (said is []) return None("in no fold was it learned");

        var brier = said.Average(one => Math.Pow(one.Probability - (one.IsPositive ? 1 : 0), 2));
        var error = support < FewestWithCode ? Figure.Undefined($"{support} of at least {FewestWithCode} segments that have it") : ErrorOf(said);
        return new(code, said.Count, support, Figure.Of(said.Average(one => one.Probability)), Figure.Of(brier), error);

        Calibration None(string reason) => new(code, 0, 0, Figure.Undefined(reason), Figure.Undefined(reason), Figure.Undefined(reason));
    }

    private static Figure ErrorOf(IReadOnlyList<(double Probability, bool IsPositive)> said)
    {
        var bins = Math.Min(MostBins, said.Count / FewestInBin);
        if (bins < 2) return Figure.Undefined($"{said.Count} segments are too few for two bins of {FewestInBin}");

        // Where a bin ends among equal probabilities, none of them has a better claim to be in it than another: each counts as the share of them that have the code.
        List<(double Probability, double Share)> inOrder =
        [
            .. said.GroupBy(one => one.Probability).OrderBy(same => same.Key).SelectMany(same => Enumerable.Repeat((same.Key, same.Average(one => one.IsPositive ? 1d : 0)), same.Count())),
        ];
        var error = 0d;
        for (var bin = 0; bin < bins; bin++)
        {
            var (from, to) = ((int)((long)said.Count * bin / bins), (int)((long)said.Count * (bin + 1) / bins));
            var ofBin = inOrder[from..to];
            error += Math.Abs(ofBin.Sum(one => one.Probability - one.Share));
        }

        return Figure.Of(error / said.Count);
    }
}
