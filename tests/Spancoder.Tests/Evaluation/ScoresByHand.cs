using Spancoder.Agreement.Resampling;
using Spancoder.Evaluation;

namespace Spancoder.Tests.Evaluation;

public class ScoresByHand
{
    [Fact]
    public void Micro_counts_every_decision_alike_and_macro_every_code()
    {
        // Of 10 and 2 segments with the codes: all of the frequent one are found, and none of the rare one.
        var score = SystemScore.Of("machine", GivenScores.Codebook(2), [[new(6, 0, 0), new(0, 1, 1)], [new(4, 2, 0), new(0, 0, 1)]], new(2, new(Replicates: 100)));
        Assert.Equal(new Outcomes(10, 3, 2), score.Micro.Outcomes);
        Assert.Equal(2 * 10 / 25d, score.Micro.Outcomes.F1.Value ?? 0, 1e-12);
        Assert.Equal((20 / 22d + 0) / 2, score.MacroF1.Value ?? 0, 1e-12);
    }

    [Fact]
    public void Macro_is_the_mean_over_codes_that_some_segment_has()
    {
        var score = SystemScore.Of("machine", GivenScores.Codebook(2), [[new(6, 0, 0), default], [new(4, 2, 0), new(0, 3, 0)]], new(2, new(Replicates: 100)));
        Assert.Equal(20 / 22d, score.MacroF1.Value ?? 0, 1e-12); // the false alarms of the second are no part of it
        Assert.Null(score.MacroInterval.Reason);
        var none = SystemScore.Of("machine", GivenScores.Codebook(2), [[new(0, 1, 0), default], [default, default]], new(2, new(Replicates: 100)));
        Assert.Equal("no segment has a code", none.MacroF1.Reason);
        Assert.Equal("no segment has a code", none.MacroInterval.Reason);
        Assert.Equal("no segment has a code", SystemScore.Of("machine", GivenScores.Codebook(0), [], new(0, new())).MacroF1.Reason);
    }

    [Fact]
    public void Only_codes_at_the_top_count_for_all_together()
    {
        var score = SystemScore.Of("machine", JudgedWorlds.Rules.Codebook, [[new(3, 1, 0), new(9, 9, 9), new(1, 0, 1)], [new(1, 0, 0), default, default]], new(2, new(Replicates: 100)));
        Assert.Equal(new Outcomes(5, 1, 1), score.Micro.Outcomes);
        Assert.Equal((8 / 9d + 2 / 3d) / 2, score.MacroF1.Value ?? 0, 1e-12);
    }

    [Fact]
    public void All_ways_to_code_are_measured_on_the_same_draws()
    {
        // What one misses the other gives too much, document by document: precision of the one is recall of the other, draw by draw.
        SplitMix64 chance = new(5);
        List<Outcomes> documents = [.. Enumerable.Range(0, 9).Select(_ => new Outcomes(1 + chance.Below(6), chance.Below(5), chance.Below(9)))];
        DocumentDraws draws = new(documents.Count, new(Replicates: 500, Seed: 3));
        var (one, other) = (CodeScore.Of("x", documents, draws), CodeScore.Of("x", documents.ConvertAll(outcomes => new Outcomes(outcomes.Both, outcomes.OnlyPerson, outcomes.OnlyMachine)), draws));
        Assert.Equal(Limits(one.Precision), Limits(other.Recall));
        Assert.Equal(Limits(one.Recall), Limits(other.Precision));
        Assert.Equal(Limits(one.F1), Limits(other.F1));
        Assert.NotEqual(Limits(one.Precision), Limits(one.Recall));
        Assert.Equal(draws.Sums(documents), new DocumentDraws(documents.Count, new(Replicates: 500, Seed: 3)).Sums(documents));
        Assert.NotEqual(draws.Sums(documents), new DocumentDraws(documents.Count, new(Replicates: 500, Seed: 4)).Sums(documents));

        static (double, double, string?) Limits(Interval interval) => (interval.Low, interval.High, interval.Reason);
    }

    [Fact]
    public void Every_draw_holds_as_many_documents_as_there_are()
    {
        List<Outcomes> documents = [.. Enumerable.Repeat(new Outcomes(1, 0, 0), 7)];
        Assert.All(new DocumentDraws(7, new(Replicates: 300)).Sums(documents), sum => Assert.Equal(7, sum.Both));
    }

    [Fact]
    public void One_document_has_no_intervals_at_all()
    {
        var score = SystemScore.Of("machine", GivenScores.Codebook(1), [[new(3, 1, 2)]], new(1, new()));
        Assert.All([score.MacroInterval, score.Micro.F1, score.Micro.Precision, score.Codes[0].Score.Recall], interval => Assert.Equal("one document says nothing of how figures vary between documents", interval.Reason));
        Assert.Equal(6 / 9d, score.MacroF1.Value ?? 0, 1e-12);
    }

