using System.Globalization;
using Spancoder.Coders;
using Spancoder.Evaluation;
using Spancoder.Reporting;

namespace Spancoder.Tests.Evaluation;

/// <summary>What a whole evaluation says does not depend on anything but what was said and judged.</summary>
public class EvaluationLaws
{
    private static readonly string[] Words = "rain river morning kiln brother window road clay winter table paper boat stone market garden bridge letter wood door song".Split(' ');

    [Fact]
    public void Threads_change_no_byte()
    {
        var (table, codings) = Given(1);
        var one = Json(table, codings, threads: 1);
        Assert.Contains("\"learning_curve\": [\n", one, StringComparison.Ordinal);
        Assert.Equal(one, Json(table, codings, threads: 2));
        Assert.Equal(one, Json(table, codings, threads: 8));
    }

    [Theory, InlineData("de-DE"), InlineData("ar-SA"), InlineData("zh-CN"), InlineData("")]
    public void Culture_changes_no_byte(string culture)
    {
        var (table, codings) = Given(2);
        var expected = Json(table, codings, threads: 1); // where a comma is the decimal mark
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(expected, Json(table, codings, threads: 1));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, InlineData(3), InlineData(4)]
    public void The_order_of_documents_and_of_codings_changes_no_byte(ulong seed)
    {
        var (table, codings) = Given(seed);
        SplitMix64 chance = new(seed, "order");
        List<string> mixed = [];
        var documents = table.Skip(1).GroupBy(row => row.Split(',')[0]).Select(document => new Queue<string>(document)).ToList();
        while (documents.Exists(document => document.Count > 0))
        {
            var some = documents.Where(document => document.Count > 0).ToList();
            mixed.Add(some[chance.Below(some.Count)].Dequeue()); // within a document the order is that of the talk
        }

        Assert.NotEqual(table.Skip(1), mixed);
        Assert.Equal(Json(table, codings, threads: 1), Json([table[0], .. mixed], [codings[0], .. chance.Shuffle(codings.Skip(1))], threads: 1));
    }

    [Fact]
    public void Another_seed_draws_other_documents_and_leaves_the_figures_themselves()
    {
        var segments = JudgedWorlds.Of(21);
        var (one, other) = (Evaluator.Of(JudgedWorlds.Request(segments)), Evaluator.Of(JudgedWorlds.Request(segments) with { Bootstrap = new(Replicates: 200, Seed: 2) }));
        Assert.Equal(one.Score.Micro.Outcomes, other.Score.Micro.Outcomes);
        Assert.NotEqual((one.Score.Micro.F1.Low, one.Score.Micro.F1.High), (other.Score.Micro.F1.Low, other.Score.Micro.F1.High));
    }

    [Fact]
    public void Folds_and_languages_and_layers_and_codes_add_up_to_the_whole()
    {
        var evaluation = Evaluator.Of(JudgedWorlds.Request(JudgedWorlds.Of(22)));
        var whole = evaluation.Score.Micro.Outcomes;
        Assert.Equal(whole, Sum(evaluation.Folds.Select(fold => fold.Score.Micro.Outcomes)));
        Assert.Equal(whole, Sum(evaluation.ByLanguage.Select(language => language.Score.Outcomes)));
        Assert.Equal(whole, Sum(evaluation.ByLayer.Select(layer => layer.Score.Outcomes)));
        Assert.Equal(whole, Sum(evaluation.Score.Codes.Where(code => code.Code.Parent is null).Select(code => code.Score.Outcomes)));
        Assert.Equal((evaluation.Segments, evaluation.Documents), (evaluation.Folds.Sum(fold => fold.Segments), evaluation.Folds.Sum(fold => fold.Documents)));
        Assert.Equal(whole.Both, Enumerable.Range(0, evaluation.Confusion.Tops.Count).Sum(top => evaluation.Confusion.Counts[top, top]));

        static Outcomes Sum(IEnumerable<Outcomes> parts) => parts.Aggregate((sum, part) => sum + part);
    }

