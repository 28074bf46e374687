using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Review.Differing;

/// <summary>Says how two coders differ about a segment. What a coder leaves open differs from nothing.</summary>
internal sealed class VerdictComparison(Codebook codebook)
{
    private readonly Dictionary<string, string> _tops = codebook.Codes.ToDictionary(code => code.Id, code => code.Top.Id);

    /// <returns>The same whichever comes first. Null where they say the same, and where one of them cannot tell.</returns>
    public DifferenceType? Between(Verdict one, Verdict other)
    {
        if (one.IsUnsure || other.IsUnsure) return null;
        if (one.GivesTheCodesOf(other)) return WithTheSameCodes(one, other);
        if (one.Codes is [] || other.Codes is []) return DifferenceType.CodeOrNone;
        if (one.Codes.All(other.Codes.Contains) || other.Codes.All(one.Codes.Contains)) return DifferenceType.SecondLabel;
        return TopsOf(one).SetEquals(TopsOf(other)) ? DifferenceType.SubCode : DifferenceType.Swap;
    }

    private static DifferenceType? WithTheSameCodes(Verdict one, Verdict other)
    {
        var pairs = one.Codings.Join(other.Codings, coding => coding.Code, coding => coding.Code, (left, right) => (left, right)).ToList();
        if (pairs.Exists(pair => Differ(PassageOf(one, pair.left), PassageOf(other, pair.right)))) return DifferenceType.Boundary;
        return pairs.Exists(pair => HaveOtherStatus(pair.left, pair.right)) ? DifferenceType.Status : null;
    }

    // The whole segment is what stands where a person names no passage; the rules' evidence is whole sentences, whatever the passage.
    private static TextSpan? PassageOf(Verdict verdict, Coding coding) => verdict.IsByMachine || coding.Span == coding.Segment.Span ? null : coding.Span;

    private static bool HaveOtherStatus(Coding one, Coding other) =>
        one.Status is not [] && other.Status is not [] && !one.Status.ToHashSet().SetEquals(other.Status) || Differ(one.Negated, other.Negated);

    private static bool Differ<T>(T? one, T? other)
        where T : struct => one is { } left && other is { } right && !left.Equals(right);

    // What the codebook has no code for is a branch of its own.
    private HashSet<string> TopsOf(Verdict verdict) => [.. verdict.Codes.Select(code => _tops.GetValueOrDefault(code, code))];
}
