using System.Numerics;
using System.Runtime.InteropServices;
using Spancoder.Text;

namespace Spancoder.Tests.Text;

public class VocabularyTests
{
    [Fact]
    public void Long_words_with_the_same_key_are_two_words()
    {
        // The second half takes back what the first half changed: see WordKey.HashOf.
        var (first, second) = ("мастерская", "кастерская");
        var quads = MemoryMarshal.Cast<char, ulong>(first.AsSpan());
        var changed = MemoryMarshal.Cast<char, ulong>(second.AsSpan())[0];
        ulong[] twin = [changed, Step(10, quads[0]) ^ quads[1] ^ Step(10, changed)];
        var other = string.Concat(MemoryMarshal.Cast<ulong, char>(twin), first.AsSpan(8));
        Assert.Equal(WordKey.Of(first), WordKey.Of(other));

        Vocabulary vocabulary = new();
        Assert.Equal(0, vocabulary.Intern(first));
        Assert.Equal(1, vocabulary.Intern(other));
        Assert.Equal(0, vocabulary.Intern(first));
        Assert.Equal(1, vocabulary.Intern(other));

        static ulong Step(ulong hash, ulong quad) => BitOperations.RotateLeft(hash ^ quad, 23) * 0x9E3779B97F4A7C15;
    }

    [Theory]
    [InlineData("a", "a\0")]
    [InlineData("é", "é\0")]
    [InlineData("ab", "扡")] // the same two bytes
    [InlineData("internationalise", "internationalises")]
    [InlineData("", "\0")]
    public void Words_that_look_alike_in_memory_are_two_words(string one, string other)
    {
        Vocabulary vocabulary = new();
        Assert.NotEqual(vocabulary.Intern(one), vocabulary.Intern(other));
        Assert.Equal(other, vocabulary[vocabulary.Intern(other)]);
    }

    [Fact]
    public void A_character_has_the_same_key_alone_and_as_a_word() => Assert.Equal(WordKey.Of("国".AsSpan()), WordKey.Of('国'));

    [Fact]
    public void A_cleared_vocabulary_counts_from_the_beginning()
    {
        Vocabulary vocabulary = new();
        for (var number = 0; number < 10_000; number++) vocabulary.Intern($"w{number}");
        vocabulary.Clear();
        Assert.Equal((0, 1), (vocabulary.Count, vocabulary.Generation));
        Assert.Equal(0, vocabulary.Intern("w9999"));
        Assert.Equal(1, vocabulary.Intern("w0"));
    }
}
