using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Text;

namespace Spancoder.Tests.Coders;

public class MachineCoderTests(TrainedStudy study) : IClassFixture<TrainedStudy>
{
    [Fact]
    public void Codes_with_examples_enough_are_learned_and_the_others_say_why_not()
    {
        var codes = study.Model().Classifier.Codes;
        Assert.Equal(["trade", "trade.fairs", "trade.web", "teach"], codes.Where(code => code.Model is not null).Select(code => code.Code.Id));
        Assert.Equal("2 of at least 10 segments that have it", codes.Single(code => code.Code.Id == "lamp").WhyNot);
    }

    [Theory, InlineData("model"), InlineData("both"), InlineData("either")]
    public void Every_codable_segment_gets_codes_or_NONE_in_reading_order(string decide)
    {
        foreach (var document in Coded(decide))
        {
            var codable = document.Segmented.Segments.Where(segment => segment.Codable).Select(segment => segment.Number).ToList();
            Assert.Equal(codable, document.Codings.Select(coding => coding.Segment.Number).Distinct());
            Assert.Equal(document.Codings.Select(coding => coding.Segment.Number), document.Codings.Select(coding => coding.Segment.Number).Order());
            foreach (var of in document.Codings.GroupBy(coding => coding.Segment.Number)) Assert.True(of.Count() == 1 || of.All(coding => coding.Code != Coding.Nothing));
            Assert.All(document.Codings, coding => Assert.Equal("model", coding.Coder));
            Assert.All(document.Codings.Where(coding => coding.Code == Coding.Nothing), coding => Assert.IsType<Reason.NothingFound>(coding.Reason));
        }
    }

    [Theory, InlineData("model"), InlineData("both"), InlineData("either")]
    public void A_coding_of_the_classifier_holds_the_whole_segment_and_reasons_that_stand_in_it(string decide)
    {
        var seen = 0;
        foreach (var document in Coded(decide))
        {
            foreach (var (coding, reason) in document.Codings.Select(coding => (coding, coding.Reason as Reason.ByModel)))
            {
                if (reason is null) continue;

                seen++;
                Assert.Equal(coding.Segment.Span, coding.Span);
                Assert.True(reason.Probability >= reason.Threshold);
                Assert.Equal(coding.Code.StartsWith("trade.", StringComparison.Ordinal) ? "trade" : null, reason.Within);
                Assert.InRange(reason.Weighed.Count, 1, 5);
                Assert.Equal(reason.Weighed.Select(weighed => Math.Round(Math.Abs(weighed.Weight), 9)), reason.Weighed.Select(weighed => Math.Round(Math.Abs(weighed.Weight), 9)).OrderDescending());
                Assert.All(reason.Weighed, weighed => Assert.True(weighed.Words is { } words ? weighed.Name is null && words.Length > 0 && coding.Segment.Span.Contains(words) : weighed.Name is not null));
                Assert.DoesNotContain(reason.Weighed, weighed => weighed.Weight == 0);
                if (decide == "model") Assert.DoesNotContain(reason.Weighed, weighed => weighed.Name?.StartsWith("rule ", StringComparison.Ordinal) == true || weighed.Name?.StartsWith("points ", StringComparison.Ordinal) == true);
            }
        }

        Assert.True(seen > 50);
    }

    [Fact]
    public void A_code_that_is_left_to_the_rules_has_their_reason_and_their_evidence()
    {
        var coded = Coded("both").SelectMany(document => document.Codings.Select(coding => (document, coding))).Where(one => one.coding.Code == "lamp").ToList();
        Assert.Equal(2, coded.Count);
        Assert.All(coded, one =>
        {
            var vote = Assert.Single(Assert.IsType<Reason.ByRules>(one.coding.Reason).Rules);
            Assert.Equal(("lantern", "lantern"), (vote.Rule, vote.Matched.In(one.document.Segmented.Document.Text).ToString()));
            Assert.True(one.coding.Span.Contains(vote.Matched));
            Assert.Equal("rules", ReasonText.By(one.coding.Reason, one.coding.Coder));
            Assert.Equal("model", one.coding.Coder);
        });
    }

    [Fact]
    public void What_a_rule_forbids_is_not_given_with_all_below_it_by_those_who_know_rules()
    {
        const string Passage = "R: we sold them at the booth, but they were stolen";
        Assert.Equal(["NONE"], Codes(Decide.Both));
        Assert.Equal(["NONE"], Codes(Decide.Either));
        Assert.Equal(["trade.fairs"], Codes(Decide.Model));

        IEnumerable<string> Codes(Decide decide) => study.Coded(study.Model(decide).On(study.Rules), Passage).Codings.Select(coding => coding.Code);
    }

    [Fact]
    public void Of_what_either_gives_each_has_the_reason_of_who_gave_it()
    {
        var model = study.Model(Decide.Either);
        var (_, codings) = study.Coded(model.On(study.Rules), "R: rain. The pupils of the class wrote. A lantern.");
        Assert.Equal([("teach", "model"), ("lamp", "rules")], codings.Select(coding => (coding.Code, ReasonText.By(coding.Reason, coding.Coder))));
    }

