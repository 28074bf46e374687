using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>
/// Made for tests: two interviews in nine paragraphs, three coders of whom cy was given only the first, overlapping spans of several codes. Unitizing alpha as the R package quallmer
/// and the Python program lindanna/unitized_alpha compute it; kappa of characters as a script in R computes it from the counts; the rest is counted.
/// </summary>
public class TwoDocumentsThreeCoders
{
    private const double Tolerance = 1e-9; // as far as the programs agree

    private static readonly SpanStudy Study = GivenSpans.Study("""
        d1 640 ann bob cy
        d2 560 ann bob
        """, """
        d1 ann trust 10 80
        d1 ann cost 60 118
        d1 ann trust 130 200
        d1 ann cost 270 320
        d1 ann time 340 480
        d1 bob trust 12 80
        d1 bob trust 125 210
        d1 bob cost 261 325
        d1 bob time 331 500
        d1 bob cost 520 600
        d1 cy trust 0 120
        d1 cy cost 50 125
        d1 cy cost 265 330
        d1 cy trust 350 400
        d1 cy time 400 500
        d2 ann trust 0 50
        d2 ann time 100 180
        d2 ann cost 310 400
        d2 bob trust 5 60
        d2 bob time 95 190
        d2 bob trust 150 230
        d2 bob cost 430 500
        """);

    private static readonly DeclaredUnit[] Paragraphs =
    [
        new("d1:p01", "d1", 0, 120),
        new("d1:p02", "d1", 121, 260),
        new("d1:p03", "d1", 261, 330),
        new("d1:p04", "d1", 331, 500),
        new("d1:p05", "d1", 501, 640),
        new("d2:p01", "d2", 0, 90),
        new("d2:p02", "d2", 91, 300),
        new("d2:p03", "d2", 301, 420),
        new("d2:p04", "d2", 421, 560),
    ];

    private static readonly UnitProjection Projection = UnitProjection.Of(Study, Paragraphs);

    [Theory]
    [InlineData("d1:p01", "cost trust", "trust", "cost trust")]
    [InlineData("d1:p02", "trust", "trust", "cost")]
    [InlineData("d1:p03", "cost", "cost", "cost")]
    [InlineData("d1:p04", "time", "time", "time trust")]
    [InlineData("d1:p05", "nothing", "cost", "nothing")]
    [InlineData("d2:p01", "trust", "trust", "missing")]
    [InlineData("d2:p02", "time", "time trust", "missing")]
    [InlineData("d2:p03", "cost", "nothing", "missing")]
    [InlineData("d2:p04", "nothing", "cost", "missing")]
    public void Paragraphs_have_the_codes_of_the_spans_that_reach_into_them(string paragraph, params string[] ofCoders)
    {
        var unit = Assert.Single(Projection.Units, unit => unit.Unit.Id == paragraph);
        Assert.Equal(ofCoders, unit.Codes.Select(codes => codes switch { null => "missing", [] => "nothing", _ => string.Join(' ', codes) }));
    }

    [Fact]
    public void Every_span_has_found_a_paragraph() => Assert.Empty(Projection.Unplaced);

    [Theory]
    [InlineData("cost", "ann", "bob", 1, 2, 2, 4)]
    [InlineData("cost", "ann", "cy", 2, 0, 1, 2)]
    [InlineData("cost", "bob", "cy", 1, 1, 2, 1)]
    [InlineData("time", "ann", "bob", 2, 0, 0, 7)]
    [InlineData("time", "ann", "cy", 1, 0, 0, 4)]
    [InlineData("time", "bob", "cy", 1, 0, 0, 4)]
    [InlineData("trust", "ann", "bob", 3, 0, 1, 5)]
    [InlineData("trust", "ann", "cy", 1, 1, 1, 2)]
    [InlineData("trust", "bob", "cy", 1, 1, 1, 2)]
    public void Paragraphs_of_two_coders(string code, string first, string second, int both, int onlyFirst, int onlySecond, int neither)
    {
        var judged = Projection.Units.Select(unit => (Has(unit, first, code), Has(unit, second, code))).CountBy(pair => pair).ToDictionary();
        Assert.Equal(both, judged.GetValueOrDefault((true, true)));
        Assert.Equal(onlyFirst, judged.GetValueOrDefault((true, false)));
        Assert.Equal(onlySecond, judged.GetValueOrDefault((false, true)));
        Assert.Equal(neither, judged.GetValueOrDefault((false, false)));
    }