    [Fact]
    public void What_people_cannot_tell_counts_neither_for_nor_against_a_machine()
    {
        var segments = JudgedWorlds.Of(23);
        List<JudgedSegment> untold = [.. segments.Select((segment, index) => index % 4 == 0 ? segment with { Lesson = segment.Lesson with { Labels = [null, null, null] } } : segment)];
        var evaluation = Evaluator.Of(JudgedWorlds.Request(untold));
        foreach (var method in Enum.GetValues<Method>())
        {
            Assert.Equal(untold.Count(segment => segment.Lesson.Labels[0] == true), evaluation.Scores[method].Codes[0].Score.Outcomes.Support);
            Assert.True(evaluation.Scores[method].Codes.All(code => code.Score.Outcomes is var outcomes && outcomes.Both + outcomes.OnlyMachine + outcomes.OnlyPerson <= untold.Count(segment => segment.Lesson.Labels[0] is not null)));
        }
    }

    [Fact]
    public void Ten_of_two_hundred_draws_of_documents_lie_outside_an_interval()
    {
        var score = Evaluator.Of(JudgedWorlds.Request(JudgedWorlds.Of(24))).Score.Micro;
        Assert.InRange(score.Outcomes.F1.Value ?? 0, score.F1.Low, score.F1.High);
        Assert.InRange(score.F1.ShareBelow(score.F1.Low) ?? 0, 0.015, 0.03);
        Assert.InRange(1 - (score.F1.ShareBelow(score.F1.High) ?? 0), 0.02, 0.04);
    }

    // Twelve documents of ten utterances; two codes that some words tell, one that nothing tells.
    private static (List<string> Table, List<string> Codings) Given(ulong seed)
    {
        SplitMix64 chance = new(seed);
        List<string> table = ["document,segment,speaker,text"], codings = ["document,segment,code,coder"];
        for (var document = 0; document < 12; document++)
        {
            for (var segment = 1; segment <= 10; segment++)
            {
                List<string> words = [.. Enumerable.Range(0, 5).Select(_ => Words[chance.Below(Words.Length)])];
                List<string> codes = [];
                foreach (var (code, word) in new[] { ("TRADE", chance.Below(2) == 0 ? "sold" : "卖"), ("TEACH", "class") })
                {
                    var has = chance.NextDouble() < 0.4;
                    if (has) codes.Add(code);
                    if (chance.NextDouble() < (has ? 0.8 : 0.1)) words.Add(word);
                }

                if (chance.NextDouble() < 0.3) codes.Add("CHANCE");
                table.Add($"d{document:00},{segment},{"AB"[segment % 2]},{string.Join(' ', chance.Shuffle(words))}");
                codings.Add($"d{document:00},{segment},{(codes is [] ? "NONE" : string.Join('|', codes))},ann");
                if (segment % 3 == 0) codings.Add($"d{document:00},{segment},{(chance.NextDouble() < 0.8 && codes is [var first, ..] ? first : "NONE")},ben");
            }
        }

        return (table, codings);
    }

    private static string Json(List<string> table, List<string> codings, int threads)
    {
        using TemporaryFolder folder = new();
        Problems problems = new();
        var judged = JudgedTable.Read(folder.Add("table.csv", string.Join('\n', table) + "\n"), [folder.Add("codings.csv", string.Join('\n', codings) + "\n")], "ann", withPrevious: true, problems);
        problems.StopIfAny();
        using MemoryStream json = new();
        EvaluationJson.Write(json, Evaluator.Of(new()
        {
            Codebook = judged!.Codebook, // without problems there is one
            Segments = judged.Segments,
            Plan = FoldPlan.Grouped(judged.Segments, 4),
            Space = judged.Space,
            Training = new() { Threads = threads },
            Bootstrap = new(Replicates: 300, Threads: threads),
            Method = Method.Model,
            Coders = judged.Coders,
            Unsure = judged.Unsure,
            WithCurve = true,
        }));
        return System.Text.Encoding.UTF8.GetString(json.ToArray());
    }
}
