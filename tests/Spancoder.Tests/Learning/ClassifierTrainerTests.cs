using Spancoder.Learning;

namespace Spancoder.Tests.Learning;

public class ClassifierTrainerTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 4)];

    [Theory, MemberData(nameof(Seeds))]
    public void Labels_and_words_of_segments_that_were_not_chosen_change_no_bit(int seed)
    {
        var segments = LearningWorld.Drawn(seed);
        var expected = Bits(segments, IsChosen);
        SplitMix64 chance = new((ulong)seed, "others");
        for (var time = 0; time < 3; time++)
        {
            List<LabelledSegment> changed = [.. segments.Select(segment => IsChosen(segment) ? segment : segment with { Hash = "other", Labels = [Any(), Any(), Any()], Vector = AnyVector() })];
            Assert.Equal(expected, Bits(changed, IsChosen));
        }

        Assert.NotEqual(expected, Bits(segments, segment => IsChosen(segment) && segment is not { Document: "p4.txt", Number: < 12 })); // of the chosen, a few make a difference

        static bool IsChosen(LabelledSegment segment) => segment.Document[1] is not ('1' or '3' or '7') && segment.Number % 8 != 0;
        bool? Any() => chance.Below(3) switch { 0 => null, 1 => true, _ => false };
        SparseVector AnyVector() => chance.Below(2) == 0 ? LearningWorld.Vector(chance) : GivenLearning.VectorOf((chance.Below(60), 40), (100 + chance.Below(1000), -3));
    }

    // Every document has a word of its own that stands in just those of its segments that have the code; otherwise chance gave it. Whoever sees some segments of a document when judging others finds it easy.
    [Theory, MemberData(nameof(Seeds))]
    public void A_word_that_gives_a_code_away_inside_each_document_teaches_nothing(int seed)
    {
        var segments = WithMarkers(seed);
        var prevalence = segments.Count(segment => segment.Labels[LearningWorld.C] == true) / (double)segments.Count;
        var learned = LearningWorld.Train(segments)[LearningWorld.C];
        Assert.Null(learned.Examples.TooFew);
        if (learned.Model is { } model) // by chance, in one world of twenty, it does better than chance
        {
            Assert.Null(model.Cutoffs.Sure);
            Assert.Equal(prevalence / (1 + prevalence), model.Cutoffs.Threshold, 0.04); // half of the F1 of giving it to all
            var leftOut = LearningWorld.OutOfFold(segments, LearningWorld.C, index => int.Parse(segments[index].Document, System.Globalization.CultureInfo.InvariantCulture));
            Assert.All(leftOut, one => Assert.Equal(prevalence, model.Scaling.ProbabilityOf(one.Score), 0.15));
        }
        else
        {
            Assert.Equal("on documents left out it did no better than chance", learned.WhyNot);
        }

        // The same, were segments left out instead of documents.
        var scored = LearningWorld.OutOfFold(segments, LearningWorld.C, index => index % 5);
        var scaling = PlattScaling.Fit(scored);
        var flattered = Cutoffs.Of([.. scored.Select(one => (scaling.ProbabilityOf(one.Score), one.IsPositive))]);
        Assert.True(Ranking.IsBetterThanChance(scored));
        Assert.NotNull(flattered.Sure);
        Assert.InRange(flattered.Threshold, 0.48, 0.5);
        Assert.Contains(scored, one => Math.Abs(prevalence - scaling.ProbabilityOf(one.Score)) > 0.5);
    }

    // With as many documents as folds each is left out by itself.
    [Theory, MemberData(nameof(Seeds))]
    public void Probabilities_and_cuts_are_those_of_documents_that_were_left_out_and_weights_those_of_all(int seed)
    {
        var segments = LearningWorld.Drawn(seed, documents: 5, size: 40);
        var model = LearningWorld.Train(segments)[LearningWorld.C].Model!; // there are many examples
        var scored = LearningWorld.OutOfFold(segments, LearningWorld.C, index => segments[index].Document[1]);
        var scaling = PlattScaling.Fit(scored);
        Assert.Equal(scaling.A, model.Scaling.A, 1e-6);
        Assert.Equal(scaling.B, model.Scaling.B, 1e-6);
        var cutoffs = Cutoffs.Of([.. scored.Select(one => (scaling.ProbabilityOf(one.Score), one.IsPositive))]);
        Assert.Equal(cutoffs.Threshold, model.Cutoffs.Threshold, 1e-9);
        Assert.Equal(cutoffs.Sure ?? -1, model.Cutoffs.Sure ?? -1, 1e-6);

        var rows = SparseRows.Of([.. segments.Select(segment => segment.Vector)]);
        var all = new DualTrainer().Train(new(rows, [.. Enumerable.Range(0, segments.Count)], index => segments[index].Labels[LearningWorld.C] == true, 4));
        Assert.Equal(all.Weights, model.Weights.Weights);
        Assert.Equal(all.Bias, model.Weights.Bias);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Threads_change_no_bit(int seed)
    {
        var segments = LearningWorld.Drawn(seed);
        var rows = SparseRows.Of([.. segments.Select(segment => segment.Vector)]);
        var one = LearningWorld.Bits(LearningWorld.Train(segments, threads: 1), rows).ToList();
        Assert.All(one, code => Assert.Contains(':', code)); // every code was learned
        Assert.Equal(one, LearningWorld.Bits(LearningWorld.Train(segments, threads: 2), rows));
        Assert.Equal(one, LearningWorld.Bits(LearningWorld.Train(segments, threads: 8), rows));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_in_which_segments_were_met_changes_no_bit(int seed)
    {
        var segments = LearningWorld.Drawn(seed);
        var expected = Bits(segments, _ => true);
        for (ulong order = 1; order <= 3; order++) Assert.Equal(expected, Bits(LabelledSegment.InOrder(new SplitMix64(order).Shuffle(segments)), _ => true));
    }

    [Fact]
    public void Segments_are_in_order_of_documents_and_numbers()
    {
        SparseVector vector = new([], []);
        string[] ids = [.. LabelledSegment.InOrder([.. new[] { ("p2", 10), ("p2", 9), ("p10", 1), ("P2", 1), ("ı", 1), ("i", 1) }.Select(id => GivenLearning.Segment(id.Item1, id.Item2, vector))]).Select(segment => segment.Hash)];
        Assert.Equal(["P2#1", "i#1", "p10#1", "p2#9", "p2#10", "ı#1"], ids);
    }

    [Fact]
    public void The_names_of_codes_are_names_only()
    {
        var segments = LearningWorld.Drawn(1);
        var rows = SparseRows.Of([.. segments.Select(segment => segment.Vector)]);
        var (a, ab, c) = (GivenLearning.Codebook.Codes[0], GivenLearning.Codebook.Codes[1], GivenLearning.Codebook.Codes[2]);
        var above = a with { Id = "zz" };
        var renamed = GivenLearning.Codebook with { Codes = [above, ab with { Id = "a", Parent = above }, c with { Id = "a.b" }] };
        var learned = new ClassifierTrainer(renamed, segments, new()).Train([.. Enumerable.Range(0, segments.Count)]);
        Assert.Equal(LearningWorld.Bits(LearningWorld.Train(segments), rows), LearningWorld.Bits(learned, rows));
        Assert.Equal(["zz", "a", "a.b"], learned.Select(code => code.Code.Id));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_code_with_a_parent_is_learned_among_the_segments_that_have_the_parent_only(int seed)
    {
        var segments = LearningWorld.Drawn(seed);
        var learned = LearningWorld.Train(segments)[LearningWorld.AB];
        List<LabelledSegment> below = [.. segments.Where(segment => segment.Labels[LearningWorld.A] == true)];
        Assert.Equal(below.Count(segment => segment.Labels[LearningWorld.AB] == true), learned.Examples.Given);
        Assert.Equal(below.Count(segment => segment.Labels[LearningWorld.AB] == false), learned.Examples.NotGiven);

        // As if it were a code at the top, and the others had never been seen.
        List<LabelledSegment> alone = [.. below.Select(segment => segment with { Labels = [null, null, segment.Labels[LearningWorld.AB]] })];
        var expected = LearningWorld.Train(alone)[LearningWorld.C];
        Assert.Equal(BitsOf(expected, alone), BitsOf(learned, segments));
        Assert.NotEqual(BitsOf(expected, alone), BitsOf(LearningWorld.Train([.. segments.Select(segment => segment with { Labels = [null, null, segment.Labels[LearningWorld.AB]] })])[LearningWorld.C], segments));

        static string BitsOf(LearnedCode code, IReadOnlyList<LabelledSegment> segments) => LearningWorld.Bits([code], SparseRows.Of([.. segments.Select(segment => segment.Vector)])).Single();
    }

    [Fact]
    public void Segments_of_which_it_cannot_be_told_are_no_examples()
    {
        var segments = LearningWorld.Drawn(2);
        var learned = LearningWorld.Train([.. segments.Select(segment => segment with { Labels = [null, null, segment.Number <= 20 ? segment.Labels[LearningWorld.C] : null] })]);
        var without = LearningWorld.Train([.. segments.Where(segment => segment.Number <= 20)]);
        Assert.Equal(without[LearningWorld.C].Examples, learned[LearningWorld.C].Examples);
        Assert.Equal(new(0, 0, 0), learned[LearningWorld.A].Examples);
        Assert.Null(learned[LearningWorld.A].Model);
    }

    [Theory]
    [InlineData(10, 10, 3, null)]
    [InlineData(9, 10, 3, "9 of at least 10 segments that have it")]
    [InlineData(0, 100, 0, "0 of at least 10 segments that have it")]
    [InlineData(10, 10, 2, "it was given in 2 of at least 3 documents")]
    [InlineData(10, 9, 3, "9 of at least 10 segments that do not have it")]
    [InlineData(100, 0, 9, "0 of at least 10 segments that do not have it")]
    [InlineData(0, 0, 0, "0 of at least 10 segments that have it")]
    public void Too_few_examples_are_said_to_be(int given, int notGiven, int documents, string? reason) => Assert.Equal(reason, new ExampleCounts(given, notGiven, documents).TooFew);

    [Theory]
    [InlineData(10, 10, 3, true)]
    [InlineData(9, 30, 3, false)]
    [InlineData(30, 9, 3, false)]
    [InlineData(30, 30, 2, false)]
    [InlineData(30, 0, 3, false)]
    [InlineData(0, 30, 3, false)]
    public void Nothing_is_learned_of_too_few(int given, int notGiven, int documents, bool isLearned)
    {
        var segments = LabelledSegment.InOrder(Enumerable.Range(0, given + notGiven).Select(i => GivenLearning.Segment($"p{i % documents}.txt", i, GivenLearning.VectorOf((i < given ? 1 : 2, 1)), false, false, i < given)));
        var learned = LearningWorld.Train(segments)[LearningWorld.C];
        Assert.Equal(new(given, notGiven, Math.Min(given, documents)), learned.Examples);
        Assert.Equal(isLearned, learned.Model is not null);
    }

    // Three short documents have the code and four long ones have not: cut by length alone, the short ones would be left out together, with nothing to learn the code from.
    [Fact]
    public void Documents_that_have_a_code_are_not_all_left_out_together()
    {
        SplitMix64 chance = new(1);
        var segments = LabelledSegment.InOrder(
        [
            .. from document in Enumerable.Range(0, 3) from number in Enumerable.Range(1, 12) select GivenLearning.Segment($"short{document}", number, Vector(number % 2 == 0), null, null, number % 2 == 0),
            .. from document in Enumerable.Range(0, 4) from number in Enumerable.Range(1, 60) select GivenLearning.Segment($"long{document}", number, Vector(false), null, null, false),
        ]);
        var model = LearningWorld.Train(segments)[LearningWorld.C].Model!; // there are 18 examples in three documents
        Assert.InRange(model.Cutoffs.Threshold, 0.45, 0.5);
        Assert.NotNull(model.Cutoffs.Sure);
        Assert.True(model.Scaling.A < 0);

        // Ten words, and one that speaks for the code.
        SparseVector Vector(bool isPositive) => isPositive ? GivenLearning.VectorOf((chance.Below(10), 0.6), (10, 0.8)) : GivenLearning.VectorOf((chance.Below(10), 0.6));
    }

    private static IEnumerable<string> Bits(IReadOnlyList<LabelledSegment> segments, Func<LabelledSegment, bool> isChosen) =>
        [.. LearningWorld.Bits(LearningWorld.Train(segments, isChosen), SparseRows.Of([.. segments.Select(segment => segment.Vector)]))];

    private static IReadOnlyList<LabelledSegment> WithMarkers(int seed)
    {
        SplitMix64 chance = new((ulong)seed, "markers");
        return LabelledSegment.InOrder(
            from document in Enumerable.Range(10, 20)
            from number in Enumerable.Range(1, 30)
            let isPositive = chance.Below(4) == 0
            let words = LearningWorld.Vector(chance)
            let vector = isPositive ? new SparseVector([.. words.Features, 1000 + document], [.. words.Values, 1]) : words
            select GivenLearning.Segment($"{document}", number, vector, null, null, isPositive));
    }
}