    [Theory]
    [InlineData("cost", 0.391304347826087)]
    [InlineData("time", 0.21739130434782608)]
    [InlineData("trust", 0.391304347826087)]
    public void Share_of_judgements_that_say_a_code_applies(string code, double share)
    {
        var judged = Projection.Units.SelectMany(unit => Projection.Coders.Select(coder => Has(unit, coder, code))).Where(has => has is not null).ToList();
        Assert.Equal(share, (double)judged.Count(has => has is true) / judged.Count, Tolerance);
    }

    [Theory]
    [InlineData("cost", 0.44644485964379205)]
    [InlineData("time", 0.7279705077732057)]
    [InlineData("trust", 0.47354236523809734)]
    public void Units_of_one_code_in_the_interview_that_all_were_given(string code, double u)
    {
        var alpha = UnitizingAlpha.Of(Study, [code], Study.Coders);
        Assert.Equal(u, alpha.U.Value!.Value, Tolerance);
        Assert.Equal(u, alpha.BinaryU.Value!.Value, Tolerance); // of one code, where it is and which it is are one question
        Assert.Equal(640, alpha.Characters);
    }

    [Theory]
    [InlineData("cost", "ann", "bob", 50, 148, 164, 838, 0.74, 0.08606245239908607, 0.13812154696132597)]
    [InlineData("cost", "ann", "cy", 108, 0, 32, 500, 0.95, 0.8405977584059776, 0.7714285714285715)]
    [InlineData("cost", "bob", "cy", 60, 84, 80, 416, 0.74375, 0.2579185520361991, 0.26785714285714285)]
    [InlineData("time", "ann", "bob", 220, 0, 44, 936, 0.9633333333333334, 0.8863636363636364, 0.8333333333333334)]
    [InlineData("time", "ann", "cy", 80, 60, 20, 480, 0.875, 0.5923566878980892, 0.5)]
    [InlineData("time", "bob", "cy", 100, 69, 0, 471, 0.8921875, 0.6808326105810928, 0.591715976331361)]
    [InlineData("trust", "ann", "bob", 183, 7, 105, 905, 0.9066666666666666, 0.7104446742502585, 0.6203389830508474)]
    [InlineData("trust", "ann", "cy", 70, 70, 100, 400, 0.734375, 0.27851458885941643, 0.2916666666666667)]
    [InlineData("trust", "bob", "cy", 68, 85, 102, 385, 0.7078125, 0.22637362637362637, 0.26666666666666666)]
    public void Characters_of_two_coders(
        string code, string first, string second, long both, long onlyFirst, long onlySecond, long neither, double percent, double kappa, double jaccard)
    {
        var table = CharacterTable.Of(Study, code, first, second);
        Assert.Equal(new(both, onlyFirst, onlySecond, neither), table);
        Assert.Equal(percent, table.PercentAgreement.Value!.Value, Tolerance);
        Assert.Equal(kappa, table.CohenKappa.Value!.Value, Tolerance);
        Assert.Equal(jaccard, table.Jaccard.Value!.Value, Tolerance);
    }

    [Theory]
    [InlineData("cost", "ann", "bob", 0, 2, 6)]
    [InlineData("cost", "ann", "cy", 0, 4, 4)]
    [InlineData("cost", "bob", "cy", 0, 2, 4)]
    [InlineData("time", "ann", "bob", 0, 4, 4)]
    [InlineData("time", "ann", "cy", 0, 2, 2)]
    [InlineData("time", "bob", "cy", 0, 2, 2)]
    [InlineData("trust", "ann", "bob", 2, 6, 7)]
    [InlineData("trust", "ann", "cy", 0, 2, 4)]
    [InlineData("trust", "bob", "cy", 0, 2, 4)]
    public void Spans_of_two_coders_that_are_alike_to_nine_tenths_and_to_a_half(string code, string first, string second, int atNineTenths, int atHalf, int total)
    {
        var (strict, lax) = (SegmentMatch.Of(Study, code, first, second, 0.9), SegmentMatch.Of(Study, code, first, second, 0.5));
        Assert.Equal((atNineTenths, total), (strict.Matched, strict.Total));
        Assert.Equal((atHalf, total), (lax.Matched, lax.Total));
        Assert.Equal((double)atHalf / total, lax.PercentAgreement.Value!.Value, Tolerance);
    }

    private static bool? Has(ProjectedUnit unit, string coder, string code) => unit.Codes[Projection.Coders.ToList().IndexOf(coder)]?.Contains(code);
}
