using System.Globalization;
using System.Text.RegularExpressions;

namespace Spancoder.Tests.Reporting.Pictures;

/// <summary>What holds for every picture, whatever it shows: over invented worlds.</summary>
public partial class PictureLaws
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Nothing_leaves_the_picture(int seed)
    {
        foreach (var picture in PictureWorlds.Of(seed))
        {
            var drawn = DrawnPicture.Of(picture);
            foreach (var shape in drawn.Root.Descendants().Where(shape => shape.Name.LocalName is "rect" or "line" or "circle" or "path" or "text"))
            {
                Assert.True(drawn.View.Holds(DrawnPicture.BoxOf(shape)), $"{picture.Id}: {shape} is outside of {drawn.View}");
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_words_stand_on_others(int seed)
    {
        foreach (var picture in PictureWorlds.Of(seed))
        {
            var words = DrawnPicture.Of(picture).All("text").Where(text => text.Attribute("transform") is null).Select(text => (Text: text, Box: DrawnPicture.BoxOf(text))).OrderBy(text => text.Box.Top).ToList();
            for (var first = 0; first < words.Count; first++)
            {
                for (var second = first + 1; second < words.Count && words[second].Box.Top < words[first].Box.Bottom; second++)
                {
                    Assert.False(words[first].Box.Touches(words[second].Box), $"{picture.Id}: {words[first].Text} and {words[second].Text}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Slanted_words_stand_far_enough_apart(int seed)
    {
        foreach (var picture in PictureWorlds.Of(seed))
        {
            var heads = DrawnPicture.Of(picture).All("text").Where(text => text.Attribute("transform") is not null).Select(text => DrawnPicture.At(text, "x")).ToList();
            Assert.All(heads.Zip(heads.Skip(1)), pair => Assert.True((pair.Second - pair.First) * Math.Sqrt(.5) >= 12, "less than the height of the letters"));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Everything_is_said_too(int seed)
    {
        foreach (var picture in PictureWorlds.Of(seed))
        {
            var drawn = DrawnPicture.Of(picture, isInPage: true);
            Assert.Equal([picture.Title, picture.Said], new[] { "aria-labelledby", "aria-describedby" }.Select(name => drawn.Root.Elements().Single(element => element.Attribute("id")?.Value == drawn.Root.Attribute(name)!.Value).Value));
            Assert.All(drawn.Root.Elements().Where(item => item.Name.LocalName is "g" or "a"), item =>
            {
                Assert.Equal("title", item.Elements().First().Name.LocalName);
                Assert.NotEqual("", item.Elements().First().Value);
            });
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Only_in_a_page_does_it_lead_anywhere(int seed)
    {
        foreach (var picture in PictureWorlds.Of(seed))
        {
            Assert.DoesNotContain("href", DrawnPicture.Of(picture).Text, StringComparison.Ordinal);
            var inPage = DrawnPicture.Of(picture, isInPage: true);
            Assert.All(inPage.All("a"), link => Assert.StartsWith("#", link.Attribute("href")!.Value, StringComparison.Ordinal));
            Assert.Equal(inPage.All("a").Any() ? "group" : "img", inPage.Root.Attribute("role")!.Value); // links in an image cannot be reached
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Numbers_have_at_most_two_decimals_and_the_culture_changes_no_byte(int seed)
    {
        var here = CultureInfo.CurrentCulture;
        foreach (var picture in PictureWorlds.Of(seed))
        {
            var drawn = DrawnPicture.Of(picture);
            Assert.All(drawn.Root.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is not ("class" or "id")), attribute => Assert.DoesNotMatch(ThreeDecimals(), attribute.Value));
            try
            {
                CultureInfo.CurrentCulture = new("de-DE");
                Assert.Equal(drawn.Text, DrawnPicture.Of(picture).Text);
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                Assert.Equal(drawn.Text, DrawnPicture.Of(picture).Text);
            }
            finally
            {
                CultureInfo.CurrentCulture = here;
            }
        }
    }

    [Fact]
    public void Pictures_of_one_page_share_their_style_and_no_id()
    {
        var drawn = PictureWorlds.Of(1).Append(PictureWorlds.Picture("a b", PictureWorlds.Of(2).First().Drawing)).Append(PictureWorlds.Picture("a_b", PictureWorlds.Of(2).First().Drawing)).Append(PictureWorlds.Picture("a_x0020_b", PictureWorlds.Of(2).First().Drawing))
            .Select(picture => DrawnPicture.Of(picture, isInPage: true)).ToList();
        Assert.Single(drawn.Select(picture => picture.Style).Distinct());
        var ids = drawn.SelectMany(picture => picture.Root.Descendants()).Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(2 * drawn.Count, ids.Count);
        Assert.Equal(ids, ids.Distinct());
        Assert.All(ids, id => Assert.DoesNotContain(' ', id));
        Assert.All(drawn[0].Style.Split('\n').Where(line => line.Contains('{') && !line.StartsWith('@')), line => Assert.StartsWith(".spancoder", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_class_that_shapes_have_is_one_of_the_style()
    {
        foreach (var drawn in PictureWorlds.Of(3).Concat(PictureWorlds.Of(4)).Select(picture => DrawnPicture.Of(picture)))
        {
            Assert.All(drawn.Root.Descendants().SelectMany(DrawnPicture.Classes).Where(name => name.Length > 0).Distinct(), name => Assert.Matches($@"\.{name}\b", drawn.Style));
        }
    }

    [GeneratedRegex(@"\d\.\d{3}|NaN|Infinity|-0(?![.\d])")]
    private static partial Regex ThreeDecimals();
}
