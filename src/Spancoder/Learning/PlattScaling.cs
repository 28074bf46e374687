namespace Spancoder.Learning;

/// <summary>Makes a probability of a score: 1 / (1 + exp(A s + B)).</summary>
/// <remarks>
/// J. Platt, Probabilistic outputs for support vector machines, 1999, with the targets (n₊ + 1) / (n₊ + 2) and 1 / (n₋ + 2), which keep small samples from certainty; found by Newton's method as in H.-T. Lin,
/// C.-J. Lin, R. C. Weng, A note on Platt's probabilistic outputs for support vector machines, Machine Learning 68 (2007).
/// </remarks>
internal readonly record struct PlattScaling(double A, double B)
{
    private const int MostSteps = 1000;
    private const double LongestStep = 4; // in log-odds; a rare code that is told apart well is overshot otherwise, to where there is no slope that leads back
    private const double Ridge = 1e-12; // keeps the matrix of second derivatives invertible

    /// <summary>From 0 to 1.</summary>
    public double ProbabilityOf(double score) => Probability(A * score + B);

    /// <param name="scored">Scores of segments that the trainer did not see, and whether they have the code; of both kinds at least one.</param>
    public static PlattScaling Fit(IReadOnlyList<(double Score, bool IsPositive)> scored)
    {
        // From 0 to 1 here, so that neither many equal scores nor such as lie far from 0 make the matrix of second derivatives singular.
        var (low, high) = (scored.Min(one => one.Score), scored.Max(one => one.Score));
        var width = high > low ? high - low : 1;
        var scores = scored.Select(one => (one.Score - low) / width).ToArray();
        double positive = scored.Count(one => one.IsPositive), negative = scored.Count - positive;
        var targets = scored.Select(one => one.IsPositive ? (positive + 1) / (positive + 2) : 1 / (negative + 2)).ToArray();
        var found = new PlattScaling(0, Math.Log((negative + 1) / (positive + 1)));
        var loss = LossOf(found);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradientA, gradientB, aa, ab, bb) = (0d, 0d, Ridge, 0d, Ridge);
            foreach (var (index, score) in scores.Index())
            {
                var p = found.ProbabilityOf(score);
                var (wrong, curve) = (targets[index] - p, p * (1 - p));
                gradientA += score * wrong;
                gradientB += wrong;
                aa += score * score * curve;
                ab += score * curve;
                bb += curve;
            }

            if (Math.Abs(gradientA) < 1e-9 && Math.Abs(gradientB) < 1e-9) break;

            var determinant = aa * bb - ab * ab;
            var (stepA, stepB) = (-(bb * gradientA - ab * gradientB) / determinant, -(aa * gradientB - ab * gradientA) / determinant);
            var slope = gradientA * stepA + gradientB * stepB;
            if (!TryStep(stepA, stepB, slope)) break;
        }

        return new(found.A / width, found.B - found.A * low / width);

        bool TryStep(double a, double b, double slope)
        {
            var reach = Math.Max(Math.Abs(b), Math.Abs(a + b)); // by as much some exponent changes, none by more
            for (var length = Math.Min(1, LongestStep / reach); length > 1e-10; length /= 2)
            {
                var next = new PlattScaling(found.A + length * a, found.B + length * b);
                var nextLoss = LossOf(next);
                if (nextLoss >= loss + 1e-4 * length * slope) continue;

                (found, loss) = (next, nextLoss);
                return true;
            }

            return false; // as near as rounding lets it come
        }

        double LossOf(PlattScaling scaling)
        {
            var sum = 0d;
            foreach (var (index, score) in scores.Index())
            {
                var x = scaling.A * score + scaling.B;
                sum += x >= 0 ? targets[index] * x + Math.Log(1 + Math.Exp(-x)) : (targets[index] - 1) * x + Math.Log(1 + Math.Exp(x));
            }

            return sum;
        }
    }

    // Of the power in the exponent, without overflow.
    private static double Probability(double x) => x >= 0 ? Math.Exp(-x) / (1 + Math.Exp(-x)) : 1 / (1 + Math.Exp(x));
}
