using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Measures;

namespace Spancoder.Tests.Agreement;

/// <summary>Figures of a CSV are what the papers' formulas give, computed slowly, in worlds with missing judgements.</summary>
public class MeasuresAgainstOracle
{
    public static TheoryData<int> Seeds => AgreementWorld.Seeds;

    [Theory, MemberData(nameof(Seeds))]
    public void Figures_of_each_code_are_those_of_the_formulas(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var judgements = world.Judgements;
        foreach (var (index, code) in judgements.Codes.Index())
        {
            var presence = world.Presence(world.Codes.ToList().IndexOf(code));
            var figures = CodeFigures.Of(code, judgements.Presence(index), Frame.Pairable, null);
            var alpha = SlowAgreement.Alpha(presence);
            Same(alpha, figures.Alpha);
            Same(alpha is null ? null : SlowAgreement.Ac1(presence, 2), figures.Ac1);
            Same(SlowAgreement.Percent(presence), figures.Percent);
            Same(SlowAgreement.Specific(presence, 1), figures.Positive);
            Same(SlowAgreement.Specific(presence, 0), figures.Negative);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Kappa_of_each_pair_and_its_standard_error_are_those_of_the_formulas(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var judgements = world.Judgements;
        foreach (var (index, code) in judgements.Codes.Index())
        {
            var presence = world.Presence(world.Codes.ToList().IndexOf(code));
            foreach (var pair in CodeFigures.Of(code, judgements.Presence(index), Frame.Pairable, null).Pairs)
            {
                var slow = SlowAgreement.Kappa(presence, world.Coders.ToList().IndexOf(pair.First), world.Coders.ToList().IndexOf(pair.Second), 2);
                Same(slow?.Kappa, pair.Kappa);
                if (pair.Units != 1) Same(slow?.Error is { } error ? error * error : null, pair.StandardError.Value is { } ours ? Figure.Of(ours * ours) : pair.StandardError);
                else Assert.Null(pair.StandardError.Value);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Alpha_over_sets_is_that_of_the_formula_for_every_distance(int seed)
    {
        var world = AgreementWorld.Of(seed);
        var judgements = world.Judgements;
        var patterns = UnitPatterns.Of(judgements.Ratings);
        foreach (var (distance, slow) in new (SetDistance, Func<string, string, double>)[] { (SetDistance.Masi, SlowAgreement.Masi), (SetDistance.Jaccard, SlowAgreement.Jaccard), (SetDistance.Exact, (left, right) => left == right ? 0 : 1) })
        {
            var expected = SlowAgreement.Alpha(world.SetNames, slow);
            Same(expected, SetAlpha.Of(patterns, judgements.Sets, distance).Coefficient);
            Same(expected, new SetAlpha(patterns, judgements.Sets, distance).Compute([.. patterns.Units]));
        }

        Same(SlowAgreement.Alpha(world.SetNames, (left, right) => left == right ? 0 : 1), KrippendorffAlpha.Of(patterns).Coefficient);
    }

    [Fact]
    public void Most_worlds_have_figures_to_compare() =>
        Assert.True(Enumerable.Range(1, 60).Count(seed => SlowAgreement.Alpha(AgreementWorld.Of(seed).Presence(0)) is not null) > 40);

    private static void Same(double? expected, Figure actual)
    {
        if (expected is { } value) Assert.Equal(value, actual.Value ?? double.NaN, 1e-9);
        else Assert.True(actual is { Value: null, Reason.Length: > 0 }, $"{actual.Value} where there is none");
    }
}
