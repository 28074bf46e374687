using System.Text.Json;
using Spancoder.Agreement;
using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Tests.Agreement;

/// <summary>Every figure of every table in tests/agreement, to the tolerance that stands there.</summary>
public class PublishedFigures
{
    public static TheoryData<string> Tables => [.. PublishedTable.Names];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Coefficients_are_what_other_programs_compute(string name)
    {
        var table = PublishedTable.Read(name);
        var figures = table.Values.Where(figure => !figure.Name.StartsWith("bootstrap", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(figures);
        foreach (var figure in figures) figure.Holds(Figure(figure.Name, table), name);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Figures_of_pairs_are_what_other_programs_compute(string name)
    {
        var table = PublishedTable.Read(name);
        foreach (var (first, second, json) in table.Pairs)
        {
            var ratings = table.Nominal.By(first, second);
            var pair = PairTable.Of(ratings, 0, 1);
            Assert.Equal(json.GetProperty("units").GetInt32(), pair.Units);
            Assert.Equal(json.GetProperty("categories").EnumerateArray().Select(category => category.GetString()), pair.Categories);
            Assert.Equal(json.GetProperty("table").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32())), pair.Rows);
            foreach (var figure in PublishedTable.ValuesIn(json))
            {
                var where = $"{name}, {pair.First} and {pair.Second}";
                if (figure.Name == "cohen_ci95_normal") HoldsAsInterval(figure, new CohenKappa(pair), where);
                else figure.Holds(FigureOfPair(figure.Name, ratings, pair), where);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Figures_of_single_codes_are_what_other_programs_compute(string name)
    {
        var table = PublishedTable.Read(name);
        foreach (var (code, json) in table.Codes)
        {
            var presence = table.Judgements.Presence(code);
            var patterns = UnitPatterns.Of(presence);
            foreach (var figure in PublishedTable.ValuesIn(json))
            {
                figure.Holds(figure.Name switch
                {
                    "alpha_binary" => KrippendorffAlpha.Of(patterns).Coefficient,
                    "pa_unit" => PercentAgreement.Of(patterns),
                    "gwet_ac1" => GwetAc1.Of(patterns).Coefficient,
                    "prevalence" => Prevalence.Of(patterns, 1),
                    _ => throw new InvalidDataException(figure.Name),
                }, $"{name}, {table.Judgements.Codes[code]}");
            }

            foreach (var pair in json.GetProperty("pairs").EnumerateArray()) HoldForPair(pair, presence);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Intervals_are_those_of_a_bootstrap_that_draws_every_unit_anew(string name)
    {
        var table = PublishedTable.Read(name);
        var expected = table.Values.Where(figure => figure.Name.StartsWith("bootstrap", StringComparison.Ordinal)).ToDictionary(figure => figure.Name);
        if (expected.Count == 0) return;

        var patterns = UnitPatterns.Of(table.Nominal);
        var intervals = Bootstrap.OverUnits(patterns, new(Replicates: 100_000, Threads: 2)).Of(new KrippendorffAlpha(patterns), new GwetAc1(patterns));
        foreach (var (interval, figure) in intervals.Zip(new[] { expected["bootstrap_ci95:alpha_nominal"], expected["bootstrap_ci95:gwet_ac1"] }))
        {
            Assert.Null(interval.Reason);
            Assert.Equal(figure.Interval.Low, interval.Low, figure.Tolerance);
            Assert.Equal(figure.Interval.High, interval.High, figure.Tolerance);
        }

        if (expected.TryGetValue("bootstrap_p_below_667", out var below)) Assert.Equal(below.Value ?? 0, intervals[0].ShareBelow(0.667) ?? -1, below.Tolerance);
    }

    private static void HoldForPair(JsonElement expected, Ratings presence)
    {
        var coders = expected.GetProperty("coders").EnumerateArray().Select(coder => presence.Coders.ToList().IndexOf(coder.GetString()!)).ToArray();
        var ratings = presence.By(coders);
        var pair = PairTable.Of(ratings, 0, 1);
        var patterns = UnitPatterns.Of(ratings);
        Assert.Equal(expected.GetProperty("table").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32())), pair.Rows);
        Assert.Equal(expected.GetProperty("kappa").GetDouble(), new CohenKappa(pair).Coefficient.Value ?? double.NaN, 1e-9);
        Assert.Equal(expected.GetProperty("positive").GetDouble(), SpecificAgreement.Of(patterns, 1).Value ?? double.NaN, 1e-9);
        Assert.Equal(expected.GetProperty("pabak").GetDouble(), BrennanPrediger.Of(patterns).Coefficient.Value ?? double.NaN, 1e-9);
    }

    private static void HoldsAsInterval(ExpectedFigure figure, CohenKappa kappa, string where)
    {
        if (figure.Json.GetProperty("value").ValueKind == JsonValueKind.Null)
        {
            Assert.Null(kappa.Interval);
            return;
        }

        var ours = kappa.Interval ?? throw new InvalidDataException(where);
        Assert.Equal(figure.Interval.Low, ours.Low, figure.Tolerance);
        Assert.Equal(figure.Interval.High, ours.High, figure.Tolerance);
    }

    private static Figure Figure(string name, PublishedTable table)
    {
        var (judgements, sets) = (table.Judgements, table.Judgements.Sets);
        if (name.Contains("sets", StringComparison.Ordinal))
        {
            var patternsOfSets = UnitPatterns.Of(judgements.Ratings);
            return name switch
            {
                "alpha_sets_nominal" => SetAlpha.Of(patternsOfSets, sets, SetDistance.Exact).Coefficient,
                "alpha_sets_jaccard" => SetAlpha.Of(patternsOfSets, sets, SetDistance.Jaccard).Coefficient,
                "alpha_sets_masi" => SetAlpha.Of(patternsOfSets, sets, SetDistance.Masi).Coefficient,
                "sets_masi_Do" => Complement(SetAlpha.Of(patternsOfSets, sets, SetDistance.Masi).Observed),
                "sets_masi_De" => Complement(SetAlpha.Of(patternsOfSets, sets, SetDistance.Masi).Expected),
                "sets_jaccard_Do" => Complement(SetAlpha.Of(patternsOfSets, sets, SetDistance.Jaccard).Observed),
                "sets_jaccard_De" => Complement(SetAlpha.Of(patternsOfSets, sets, SetDistance.Jaccard).Expected),
                _ => throw new InvalidDataException(name),
            };
        }

        var ratings = table.Nominal;
        var (pairable, rated) = (UnitPatterns.Of(ratings), UnitPatterns.Of(ratings, Frame.Rated));
        if (name.Split(':') is ["alpha_category", var category]) return KrippendorffAlpha.OfCategory(ratings, ratings.Categories.ToList().IndexOf(category)).Coefficient;
        return name switch
        {
            "pa_unit" => PercentAgreement.Of(pairable),
            "one_minus_Do" => KrippendorffAlpha.Of(pairable).Observed,
            "alpha_nominal" => KrippendorffAlpha.Of(pairable).Coefficient,
            "alpha_Do" => Complement(KrippendorffAlpha.Of(pairable).Observed),
            "alpha_De" => Complement(KrippendorffAlpha.Of(pairable).Expected),
            "fleiss_kappa" => FleissKappa.Of(rated).Coefficient,
            "gwet_ac1" => GwetAc1.Of(rated).Coefficient,
            "conger_kappa" => CongerKappa.Of(ratings, Frame.Rated).Coefficient,
            "brennan_prediger" => BrennanPrediger.Of(rated).Coefficient,
            "fleiss_kappa_pairable" => FleissKappa.Of(pairable).Coefficient,
            "gwet_ac1_pairable" => GwetAc1.Of(pairable).Coefficient,
            "conger_kappa_pairable" => CongerKappa.Of(ratings).Coefficient,
            "light_kappa" => LightKappa.Of(ratings),
            "se_gwet:pa_unit" => new GwetErrors(pairable).OfPercent,
            "se_gwet:gwet_ac1" => new GwetErrors(pairable).OfAc1,
            "se_gwet:fleiss_kappa" => new GwetErrors(pairable).OfFleiss,
            "se_gwet:brennan_prediger" => new GwetErrors(pairable).OfBrennanPrediger,
            _ => throw new InvalidDataException(name),
        };
    }

    private static Figure FigureOfPair(string name, Ratings ratings, PairTable pair)
    {
        var kappa = new CohenKappa(pair);
        var patterns = UnitPatterns.Of(ratings);
        return name switch
        {
            "po" => kappa.Parts.Observed,
            "cohen_kappa" => kappa.Coefficient,
            "cohen_se" => kappa.StandardError,
            "cohen_se0" => kappa.StandardErrorAtChance,
            "cohen_kappa_max" => kappa.Highest,
            "scott_pi" => FleissKappa.Of(patterns).Coefficient,
            "gwet_ac1" => GwetAc1.Of(patterns).Coefficient,
            "brennan_prediger" or "pabak" => BrennanPrediger.Of(patterns).Coefficient,
            "alpha_nominal" => KrippendorffAlpha.Of(patterns).Coefficient,
            "pos_agree" => SpecificAgreement.Of(patterns, 1),
            "neg_agree" => SpecificAgreement.Of(patterns, 0),
            "prevalence_index" => Paradox.Prevalence(pair),
            "bias_index" => Paradox.Bias(pair),
            _ => throw new InvalidDataException(name),
        };
    }

    private static Figure Complement(Figure figure) => figure.Value is { } value ? Spancoder.Figure.Of(1 - value) : figure;
}
