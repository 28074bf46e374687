namespace Spancoder.Learning;

/// <summary>Solves a <see cref="LogisticProblem"/> in its dual form, by coordinate descent: one segment after the other, in an order drawn by chance with a fixed seed, until no segment moves any more.</summary>
/// <remarks>
/// H.-F. Yu, F.-L. Huang, C.-J. Lin, Dual coordinate descent methods for logistic regression and maximum entropy models, Machine Learning 85 (2011), algorithm 5. Each segment has a share αᵢ between 0
/// and its cost cᵢ, and w = Σ αᵢ yᵢ xᵢ at all times. At the optimum ln(αᵢ / (cᵢ − αᵢ)) = −yᵢ (w·xᵢ + b) for every segment; the left side less the right side is called its error below. It is a
/// difference of log-odds.
/// </remarks>
/// <param name="tolerance">The largest error of a segment at which it stops.</param>
internal sealed class DualTrainer(double tolerance = 1e-3) : ILinearTrainer
{
    private const int MostRounds = 100_000;

    public string Name => "linear";

    public LinearWeights Train(LogisticProblem problem)
    {
        Descent descent = new(problem);
        for (var round = 0; round < MostRounds && descent.Round() > tolerance; round++)
        {
        }

        return descent.Weights;
    }

    private sealed class Descent
    {
        private const double LeastShare = 1e-8; // no share is exactly 0: its logarithm is needed

        private readonly LogisticProblem _problem;
        private readonly SparseRows _rows;
        private readonly double[] _weights;
        private readonly double[] _signs;
        private readonly double[] _costs;
        private readonly double[] _squares; // x·x, by segment
        private readonly double[] _shares; // α
        private readonly double[] _rests; // c − α, kept beside it, since one of both may be too small for the difference
        private readonly IReadOnlyList<int> _order;
        private readonly SplitMix64 _chance = new(1);
        private double _bias;
        private double _exactness = 1e-2; // of a single step; made finer as the whole gets nearer

        public Descent(LogisticProblem problem)
        {
            (_problem, _rows) = (problem, problem.Rows);
            (_signs, _costs) = ([.. problem.Signs], [.. problem.Costs]);
            (_weights, _order) = (new double[problem.Columns], [.. Enumerable.Range(0, problem.Count)]);
            (_squares, _shares, _rests) = (new double[problem.Count], new double[problem.Count], new double[problem.Count]);
            for (var i = 0; i < problem.Count; i++)
            {
                _squares[i] = _rows.Square(problem.Chosen[i]) + 1;
                _shares[i] = Math.Min(1e-3 * _costs[i], LeastShare);
                _rests[i] = _costs[i] - _shares[i];
                Move(i, _shares[i]);
            }
        }

        public LinearWeights Weights => new(_weights, _bias);

        /// <summary>Lets every segment move once.</summary>
        /// <returns>The largest error that was met.</returns>
        public double Round()
        {
            var (largest, steps) = (0d, 0);
            foreach (var segment in _chance.Shuffle(_order))
            {
                var margin = _signs[segment] * (_rows.Dot(_problem.Chosen[segment], _weights) + _bias);
                largest = Math.Max(largest, Settle(segment, margin, ref steps));
            }

            if (steps <= _order.Count / 10) _exactness = Math.Max(1e-12, _exactness / 10);
            return largest;
        }

        // Finds the share at which the segment's own error is nothing, the others staying as they are. The variable is the smaller of the share and its rest, which is where precision is needed.
        private double Settle(int segment, double margin, ref int steps)
        {
            var (cost, square) = (_costs[segment], _squares[segment]);
            var isShare = square / 2 * (_rests[segment] - _shares[segment]) + margin >= 0;
            var (from, slope) = isShare ? (_shares[segment], margin) : (_rests[segment], -margin);
            var at = from > cost / 2 ? from / 10 : from;
            var error = Error(at);
            var first = Math.Abs(error);
            for (var tries = 0; tries < 100 && Math.Abs(error) >= _exactness; tries++, steps++)
            {
                var next = at - error / (square + cost / (at * (cost - at)));
                at = next > 0 ? next : at / 10;
                error = Error(at);
            }

            if (first < _exactness) return first;

            (_shares[segment], _rests[segment]) = isShare ? (at, cost - at) : (cost - at, at);
            Move(segment, isShare ? at - from : from - at);
            return first;

            double Error(double value) => square * (value - from) + slope + Math.Log(value / (cost - value));
        }

        private void Move(int segment, double by)
        {
            _rows.AddTo(_weights, _problem.Chosen[segment], _signs[segment] * by);
            _bias += _signs[segment] * by;
        }
    }
}
