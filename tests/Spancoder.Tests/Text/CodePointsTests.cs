using System.Text;
using Spancoder.Text;

namespace Spancoder.Tests.Text;

public class CodePointsTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("𠮷 and 😀 and 👩‍🎨")]
    [InlineData("\uD800 alone, and \uDC00")]
    public void Counts_as_runes_do(string text)
    {
        var points = new CodePoints(text);
        var (position, count) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.Equal(count, points.At(position));
            Assert.Equal(position, points.PositionOf(count));
            position += rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
            count++;
        }

        Assert.Equal(count, points.At(text.Length));
        Assert.Equal(text.Length, points.PositionOf(count));
    }
}
