using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>
/// Three observers unitize a continuum of length 60. K. Krippendorff, Content Analysis, 4th edition, 2019, figure 12.11, as the tests of the R package quallmer have read it off the
/// drawing; printed there are u .510, |u .413, cu .724. The figures here are those that quallmer and the Python program lindanna/unitized_alpha compute from it; of pairs, the latter.
/// </summary>
public class Krippendorff2019Figure12_11
{
    private const double Tolerance = 1e-9; // as far as the two programs agree

    private static readonly string[] Codes = ["1", "2", "3", "4", "5", "6", "7"];

    private static readonly SpanStudy Study = GivenSpans.Study("d1 60 Alex Paul Suzan", """
        d1 Alex 1 0 7
        d1 Alex 2 7 13
        d1 Alex 5 30 32
        d1 Alex 6 32 37
        d1 Alex 6 37 44
        d1 Alex 7 44 60
        d1 Paul 1 0 7
        d1 Paul 3 7 13
        d1 Paul 5 13 21
        d1 Paul 6 32 44
        d1 Suzan 1 0 7
        d1 Suzan 4 7 13
        d1 Suzan 5 13 21
        d1 Suzan 6 32 37
        d1 Suzan 6 37 41
        d1 Suzan 6 41 44
        """);

    private static readonly UnitizingAlpha OfAll = UnitizingAlpha.Of(Study, Codes, Study.Coders);

    [Fact]
    public void The_three_agree_on_units_and_codes() => Assert.Equal(0.5099819077921268, OfAll.U.Value!.Value, Tolerance);

    [Fact]
    public void The_three_agree_on_what_has_a_code() => Assert.Equal(0.41359923044895264, OfAll.BinaryU.Value!.Value, Tolerance);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 1)]
    [InlineData("3", 1)]
    [InlineData("4", 1)]
    [InlineData("5", 0.4444444444444444)]
    [InlineData("6", 1)]
    [InlineData("7", 0)]
    public void What_has_a_code_is_covered_as_far_as_two_have_marked_it(string code, double coverage) => Assert.Equal(coverage, OfAll.Ku[code].Coverage.Value!.Value, Tolerance);

    [Fact]
    public void The_text_is_covered_as_far_as_two_have_marked_it() => Assert.Equal(0.46111111111111114, OfAll.Cu.Coverage.Value!.Value, Tolerance);

    [Fact]
    public void Of_three_the_coding_of_what_is_marked_has_no_figure()
    {
        const string reason = "it is not settled how to compute it for more than two coders: measure two at a time";
        Assert.Equal(Figure.Undefined(reason), OfAll.Cu.Alpha);
        Assert.All(Codes, code => Assert.Equal(Figure.Undefined(reason), OfAll.Ku[code].Alpha));
    }

    [Theory]
    [InlineData("Alex", "Paul", 0.35397727272727275, 0.115968899521531, 0.6939130434782609, 0.41666666666666664)]
    [InlineData("Alex", "Suzan", 0.3495265151515152, 0.10987838915470505, 0.6802898550724638, 0.41666666666666664)]
    [InlineData("Paul", "Suzan", 0.8665832049306625, 1, 0.7842305115032387, 0.55)]
    public void Two_at_a_time(string first, string second, double u, double binary, double cu, double coverage)
    {
        var alpha = UnitizingAlpha.Of(Study, Codes, [first, second]);
        Assert.Equal(u, alpha.U.Value!.Value, Tolerance);
        Assert.Equal(binary, alpha.BinaryU.Value!.Value, Tolerance);
        Assert.Equal(cu, alpha.Cu.Alpha.Value!.Value, Tolerance);
        Assert.Equal(coverage, alpha.Cu.Coverage.Value!.Value, Tolerance);
        foreach (var (code, expected) in new[] { ("1", 1d), ("6", 1) }) Assert.Equal(expected, alpha.Ku[code].Alpha.Value!.Value, Tolerance);
    }

    [Fact]
    public void Codes_that_only_one_of_two_has_used_agree_as_chance_would()
    {
        var ku = UnitizingAlpha.Of(Study, Codes, ["Alex", "Paul"]).Ku;
        Assert.Equal(0, ku["2"].Alpha.Value!.Value, Tolerance);
        Assert.Equal(0, ku["3"].Alpha.Value!.Value, Tolerance);
        Assert.Equal(Figure.Undefined("nobody used the code"), ku["4"].Alpha);
        Assert.Equal(Figure.Undefined("nobody used the code where both coders marked"), ku["7"].Alpha);
    }

    [Fact]
    public void Units_that_touch_stay_two_and_units_that_overlap_become_one()
    {
        // Suzan's 6 from 32 to 44 as one unit, where she has three: the third decimal moves.
        var whole = UWhereSuzanHas((32, 44));
        Assert.Equal(whole, UWhereSuzanHas((32, 40), (38, 44)));
        Assert.Equal(OfAll.U, UWhereSuzanHas((32, 37), (37, 41), (41, 44)));
        Assert.NotEqual(OfAll.U.Value!.Value, whole.Value!.Value, 1e-4);

        static Figure UWhereSuzanHas(params (int Start, int End)[] sixes)
        {
            var others = Study.Spans.Where(span => (span.Coder, span.Code) != ("Suzan", "6"));
            SpanStudy study = new(
                new Dictionary<string, int> { ["d1"] = 60 },
                Study.Coders.Select(coder => (coder, "d1")),
                others.Concat(sixes.Select(six => new CodedSpan("d1", "Suzan", "6", six.Start, six.End))));
            return UnitizingAlpha.Of(study, Codes, study.Coders).U;
        }
    }
}
