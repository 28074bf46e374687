using Spancoder.Codebooks;
using Spancoder.Review.Differing;
using Spancoder.Tests.Rules;
using Spancoder.Text;

namespace Spancoder.Tests.Review;

internal static class GivenVerdicts
{
    /// <summary>With the codes a, a.b and c.</summary>
    public static Codebook Codebook { get; } = GivenRules.Of("").Codebook;

    public static Segment Segment { get; } = new()
    {
        Number = 1,
        Id = "quay.txt#1",
        Span = new(10, 50),
        Layer = Layer.Speech,
        Speaker = null,
        Codable = true,
        Language = "en",
        Words = default,
    };

    /// <param name="codes">Each a code, or "code 12-20", "code enacted", "code negated".</param>
    public static Verdict Of(string coder, params string[] codes) => new(coder, [.. (codes is [] ? [Coding.Nothing] : codes).Select(code => Make(coder, code.Split(' ')))]);

    /// <summary>Any judgement: any codes, with or without a passage, a status and a word on negation.</summary>
    public static Verdict Random(Random random, string coder)
    {
        if (random.Next(12) == 0) return Of(coder, Coding.Unsure);

        string[] codes = [.. new[] { "a", "a.b", "c", Coding.Other }.Where(_ => random.Next(3) == 0)];
        return Of(coder, [.. codes.Select(code => string.Join(' ', new[] { code }.Concat(new[] { "12-20", "14-30", "enacted", "failed", "negated", "affirmed" }.Where(_ => random.Next(4) == 0))))]);
    }

    private static Coding Make(string coder, string[] words)
    {
        var span = words.Skip(1).FirstOrDefault(word => word.Contains('-', StringComparison.Ordinal))?.Split('-');
        return new()
        {
            Segment = Segment,
            Code = words[0],
            Span = span is null ? Segment.Span : new TextSpan(int.Parse(span[0], Inv), int.Parse(span[1], Inv)),
            Coder = coder,
            Reason = new Reason.ByHand("", ""),
            Status = [.. Coding.Statuses.Where(words.Contains)],
            Negated = words.Contains("negated") ? true : words.Contains("affirmed") ? false : null,
        };
    }

    private static readonly System.Globalization.CultureInfo Inv = System.Globalization.CultureInfo.InvariantCulture;
}
