using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>Where there is no figure, and what is said instead.</summary>
public class DegenerateSpans
{
    private static readonly string[] Both = ["ann", "bob"];

    [Theory]
    [InlineData("", "nobody marked anything", "nobody marked anything", "nobody marked anything", "nobody used the code")]
    [InlineData("ann x 0 10;bob x 0 10", "no variation: everybody marked the whole text with one and the same code", "no variation: everybody marked the whole text",
        "no variation: only one code was used where both coders marked", "no variation: only one code was used where both coders marked")]
    [InlineData("ann x 0 10;bob y 0 10", null, "no variation: everybody marked the whole text", null, null)]
    [InlineData("ann x 0 3;bob x 3 10", null, null, "there is no text that both coders marked", "nobody used the code where both coders marked")]
    [InlineData("ann x 0 3;bob x 2 10", null, null, "no variation: only one code was used where both coders marked", "no variation: only one code was used where both coders marked")]
    [InlineData("ann y 0 3;bob z 2 10", null, null, null, "nobody used the code")]
    public void Unitizing_of_two(string spans, string? u, string? binary, string? cu, string? ofX)
    {
        var alpha = UnitizingAlpha.Of(GivenSpans.OfTwo(10, spans.Replace(';', '\n')), ["x", "y", "z"], Both);
        Assert.Equal<string?[]>([u, binary, cu, ofX], [alpha.U.Reason, alpha.BinaryU.Reason, alpha.Cu.Alpha.Reason, alpha.Ku["x"].Alpha.Reason]);
    }

    [Fact]
    public void Coverage_is_0_where_nobody_marked_and_has_no_figure_for_a_code_that_nobody_used()
    {
        var alpha = UnitizingAlpha.Of(GivenSpans.OfTwo(10, ""), ["x"], Both);
        Assert.Equal(Figure.Of(0), alpha.Cu.Coverage);
        Assert.Equal(Figure.Undefined("nobody used the code"), alpha.Ku["x"].Coverage);
    }

    [Theory]
    [InlineData("d 10 ann;e 10 bob", "ann bob", "no text was given to all of the coders")]
    [InlineData("d 0 ann bob", "ann bob", "no text was given to all of the coders")]
    [InlineData("d 10 ann", "ann", "it takes two coders or more")]
    [InlineData("d 10 ann", "", "it takes two coders or more")]
    public void There_is_nothing_to_measure(string documents, string coders, string reason)
    {
        var alpha = UnitizingAlpha.Of(GivenSpans.Study(documents.Replace(';', '\n'), ""), ["x"], coders.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var none = Figure.Undefined(reason);
        Assert.Equal((0, none, none, new(none, none), new(none, none)), (alpha.Characters, alpha.U, alpha.BinaryU, alpha.Cu, alpha.Ku["x"]));
    }

    [Theory]
    [InlineData("d 10 ann;e 10 bob", "d ann x 0 5", "no text was given to both coders", "no text was given to both coders", "no text was given to both coders", "neither coder applied the code")]
    [InlineData("d 10 ann bob", "d ann y 0 5", null, "neither coder applied the code", "neither coder applied the code", "neither coder applied the code")]
    [InlineData("d 10 ann bob", "d ann x 0 10;d bob x 0 5;d bob x 5 10", null, "both coders applied the code to every character", null, null)]
    [InlineData("d 10 ann bob", "d ann x 0 10", null, null, null, null)]
    public void Characters_and_matches(string documents, string spans, string? percent, string? kappa, string? jaccard, string? match)
    {
        var study = GivenSpans.Study(documents.Replace(';', '\n'), spans.Replace(';', '\n'));
        var table = CharacterTable.Of(study, "x", "ann", "bob");
        Assert.Equal<string?[]>(
            [percent, kappa, jaccard, match],
            [table.PercentAgreement.Reason, table.CohenKappa.Reason, table.Jaccard.Reason, SegmentMatch.Of(study, "x", "ann", "bob", 0.9).PercentAgreement.Reason]);
    }

    [Fact]
    public void One_who_marked_all_and_one_who_marked_nothing_agree_as_chance_would() => Assert.Equal(Figure.Of(0), new CharacterTable(0, 10, 0, 0).CohenKappa);

    [Fact]
    public void In_texts_of_any_length_what_chance_gives_is_not_lost_in_rounding()
    {
        // Eleven marked characters of l.. = 8 milliard, of which one is in dispute; in decimals, which hold all of it exactly.
        const decimal l = 8_000_000_000, squares = (5 * 5) + (6 * 6) + (l - 11), unlike = 2 * 11 * (l - 11);
        var study = GivenSpans.Study("d 2000000000 ann bob\ne 2000000000 ann bob", "d ann x 0 5\nd bob x 0 6");
        Assert.Equal((double)(1 - (2 / (l * unlike / ((l * l) - squares)))), UnitizingAlpha.Of(study, ["x"], Both).U.Value!.Value, 1e-14);
        Assert.Equal(3_999_999_994, CharacterTable.Of(study, "x", "ann", "bob").Neither);
    }
}