    [Fact]
    public void What_is_likely_enough_and_not_the_likeliest_was_given_by_the_rules_that_gave_it()
    {
        // With thresholds so low, trade.fairs is above its own too.
        Machine machine = new(study.Rules) { Classifier = WithThresholds(study.Model(Decide.Either).Classifier, 0.01), Decide = Decide.Either };
        var (_, codings) = study.Coded(machine, "R: online website online, we sold it on the website, and once from a booth");
        Assert.Equal([("trade.fairs", "rules"), ("trade.web", "model")], codings.Where(coding => coding.Code != "teach").Select(coding => (coding.Code, ReasonText.By(coding.Reason, coding.Coder))));
        var (_, without) = study.Coded(machine with { Decide = Decide.Both }, "R: online website online, we sold it on the website, and once from a booth");
        Assert.Equal(["trade.web"], without.Where(coding => coding.Code != "teach").Select(coding => coding.Code));
        var (_, alone) = study.Coded(machine with { Decide = Decide.Both }, "R: the booth in the hall");
        Assert.Equal([("trade.fairs", "model")], alone.Where(coding => coding.Code != "teach").Select(coding => (coding.Code, ReasonText.By(coding.Reason, coding.Coder))));
    }

    [Fact]
    public void A_Chinese_segment_is_told_by_its_own_words()
    {
        const string Passage = "R: 冬天，我们在展会上卖石头。";
        var (document, codings) = study.Coded(study.Model(Decide.Model).On(study.Rules), Passage);
        var coding = Assert.Single(codings);
        Assert.Equal("trade.fairs", coding.Code);
        Assert.Equal("冬天，我们在展会上卖石头。", coding.Span.In(document.Document.Text).ToString());
        var words = Assert.IsType<Reason.ByModel>(coding.Reason).Weighed.Select(weighed => weighed.Words).OfType<TextSpan>().Select(span => span.In(document.Document.Text).ToString()).ToList();
        Assert.Contains(words, word => word.Contains('展', StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, Passage, StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_add_up_to_the_score()
    {
        // One word, its layer and role, its rule and that rule's points: five parts, and all of them are shown.
        var model = study.Model();
        var (_, codings) = study.Coded(model.On(study.Rules), "R: booth");
        var reason = Assert.IsType<Reason.ByModel>(Assert.Single(codings).Reason);
        var learned = model.Classifier.Codes.Single(code => code.Code.Id == "trade.fairs").Model!; // it was learned
        Assert.Equal(["booth", "layer speech", "points of trade.fairs", "role participant", "rule fair"], reason.Weighed.Select(weighed => weighed.Name ?? "booth").Order(StringComparer.Ordinal));
        Assert.Equal(reason.Probability, learned.Scaling.ProbabilityOf(reason.Weighed.Sum(weighed => weighed.Weight) + learned.Weights.Bias), 1e-6);
    }

    [Fact]
    public void The_turn_before_weighs_as_one_thing()
    {
        var coded = study.Coded(study.Model(Decide.Both, withPrevious: true).On(study.Rules)).SelectMany(document => document.Codings).Select(coding => coding.Reason).OfType<Reason.ByModel>().ToList();
        Assert.All(coded, reason => Assert.True(reason.Weighed.Count(weighed => weighed.Name == "the turn before") <= 1));
        Assert.Contains(coded, reason => reason.Weighed.Any(weighed => weighed.Name == "the turn before"));
    }

    [Fact]
    public void In_the_table_of_codings_quotes_are_what_stands_at_their_place_and_reasons_what_stands_in_them()
    {
        var outcome = Shell.Run("spancoder code study --codebook codebook --out out --decide either", study.Folder);
        Assert.True(outcome.Exit == 0, outcome.Error);
        Problems problems = new();
        using var table = TableFile.Open(Path.Combine(study.Folder, "out", "codings.csv"), [["document"], ["start"], ["end"], ["code"], ["coder"], ["by"], ["reason"], ["quote"]], problems);
        Dictionary<string, int> seen = [];
        Dictionary<string, Rune[]> texts = [];
        foreach (var row in table!.Rows(problems).Where(row => row["coder"] == "model" && row["code"] != Coding.Nothing)) // it was just written
        {
            if (!texts.TryGetValue(row["document"], out var text)) texts.Add(row["document"], text = [.. Shell.Run($"spancoder text {row["document"]}", Path.Combine(study.Folder, "study")).Output.EnumerateRunes()]);
            var quote = string.Concat(text[int.Parse(row["start"], CultureInfo.InvariantCulture)..int.Parse(row["end"], CultureInfo.InvariantCulture)]);
            Assert.Equal(quote, row["quote"]);
            var words = Regex.Matches(row["reason"], "\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
            Assert.All(words, word => Assert.Contains(word, quote, StringComparison.Ordinal));
            Assert.True(words.Count <= 5 && (row["by"] == "rules" || row["reason"].StartsWith("probability ", StringComparison.Ordinal)));
            foreach (var kind in new[] { row["by"], quote.EnumerateRunes().Any(rune => rune.Value > 0xFFFF) ? "beyond the basic plane" : "" }) seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }

        Assert.False(problems.Any);
        Assert.True(seen["model"] > 50 && seen["rules"] >= 2 && seen["beyond the basic plane"] > 3);
    }

    [Fact]
    public void A_machine_without_a_classifier_codes_as_the_rules_do()
    {
        Machine rules = new(study.Rules);
        var coded = study.Coded(rules).SelectMany(document => document.Codings).ToList();
        Assert.All(coded, coding => Assert.Equal("rules", coding.Coder));
        Assert.Contains(coded, coding => coding.Code == "trade.fairs");
    }

    private static Classifier WithThresholds(Classifier classifier, double threshold)
    {
        int[] features = [.. Enumerable.Range(0, classifier.Space.Size)];
        return new(classifier.Space, [.. classifier.Codes.Select(code => code.Model is not { } model ? code : code with
        {
            Model = model with { Weights = new([.. features.Select(feature => (double)classifier.WeightOf(feature, classifier.LaneOf(code.Code)))], model.Weights.Bias), Cutoffs = new(threshold, null) },
        })], features);
    }

    private List<CodedDocument> Coded(string decide) => study.Coded(study.Model(Enum.Parse<Decide>(decide, ignoreCase: true)).On(study.Rules));
}
