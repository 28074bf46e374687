using System.Buffers;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Tells whether a hit is negated: a cue stands before one of its words, at most five words or six Chinese characters away, and nothing ends its reach.</summary>
/// <remarks>
/// After NegEx: Chapman et al. (2001), A simple algorithm for identifying negated findings and diseases in discharge summaries, Journal of
/// Biomedical Informatics 34(5), 301-310; with look-alikes and words that end a cue's reach as there. What follows a hit is not looked at.
/// </remarks>
internal static class Negations
{
    /// <summary>Lists of a codebook that stand in the place of the built-in words.</summary>
    public const string Cues = "negation", LookAlikes = "negation-look-alikes", Stops = "negation-stops";

    // A reach of 30: five words, or six Chinese characters, or a mixture.
    private const int Reach = 30;
    private const int OfWord = 6;
    private const int OfHan = 5;

    private static readonly SearchValues<char> Ends = SearchValues.Create(",，;；");

    /// <summary>The built-in words, as terms.</summary>
    public static IReadOnlyDictionary<string, string[]> BuiltIn { get; } = new Dictionary<string, string[]>
    {
        [Cues] =
        [
            "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "no longer", "no one", "cannot", "can't", "couldn't", "don't", "doesn't", "didn't", "won't", "wouldn't",
            "shouldn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "ain't",
            "不", "没", "没有", "沒", "沒有", "未", "未曾", "无", "無", "并非", "並非", "从不", "从没", "从未",
        ],
        [LookAlikes] =
        [
            "not only", "not just", "not merely", "not least", "not to mention", "not until", "no doubt", "no wonder", "no matter", "without doubt", "without a doubt", "nothing but", "why not", "or not", "if not",
            "不但", "不仅", "不僅", "不只", "不光", "不单", "不止", "不错", "不錯", "不同", "不断", "不斷", "不少", "不久", "不过", "不過", "不管", "不论", "不論", "不得不", "不好意思", "不得了", "不得已", "差不多", "了不起",
            "是不是", "能不能", "会不会", "會不會", "要不要", "好不好", "行不行", "可不可以", "有没有", "有沒有", "没想到", "没关系", "没事", "没错", "未来", "未來", "未必", "无论", "無論", "无非", "无数", "無數", "没有不", "无不",
        ],
        [Stops] = ["but", "however", "although", "though", "because", "except", "instead", "但", "但是", "可是", "不过", "不過", "而是", "因为", "因為", "除了", "反而"],
    };

    /// <param name="found">The words of a hit. One that is negated is enough; one that is a cue itself negates no other.</param>
    /// <returns>The cue, or null.</returns>
    public static TextSpan? CueOf(IReadOnlyList<TextSpan> found, NegationWords words, OperandHits hits, Stretches stretches, ReadOnlySpan<Token> tokens, string text)
    {
        foreach (var word in found)
        {
            foreach (var cue in hits.EndingBefore(words.Cues, word.Start))
            {
                if (!IsNear(cue.End, word.Start, tokens, stretches) || text.AsSpan(cue.End, word.Start - cue.End).ContainsAny(Ends)) break;
                if (stretches.At(DistanceUnit.Sentence, cue.Start) != stretches.At(DistanceUnit.Sentence, word.Start) || HasStop(cue.End, word.Start, words, hits)) break;
                if (!IsPartOf(found, cue.Span) && !hits.Touching(words.LookAlikes, cue.Start, cue.End).Any(other => other.Span.Contains(cue.Span))) return cue.Span;
            }
        }

        return null;
    }

    private static bool HasStop(int from, int to, NegationWords words, OperandHits hits)
    {
        var stops = hits.Of(words.Stops);
        for (var index = hits.FirstFrom(words.Stops, from); index < stops.Count && stops[index].Start < to; index++)
        {
            if (stops[index].End <= to) return true;
        }

        return false;
    }

    private static bool IsPartOf(IReadOnlyList<TextSpan> found, TextSpan cue)
    {
        foreach (var word in found)
        {
            if (word.Contains(cue)) return true;
        }

        return false;
    }

    private static bool IsNear(int from, int to, ReadOnlySpan<Token> tokens, Stretches stretches)
    {
        var between = 0;
        for (var index = stretches.FirstToken(to) - 1; index >= 0 && tokens[index].Start >= from && between <= Reach; index--)
        {
            if (tokens[index].End <= to) between += tokens[index].IsHan ? OfHan : OfWord;
        }

        return between <= Reach;
    }
}
