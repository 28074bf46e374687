using Spancoder.Coders;
using Spancoder.Evaluation;

namespace Spancoder.Tests.Evaluation;

/// <summary>Nothing of a judged document helps to judge it.</summary>
public class CrossValidationLaws
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void What_is_said_of_a_fold_does_not_depend_on_what_people_said_of_it(ulong seed)
    {
        var segments = JudgedWorlds.Of(seed);
        var plan = JudgedWorlds.Plan(segments, folds: (int)seed + 1);
        SplitMix64 chance = new(seed, "labels");
        foreach (var fold in plan.Judged)
        {
            var before = Said(segments, plan with { Only = fold });
            Assert.Equal(before, Said([.. segments.Select(segment => IsIn(fold, segment) ? Relabelled(segment) : segment)], plan with { Only = fold }));
            Assert.Equal(before, Said([.. segments.Select(segment => IsIn(fold, segment) ? WithAll(segment) : segment)], plan with { Only = fold })); // what most have would be another thing
            Assert.NotEqual(before, Said([.. segments.Select(segment => IsIn(fold, segment) ? segment : Relabelled(segment))], plan with { Only = fold })); // others' labels do matter
        }

        bool IsIn(string fold, JudgedSegment segment) => plan.FoldOf[segment.Lesson.Document] == fold;

        static JudgedSegment WithAll(JudgedSegment segment) => segment with { Lesson = segment.Lesson with { Labels = [true, true, true] } };

        JudgedSegment Relabelled(JudgedSegment segment) => segment with { Lesson = segment.Lesson with { Labels = [.. segment.Lesson.Labels.Select(_ => (bool?[])[true, false, null]).Select(any => any[chance.Below(3)])] } };
    }

    [Theory, InlineData(4), InlineData(5), InlineData(6)]
    public void What_is_said_of_a_segment_does_not_depend_on_the_others_of_its_fold(ulong seed)
    {
        var segments = JudgedWorlds.Of(seed);
        var plan = JudgedWorlds.Plan(segments);
        SplitMix64 chance = new(seed, "vectors");
        foreach (var fold in plan.Judged)
        {
            var ofFold = segments.Index().Where(segment => IsIn(fold, segment.Item)).Select(segment => segment.Index).ToList();
            var kept = ofFold[chance.Below(ofFold.Count)];
            var before = Said(segments, plan with { Only = fold });
            var after = Said([.. segments.Select((segment, index) => IsIn(fold, segment) && index != kept ? Rewritten(segment) : segment)], plan with { Only = fold });
            Assert.Equal(Of(kept, before), Of(kept, after));
            Assert.NotEqual(before, after); // of those that were rewritten it does say something else
            Assert.NotEqual(Of(kept, before), Of(kept, Said([.. segments.Select(segment => IsIn(fold, segment) ? segment : Rewritten(segment))], plan with { Only = fold })));
        }

        bool IsIn(string fold, JudgedSegment segment) => plan.FoldOf[segment.Lesson.Document] == fold;

        static List<string> Of(int segment, IEnumerable<string> said) => [.. said.Where(line => line.StartsWith($"{segment} ", StringComparison.Ordinal))];

        // With features, too, that nothing else has, and others far more often than before.
        JudgedSegment Rewritten(JudgedSegment segment) => segment with
        {
            Lesson = segment.Lesson with { Vector = JudgedWorlds.VectorOf([chance.Below(2) == 0, chance.Below(2) == 0, chance.Below(2) == 0], chance) is var (features, values) ? new([20_000 + chance.Below(500), .. features], [2f, .. values]) : default },
        };
    }

    [Fact]
    public void What_is_drawn_to_learn_from_holds_no_segment_of_the_fold()
    {
        var segments = JudgedWorlds.Of(7);
        var plan = JudgedWorlds.Plan(segments);
        var all = Enumerable.Range(0, segments.Count).ToHashSet();
        foreach (var fold in plan.Judged)
        {
            var others = all.Where(segment => plan.FoldOf[segments[segment].Lesson.Document] != fold).ToHashSet();
            Assert.Equal(Said(segments, plan with { Only = fold }, others), Said(segments, plan with { Only = fold }, all));
        }
    }

    [Fact]
    public void Every_segment_is_judged_once_each_by_the_others_folds()
    {
        var segments = JudgedWorlds.Of(8);
        var plan = JudgedWorlds.Plan(segments);
        var together = Said(segments, plan);
        Assert.Equal(Enumerable.Range(0, segments.Count), JudgedWorlds.Validation(segments).Judge(plan).Judged);
        Assert.Equal(together.Order(StringComparer.Ordinal), plan.Judged.SelectMany(fold => Said(segments, plan with { Only = fold })).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_classifier_that_knows_no_rules_sees_nothing_of_them()
    {
        var segments = JudgedWorlds.Of(9);
        var without = segments.Select(segment => segment with { Lesson = segment.Lesson with { Vector = segment.Lesson.Vector.Below(JudgedWorlds.Space.Codes) } }).ToList();
        var plan = JudgedWorlds.Plan(segments);
        Assert.Equal(Of("model", Said(segments, plan)), Of("model", Said(without, plan)));
        Assert.NotEqual(Of("both", Said(segments, plan)), Of("both", Said(without, plan)));

        static List<string> Of(string method, IEnumerable<string> said) => [.. said.Where(line => line.Contains($" {method}:", StringComparison.Ordinal))];
    }

    /// <summary>
    /// In every document another word stands in exactly those segments that have a code, and nothing else tells anything. Whoever learns from segments of a document that they judge finds it; across
    /// documents there is nothing to be found.
    /// </summary>
    [Theory, InlineData(11), InlineData(12), InlineData(13), InlineData(14), InlineData(15)]
    public void A_word_that_gives_a_code_away_in_its_own_document_alone_is_of_no_use(ulong seed)
    {
        var byDocument = MarkedWorld(seed);
        var asIfNoDocuments = byDocument.Select((segment, index) => segment with { Lesson = segment.Lesson with { Document = $"{index:0000}" } }).ToList();
        var (whole, leaked) = (F1(byDocument), F1(asIfNoDocuments));
        var share = byDocument.Average(segment => segment.Lesson.Labels[0] == true ? 1d : 0);
        Assert.True(leaked > 0.95, $"with segments of the same documents on both sides F1 is {leaked}");
        Assert.True(whole <= 2 * share / (1 + share) + 0.02, $"by document F1 is {whole}, and who gave it always would reach {2 * share / (1 + share)}");
    }

    [Fact]
    public void A_code_that_only_words_of_single_documents_give_away_is_nearly_never_learned()
    {
        var (learned, all) = (0, 0);
        foreach (var seed in Enumerable.Range(30, 10))
        {
            var segments = MarkedWorld((ulong)seed);
            var plan = JudgedWorlds.Plan(segments);
            var predictions = JudgedWorlds.Validation(segments).Judge(plan);
            foreach (var fold in plan.Judged)
            {
                all++;
                if (!double.IsNaN(predictions.Probabilities(Method.Model, segments.Index().First(segment => plan.FoldOf[segment.Item.Lesson.Document] == fold).Index)[0])) learned++;
            }
        }

        Assert.True(learned <= all / 8, $"in {learned} of {all} folds, where chance should give one of twenty");
    }

    private static double F1(IReadOnlyList<JudgedSegment> segments)
    {
        var score = Evaluator.Of(JudgedWorlds.Request(segments) with { Method = Method.Model }).Score.Codes[0].Score.Outcomes;
        return score.F1.Value ?? 0;
    }

    private static List<JudgedSegment> MarkedWorld(ulong seed)
    {
        const int Marker = 5000, Documents = 12, Segments = 20;
        SplitMix64 chance = new(seed, "marked");
        return
        [
            .. Enumerable.Range(0, Documents * Segments).Select(at =>
            {
                var has = chance.NextDouble() < 0.3;
                var noise = Enumerable.Range(0, 4).Select(_ => 1000 + chance.Below(80)).Distinct().Order().ToList();
                List<int> features = [.. noise, .. has ? [Marker + at / Segments] : Array.Empty<int>()];
                return JudgedWorlds.Segment(JudgedWorlds.DocumentOf(at / Segments), at % Segments + 1, new(features, [.. features.Select(feature => feature < Marker ? 0.3f : 1)]), [has, false, false], chance) with { Rules = RulesSay.Nothing };
            }),
        ];
    }

    // Line by line: segment, way to code, what it gives, and its probabilities to the last bit.
    private static List<string> Said(IReadOnlyList<JudgedSegment> segments, FoldPlan plan, IReadOnlySet<int>? drawn = null)
    {
        var predictions = JudgedWorlds.Validation(segments).Judge(plan, drawn);
        return
        [
            .. predictions.Judged.SelectMany(segment => Enum.GetValues<Method>().Select(method =>
                $"{segment} {Methods.NameOf(method)}: {string.Join(' ', predictions.Reached(method, segment))} {string.Join(' ', predictions.Probabilities(method, segment).Select(BitConverter.DoubleToInt64Bits))}")),
        ];
    }
}
