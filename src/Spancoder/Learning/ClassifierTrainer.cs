using Spancoder.Codebooks;

namespace Spancoder.Learning;

/// <summary>Learns a codebook's codes from segments that people judged; each code by itself, a code with a parent among the segments that have the parent.</summary>
/// <remarks>
/// Scores become probabilities, and probabilities are cut, by what is said of documents that were left out: the documents chosen are cut into folds, for each code by itself, and each fold is scored with
/// weights learned from the others. The weights that are kept are then learned from all that were chosen. Nothing that was not chosen is looked at.
/// </remarks>
internal sealed class ClassifierTrainer
{
    private readonly IReadOnlyList<Code> _codes;
    private readonly IReadOnlyList<LabelledSegment> _segments;
    private readonly TrainingOptions _options;

    /// <param name="segments">In the order of <see cref="LabelledSegment.InOrder"/>.</param>
    public ClassifierTrainer(Codebook codebook, IReadOnlyList<LabelledSegment> segments, TrainingOptions options)
    {
        (_codes, _segments, _options) = (codebook.Codes, segments, options);
        Rows = SparseRows.Of([.. segments.Select(segment => segment.Vector)]);
    }

    /// <summary>By segment its features.</summary>
    public SparseRows Rows { get; }

    /// <param name="chosen">The indices of the segments to learn from, ascending.</param>
    /// <returns>By code.</returns>
    public IReadOnlyList<LearnedCode> Train(IReadOnlyList<int> chosen)
    {
        int[] codes = [.. Enumerable.Range(0, _codes.Count)];
        Dictionary<Code, LearnedCode> learned = [];
        foreach (var code in Ordered.Select(codes, _options.Threads, () => 0, (_, code) => Train(code, chosen))) learned.Add(code.Code, UnderItsParent(code, learned)); // parents stand before their children
        return [.. learned.Values];
    }

    // What is nested in a code is only looked at where somebody found the code.
    private static LearnedCode UnderItsParent(LearnedCode code, Dictionary<Code, LearnedCode> learned) =>
        code is { Model: not null, Code.Parent: { } parent } && learned[parent].Model is null ? code with { Model = null, WhyNot = $"{parent.Id} is left to the rules" } : code;

    private LearnedCode Train(int code, IReadOnlyList<int> chosen)
    {
        var parent = _codes[code].Parent is { } above ? _codes.Index().First(other => other.Item == above).Index : -1;
        List<int> judged = [.. chosen.Where(index => LabelOf(index, code) is not null && (parent < 0 || LabelOf(index, parent) == true))];
        var given = judged.Where(index => Has(index, code)).ToList();
        LearnedCode learned = new(_codes[code], new(given.Count, judged.Count - given.Count, given.Select(DocumentOf).Distinct().Count()));
        if (learned.Examples.TooFew is { } tooFew) return learned with { WhyNot = tooFew };

        var scored = OutOfFold(judged, code, FoldsOf(judged, given));
        if (!Ranking.IsBetterThanChance(scored)) return learned with { WhyNot = "on documents left out it did no better than chance" };

        var weights = Solve(judged, code);
        var scaling = PlattScaling.Fit(scored);
        var cutoffs = Cutoffs.Of([.. scored.Select(one => (scaling.ProbabilityOf(one.Score), one.IsPositive))]);
        return learned with { Model = new(weights, scaling, cutoffs) };
    }

    // Documents that have the code are parted by themselves: else those of a rare code might all be left out together, and nobody could say how well it is told.
    private Dictionary<string, int> FoldsOf(List<int> judged, List<int> given)
    {
        var having = given.CountBy(DocumentOf).ToDictionary();
        var others = judged.CountBy(DocumentOf).Where(document => !having.ContainsKey(document.Key)).ToDictionary();
        return GroupedFolds.Of(having, _options.Folds).Concat(GroupedFolds.Of(others, _options.Folds)).ToDictionary();
    }

    // What is said of each segment by weights that were learned from the documents of other folds.
    private List<(double Score, bool IsPositive)> OutOfFold(List<int> judged, int code, Dictionary<string, int> folds)
    {
        List<(double, bool)> scored = [];
        foreach (var fold in judged.GroupBy(index => folds[DocumentOf(index)]).OrderBy(fold => fold.Key))
        {
            List<int> others = [.. judged.Where(index => folds[DocumentOf(index)] != fold.Key)];
            if (others.TrueForAll(index => Has(index, code)) || !others.Exists(index => Has(index, code))) continue; // there is nothing to tell apart

            var weights = Solve(others, code);
            double[] byColumn = [.. weights.Weights];
            scored.AddRange(fold.Select(index => (Rows.Dot(index, byColumn) + weights.Bias, Has(index, code))));
        }

        return scored;
    }

    private LinearWeights Solve(List<int> judged, int code) => _options.Trainer.Train(new(Rows, judged, index => Has(index, code), _options.C));

    private string DocumentOf(int index) => _segments[index].Document;

    private bool? LabelOf(int index, int code) => _segments[index].Labels[code];

    private bool Has(int index, int code) => LabelOf(index, code) == true;
}
