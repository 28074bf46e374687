using System.Buffers;
using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Tells whether a hit is negated: a cue stands before one of its words, at most five words or six Chinese characters away, and nothing ends its reach.</summary>
/// <remarks>
/// After NegEx: Chapman et al. (2001), A simple algorithm for identifying negated findings and diseases in discharge summaries, Journal of
/// Biomedical Informatics 34(5), 301-310; with look-alikes and words that end a cue's reach as there. What follows a hit is not looked at.
/// How far each cue of a document reaches is found once, when the first hit asks.
/// </remarks>
internal sealed class Negations(NegationWords words, SegmentedDocument document, OperandHits hits, Stretches stretches, ReadOnlyMemory<Token> tokens)
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

    private Cue[]? _cues;

    /// <summary>The cue that negates a hit. One of its words is enough; one that is a cue itself negates no other.</summary>
    public TextSpan? CueOf(Hit hit)
    {
        if (hit.Last is null) return CueBefore(hit.Start, hit);

        foreach (var word in hit.Words())
        {
            if (CueBefore(word.Start, hit) is { } cue) return cue;
        }

        return null;
    }

    // The nearest that reaches so far. Where one does not, those before it reach no further.
    private TextSpan? CueBefore(int position, Hit hit)
    {
        _cues ??= FindCues();
        var last = Sorted.FirstFrom(_cues, static cue => cue.Span.End, position + 1) - 1;
        for (var index = last; index >= 0 && position <= _cues[index].Until; index--)
        {
            if (!hit.Holds(_cues[index].Span)) return _cues[index].Span;
        }

        return null;
    }

    private Cue[] FindCues() =>
    [
        .. hits.Of(words.Cues).Where(cue => !hits.Touching(words.LookAlikes, cue.Start, cue.End).Any(other => other.Span.Contains(cue.Span)))
            .Select(cue => new Cue(cue.Span, LastReached(cue))).OrderBy(cue => cue.Span.End),
    ];

    // The last position at which a word may begin that the cue negates.
    private int LastReached(Hit cue)
    {
        var last = LastNear(cue);
        if (last >= cue.End && document.Document.Text.AsSpan(cue.End, last - cue.End + 1).IndexOfAny(Ends) is var end and >= 0) last = cue.End + end;
        var stops = hits.Of(words.Stops);
        for (var index = hits.FirstFrom(words.Stops, cue.End); index < stops.Count && stops[index].Start <= last; index++) last = Math.Min(last, stops[index].End - 1);
        return last;
    }

    // As far as five words go, within the sentence.
    private int LastNear(Hit cue)
    {
        var last = (stretches.At(DistanceUnit.Sentence, cue.Start) ?? cue.Span).End - 1;
        var between = 0;
        for (var index = stretches.FirstToken(cue.End); index < tokens.Length && tokens.Span[index].End <= last; index++)
        {
            between += tokens.Span[index].IsHan ? OfHan : OfWord;
            if (between > Reach) return tokens.Span[index].End - 1;
        }

        return last;
    }

    /// <param name="Until">The last position at which a word may begin that it negates.</param>
    private readonly record struct Cue(TextSpan Span, int Until);
}