    [Fact]
    public void Calibration_is_what_one_works_out_by_hand()
    {
        // Twenty segments with .1, of which five have the code, and twenty with .8, of which fifteen have it.
        var said = Said((0.1, 5, 15), (0.8, 15, 5));
        var calibration = Calibration.Of(GivenScores.Codebook(1).Codes[0], said);
        Assert.Equal((40, 20), (calibration.Segments, calibration.Support));
        Assert.Equal(0.45, calibration.Mean.Value ?? 0, 1e-12);
        Assert.Equal((5 * 0.81 + 15 * 0.01 + 15 * 0.04 + 5 * 0.64) / 40, calibration.Brier.Value ?? 0, 1e-12);
        Assert.Equal((20 * (0.25 - 0.1) + 20 * (0.8 - 0.75)) / 40, calibration.Error.Value ?? 0, 1e-12);
    }

    [Fact]
    public void Bins_hold_equal_numbers_of_segments_not_equal_stretches_of_probability()
    {
        // All below .1, and right on the whole: bins of equal width would see one bin and no error.
        var said = Said((0.02, 20, 80), (0.09, 0, 100));
        Assert.Equal((Math.Abs(100 * 0.02 - 20) + 100 * 0.09) / 200, Calibration.Of(GivenScores.Codebook(1).Codes[0], said).Error.Value ?? 0, 1e-9);
    }

    [Fact]
    public void Who_says_the_share_of_everything_is_calibrated() => Assert.Equal(0, Calibration.Of(GivenScores.Codebook(1).Codes[0], Said((0.3, 30, 70))).Error.Value ?? 1, 1e-9);

    [Fact]
    public void The_order_in_which_segments_come_changes_no_bin()
    {
        var said = Said((0.3, 12, 9), (0.31, 3, 20), (0.7, 20, 6)); // a bin ends among equal probabilities
        var error = Calibration.Of(GivenScores.Codebook(1).Codes[0], said).Error.Value ?? 0;
        Assert.Equal(error, Calibration.Of(GivenScores.Codebook(1).Codes[0], new SplitMix64(2).Shuffle(said)).Error.Value ?? 0, 1e-12);
    }

    [Fact]
    public void Where_there_is_too_little_the_error_is_undefined_and_says_why()
    {
        var code = GivenScores.Codebook(1).Codes[0];
        var few = Calibration.Of(code, Said((0.2, 19, 60)));
        Assert.Equal("19 of at least 20 segments that have it", few.Error.Reason);
        Assert.NotNull(few.Brier.Value);
        Assert.Equal("39 segments are too few for two bins of 20", Calibration.Of(code, Said((0.5, 20, 19))).Error.Reason);
        Assert.NotNull(Calibration.Of(code, Said((0.5, 20, 20))).Error.Value);
        var none = Calibration.Of(code, []);
        Assert.Equal(["in no fold was it learned", "in no fold was it learned", "in no fold was it learned"], [none.Mean.Reason ?? "", none.Brier.Reason ?? "", none.Error.Reason ?? ""]);
    }

    [Fact]
    public void What_was_taken_for_what_with_several_codes_on_a_side()
    {
        var confusion = MechanismConfusion.Of(GivenScores.Codebook(3).Codes,
        [
            Pair("0", "0"), // both the same
            Pair("0", "1"), // one for another
            Pair("01", "02"), // 0 is right; 1 was taken for 2
            Pair("01", "2"), // both for 2
            Pair("0", "01"), // 0 is right; none for 1
            Pair("2", ""), // for none
            Pair("", "12"), // none for both
            Pair("", ""),
            Pair("012", "012"),
        ]);
        int[][] expected =
        [
            [4, 1, 1, 0],
            [0, 1, 2, 0],
            [0, 0, 1, 1],
            [0, 2, 1, 1],
        ];
        for (var person = 0; person < 4; person++)
        {
            for (var machine = 0; machine < 4; machine++) Assert.True(expected[person][machine] == confusion.Counts[person, machine], $"{person} taken for {machine}: {confusion.Counts[person, machine]}");
        }

        static (bool[], bool[]) Pair(string people, string machine) => (Has(people), Has(machine));

        static bool[] Has(string codes) => [codes.Contains('0', StringComparison.Ordinal), codes.Contains('1', StringComparison.Ordinal), codes.Contains('2', StringComparison.Ordinal)];
    }

    private static List<(double Probability, bool IsPositive)> Said(params (double Probability, int Has, int HasNot)[] groups) =>
        [.. groups.SelectMany(group => Enumerable.Repeat((group.Probability, true), group.Has).Concat(Enumerable.Repeat((group.Probability, false), group.HasNot)))];
}
