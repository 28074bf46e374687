using Spancoder.Learning;
using Spancoder.Tests.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Learning;

/// <summary>
/// The oracle's features: what the comments of <see cref="TextFeatures"/> and <see cref="FeatureExtractor"/> say, done with strings and the oracle's own words. Only the hashes are the product's.
/// </summary>
internal static class SlowFeatures
{
    private const char Tie = '\u0001'; // between the parts of a pair or a run

    /// <summary>By what it is made of: how often it occurs.</summary>
    public static (Dictionary<string, int> Words, Dictionary<string, int> Characters) Of(string text, TextSpan stretch)
    {
        var things = ThingsIn(text, stretch);
        Dictionary<string, int> words = [], characters = [];
        foreach (var (index, thing) in things.Index())
        {
            if (thing.IsHan)
            {
                // The runs that begin here, as far as Chinese characters follow one another.
                var run = thing.Folded;
                Count(characters, run);
                for (var next = index + 1; next < Math.Min(index + 4, things.Count) && things[next] is { IsHan: true, IsJoined: true }; next++) Count(characters, run += Tie + things[next].Folded);
                continue;
            }

            Count(words, thing.Folded);
            if (index > 0 && !things[index - 1].IsHan) Count(words, things[index - 1].Folded + Tie + thing.Folded);
            if (thing.IsMark) continue;

            var padded = $" {thing.Folded} ";
            for (var start = 0; start < padded.Length; start++)
            {
                for (var length = 1; length <= 5 && start + length <= padded.Length; length++)
                {
                    if (padded.Substring(start, length) is not " " and var piece) Count(characters, piece);
                }
            }
        }

        return (words, characters);
    }

    /// <summary>By number what one segment's features are, the text's alone.</summary>
    /// <param name="first">The number of the first word.</param>
    /// <param name="length">Of both kinds.</param>
    public static Dictionary<int, double> Numbers(string text, TextSpan stretch, int first = 0, double length = 1)
    {
        var (words, characters) = Of(text, stretch);
        return new([.. Block(words, first, length), .. Block(characters, first + FeatureSpace.Buckets, length)]);
    }

    /// <summary>The bucket of something that <see cref="Of"/> names.</summary>
    public static int BucketOf(string made)
    {
        var parts = made.Split(Tie);
        var hash = WordFeatures.HashOf(parts[0]);
        foreach (var part in parts.Skip(1)) hash = WordFeatures.Pair(hash, WordFeatures.HashOf(part));
        return WordFeatures.BucketOf(hash);
    }

    private static IEnumerable<KeyValuePair<int, double>> Block(Dictionary<string, int> counts, int first, double length)
    {
        var damped = counts.GroupBy(count => BucketOf(count.Key), count => count.Value).Select(bucket => (bucket.Key, Value: 1 + Math.Log(bucket.Sum()))).ToList();
        var norm = Math.Sqrt(damped.Sum(bucket => bucket.Value * bucket.Value));
        return damped.Select(bucket => KeyValuePair.Create(first + bucket.Key, length * bucket.Value / norm));
    }

    // The words of the stretch and its question and exclamation marks, in order.
    private static List<Thing> ThingsIn(string text, TextSpan stretch)
    {
        SlowWords words = new(text);
        List<(int At, Thing Thing)> things = [];
        SlowWords.Word? before = null;
        foreach (var word in words.Words)
        {
            if (word.Span.Start >= stretch.Start && word.Span.Start < stretch.End)
            {
                things.Add((word.Span.Start, new(word.Folded, word.IsHan, IsJoined: before is not null && before.Span.Start >= stretch.Start && words.Between(before, word) is "", IsMark: false)));
            }

            before = word;
        }

        for (var at = stretch.Start; at < stretch.End; at++)
        {
            if (text[at] is '?' or '？') things.Add((at, new("?", false, false, IsMark: true)));
            if (text[at] is '!' or '！') things.Add((at, new("!", false, false, IsMark: true)));
        }

        return [.. things.OrderBy(thing => thing.At).Select(thing => thing.Thing)];
    }

    private static void Count(Dictionary<string, int> counts, string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    /// <param name="IsJoined">To the word before, with nothing between.</param>
    private sealed record Thing(string Folded, bool IsHan, bool IsJoined, bool IsMark);
}
