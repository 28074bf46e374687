using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Learning;

namespace Spancoder.Evaluation;

/// <summary>Lets each way to code judge segments of documents that it has not learned from.</summary>
/// <remarks>
/// For each fold everything is done anew on the other folds: weights, and on folds within these the scaling of probabilities and the thresholds. Nothing of a judged fold is seen before it is judged.
/// </remarks>
internal sealed class CrossValidation
{
    private readonly Codebook _codebook;
    private readonly IReadOnlyList<JudgedSegment> _segments;
    private readonly bool _isExclusive;
    private readonly ClassifierTrainer _withRules;
    private readonly ClassifierTrainer _withoutRules;

    /// <param name="segments">In the order of <see cref="LabelledSegment.InOrder"/>.</param>
    /// <param name="firstOfRules">The number of the first feature that comes of rules.</param>
    /// <param name="isExclusive">Whether every segment has exactly one code.</param>
    public CrossValidation(Codebook codebook, IReadOnlyList<JudgedSegment> segments, int firstOfRules, TrainingOptions options, bool isExclusive = false)
    {
        (_codebook, _segments, _isExclusive) = (codebook, segments, isExclusive);
        List<LabelledSegment> lessons = [.. segments.Select(segment => segment.Lesson)];
        _withRules = new(codebook, lessons, options);
        _withoutRules = codebook.Rules is [] ? _withRules : new(codebook, lessons.ConvertAll(lesson => lesson with { Vector = lesson.Vector.Below(firstOfRules) }), options);
    }

    /// <param name="drawn">The segments that may be learned from; null for all. The others are judged all the same.</param>
    public Predictions Judge(FoldPlan plan, IReadOnlySet<int>? drawn = null)
    {
        Predictions predictions = new();
        foreach (var fold in plan.Judged)
        {
            var tested = _segments.Index().Where(segment => plan.FoldOf[segment.Item.Lesson.Document] == fold).Select(segment => segment.Index).ToHashSet();
            int[] chosen = [.. Enumerable.Range(0, _segments.Count).Where(segment => !tested.Contains(segment) && drawn?.Contains(segment) != false)];
            Judge(chosen, tested.Order(), predictions);
        }

        return predictions;
    }

    private void Judge(int[] chosen, IEnumerable<int> tested, Predictions predictions)
    {
        var withRules = _withRules.Train(chosen);
        var withoutRules = _withRules == _withoutRules ? withRules : _withoutRules.Train(chosen);
        var majority = MajorityOf(chosen);
        Combination rules = new(withRules, Decide.Rules), model = new(withoutRules, Decide.Model), both = new(withRules, Decide.Both), either = new(withRules, Decide.Either);
        Probabilities ofModel = new(_withoutRules.Rows, withoutRules), ofBoth = new(_withRules.Rows, withRules);
        foreach (var segment in tested)
        {
            var say = _segments[segment].Rules;
            var (byModel, byBoth) = (ofModel.Of(segment), ofBoth.Of(segment));
            predictions.Add(segment, Method.Majority, majority);
            predictions.Add(segment, Method.Rules, rules.Reached([], say));
            predictions.Add(segment, Method.Model, _isExclusive ? model.One(byModel) : model.Reached(byModel, say), byModel);
            predictions.Add(segment, Method.Both, _isExclusive ? both.One(byBoth) : both.Reached(byBoth, say), byBoth);
            predictions.Add(segment, Method.Either, _isExclusive ? either.One(byBoth) : either.Reached(byBoth, say), byBoth);
        }
    }

    private bool[] MajorityOf(int[] chosen)
    {
        var counts = _codebook.Codes.Select((_, code) => chosen.Count(segment => _segments[segment].Lesson.Labels[code] == true)).ToArray();
        var most = counts is [] ? -1 : Array.IndexOf(counts, counts.Max());
        return [.. counts.Select((count, code) => _isExclusive ? code == most : 2 * count > chosen.Length)];
    }

    /// <summary>What was learned, applied to rows in full precision.</summary>
    private sealed class Probabilities(SparseRows rows, IReadOnlyList<LearnedCode> learned)
    {
        private readonly double[]?[] _weights = [.. learned.Select(code => code.Model?.Weights.Weights.ToArray())];

        public double[] Of(int segment) =>
        [
            .. learned.Select((code, index) => code.Model is { } model ? model.Scaling.ProbabilityOf(rows.Dot(segment, _weights[index]) + model.Weights.Bias) : double.NaN),
        ];
    }
}

/// <summary>What ways to code say of segments.</summary>
internal sealed class Predictions
{
    private readonly SortedSet<int> _judged = [];
    private readonly Dictionary<(Method Method, int Segment), (bool[] Reached, double[] Probabilities)> _said = [];

    /// <summary>The segments that were judged, ascending.</summary>
    public IReadOnlyCollection<int> Judged => _judged;

    public void Add(int segment, Method method, bool[] reached, double[]? probabilities = null)
    {
        _judged.Add(segment);
        _said.Add((method, segment), (reached, probabilities ?? []));
    }

    /// <summary>By code: whether it is given this code or one below it.</summary>
    public bool[] Reached(Method method, int segment) => _said[(method, segment)].Reached;

    /// <summary>By code: its probability; of one nested in another, if the segment has the other. Not a number where nothing was learned; empty for a way to code that has none.</summary>
    public double[] Probabilities(Method method, int segment) => _said[(method, segment)].Probabilities;
}
