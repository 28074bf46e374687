using System.Text.RegularExpressions;
using Spancoder.Reporting.Pictures;

namespace Spancoder.Tests.Reporting.Pictures;

/// <summary>The colours as the style of a picture has them, in the light and in the dark.</summary>
public partial class PictureColours
{
    private static readonly string[] Schemes = DrawnPicture.Of(GivenPictures.All[0]).Style.Split("@media screen and (prefers-color-scheme: dark)");

    public static TheoryData<int> Both => [0, 1];

    // Worked with the formula of the guidelines by hand: (1 + 0.05) / (0.2126 + 0.05) for red on white.
    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#ffffff", "#ff0000", 3.998)]
    [InlineData("#777777", "#777777", 1)]
    public void Contrast_is_that_of_the_guidelines(string first, string second, double contrast) => Assert.Equal(contrast, Colour.Contrast(first, second), .001);

    [Theory, MemberData(nameof(Both))]
    public void Numbers_can_be_read_on_their_fields(int scheme)
    {
        for (var depth = 0; depth < PictureStyle.Depths; depth++) Assert.InRange(Colour.Contrast(Of(scheme, PictureStyle.Field(depth)), Of(scheme, PictureStyle.OnField(depth))), 4.5, 21);
    }

    [Theory, MemberData(nameof(Both))]
    public void Fields_can_be_told_apart_in_grey(int scheme)
    {
        var lightness = Enumerable.Range(0, PictureStyle.Depths).Select(depth => Math.Cbrt(Colour.Luminance(Of(scheme, PictureStyle.Field(depth)))) * (scheme == 0 ? -1 : 1)).ToList();
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second - pair.First > .025, "a depth that is not clearly deeper than the one before"));
    }

    [Theory, MemberData(nameof(Both))]
    public void Words_and_shapes_stand_out_from_the_paper(int scheme)
    {
        var paper = Of(scheme, "p-paper");
        Assert.InRange(Colour.Contrast(paper, Of(scheme, "p-dot")), 7, 21);
        Assert.InRange(Colour.Contrast(paper, Of(scheme, "p-soft")), 4.5, 21);
        Assert.All(Enumerable.Range(0, PictureStyle.TrackColours).Select(PictureStyle.Track).Append("p-bar"), shape => Assert.InRange(Colour.Contrast(paper, Of(scheme, shape)), 3, 21));
        Assert.InRange(Colour.Contrast(Of(scheme, "p-bar"), Of(scheme, "p-dot")), 3, 21); // the interval on its bar
    }

    [Fact]
    public void A_colour_is_said_plainly_before_the_one_that_a_page_may_set()
    {
        var rules = Variable().Matches(string.Concat(Schemes));
        Assert.Equal(string.Concat(Schemes).Split("var(").Length - 1, rules.Count);
        Assert.All(rules, rule => Assert.Equal(rule.Groups[2].Value, rule.Groups[3].Value));
    }

    [Fact]
    public void The_dark_is_for_screens_only() => Assert.Equal(2, Schemes.Length);

    private static string Of(int scheme, string name) => Regex.Match(Schemes[scheme], $@"\.{name} {{ fill: (#[0-9a-f]{{6}})").Groups[1].Value;

    [GeneratedRegex(@"([\w-]+): (#\w{6}); \1: var\(--\w+, (#\w{6})\)")]
    private static partial Regex Variable();
}
