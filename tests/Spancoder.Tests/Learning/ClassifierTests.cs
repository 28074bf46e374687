using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

public class ClassifierTests
{
    private static readonly IReadOnlyList<LabelledSegment> Segments = LearningWorld.Drawn(3);
    private static readonly SparseRows Rows = SparseRows.Of([.. Segments.Select(segment => segment.Vector)]);
    private static readonly IReadOnlyList<LearnedCode> Learned = LearningWorld.Train(Segments);
    private static readonly Classifier Whole = new(new(GivenLearning.NoRules, withPrevious: false), Learned, Rows.Features);

    [Fact]
    public void What_it_says_is_the_scaled_score_of_the_weights_as_they_were_learned()
    {
        foreach (var segment in Segments)
        {
            var said = Whole.Probabilities(View(segment.Vector));
            foreach (var (code, learned) in Learned.Index())
            {
                var model = learned.Model!; // every code was learned
                var weights = LearningWorld.WeightsByFeature(model.Weights, Rows);
                var score = segment.Vector.Features.Zip(segment.Vector.Values).Sum(feature => feature.Second * weights.GetValueOrDefault(feature.First)) + model.Weights.Bias;
                Assert.Equal(1 / (1 + Math.Exp(model.Scaling.A * score + model.Scaling.B)), said[code], 1e-5);
            }
        }
    }

    // Of a code below another, the probability among segments that have that one: it says what the child's own weights say, however unlikely the parent is.
    [Fact]
    public void What_it_says_of_a_code_with_a_parent_does_not_look_at_what_it_says_of_the_parent()
    {
        var parent = Learned[LearningWorld.A];
        var never = parent with { Model = parent.Model! with { Scaling = new(0, 50) } }; // it was learned
        Classifier unlikely = new(Whole.Space, [never, Learned[LearningWorld.AB], Learned[LearningWorld.C]], Rows.Features);
        foreach (var segment in Segments.Take(50))
        {
            var (usual, said) = (Whole.Probabilities(View(segment.Vector)), unlikely.Probabilities(View(segment.Vector)));
            Assert.InRange(said[LearningWorld.A], 0, 1e-20);
            Assert.Equal(usual[LearningWorld.AB], said[LearningWorld.AB]);
        }
    }

    [Fact]
    public void Of_a_code_that_was_not_learned_it_says_no_number_and_of_the_others_the_same()
    {
        Classifier partly = new(Whole.Space, [Learned[0] with { Model = null }, Learned[1], Learned[2]], Rows.Features);
        foreach (var segment in Segments.Take(50))
        {
            var (usual, said) = (Whole.Probabilities(View(segment.Vector)), partly.Probabilities(View(segment.Vector)));
            Assert.Equal([double.NaN, usual[1], usual[2]], said);
        }

        Assert.Equal(Whole.WeightOf(5, Whole.LaneOf(Learned[2].Code)), partly.WeightOf(5, partly.LaneOf(Learned[2].Code)));
    }

    [Fact]
    public void Where_nothing_was_learned_it_says_no_number_of_anything() =>
        Assert.Equal([double.NaN, double.NaN, double.NaN], new Classifier(Whole.Space, [.. Learned.Select(code => code with { Model = null })], Rows.Features).Probabilities(View(Segments[0].Vector)));

    [Fact]
    public void A_feature_that_was_never_seen_weighs_nothing()
    {
        foreach (var code in Learned)
        {
            Assert.Equal(0, Whole.WeightOf(40_000, Whole.LaneOf(code.Code)));
            foreach (var (column, feature) in Rows.Features.Index()) Assert.Equal((float)code.Model!.Weights.Weights[column], Whole.WeightOf(feature, Whole.LaneOf(code.Code))); // every code was learned
        }

        var vector = Segments[0].Vector;
        Assert.Equal(Whole.Probabilities(View(vector)), Whole.Probabilities(View(new([40_000, .. vector.Features], [100, .. vector.Values]))));
    }

    [Fact]
    public void A_segment_without_features_has_the_probability_of_the_bias()
    {
        var said = Whole.Probabilities(View(new([], [])));
        Assert.Equal(Learned.Select(code => code.Model!.Scaling.ProbabilityOf(code.Model.Weights.Bias)), said); // every code was learned
    }

    [Fact]
    public void Several_threads_may_ask_it()
    {
        var alone = Segments.Select(segment => Whole.Probabilities(View(segment.Vector))).ToList();
        var together = new double[Segments.Count][];
        Parallel.For(0, Segments.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Whole.Probabilities(View(Segments[i].Vector)));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void It_knows_the_code_above() => Assert.Equal([-1, LearningWorld.A, -1], new[] { LearningWorld.A, LearningWorld.AB, LearningWorld.C }.Select(Whole.ParentOf));

    // On documents of the same world that it never saw, what it calls likely is so: the codes have words, and it found them.
    [Fact]
    public void It_codes_documents_that_it_never_saw()
    {
        var others = LearningWorld.Drawn(4, documents: 40);
        foreach (var code in new[] { LearningWorld.A, LearningWorld.C })
        {
            var cutoffs = Learned[code].Model!.Cutoffs; // every code was learned
            var judged = others.Where(segment => segment.Labels[code] is not null).Select(segment => (Has: segment.Labels[code] == true, Probability: Whole.Probabilities(View(segment.Vector))[code])).ToList();
            var given = judged.Where(one => one.Probability >= cutoffs.Threshold).ToList();
            var f1 = 2d * given.Count(one => one.Has) / (given.Count + judged.Count(one => one.Has));
            Assert.Equal(2 * cutoffs.Threshold, f1, 0.1); // what was foretold
            var prevalence = judged.Count(one => one.Has) / (double)judged.Count;
            Assert.InRange(f1, 2 * prevalence / (1 + prevalence) + 0.1, 1); // far better than to give it to all
            Assert.Equal(prevalence, judged.Average(one => one.Probability), 0.05);
        }
    }

    private static FeatureView View(SparseVector vector) => new([.. vector.Features], [.. vector.Values]);
}
