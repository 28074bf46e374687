using Spancoder.Codebooks;

namespace Spancoder.Reporting.Pages;

/// <summary>What a report counts of one segment.</summary>
/// <param name="Codes">Those that count, with all above them.</param>
/// <param name="IsJudged">Whether people said them, and not a machine.</param>
internal sealed record CountedCodes(IReadOnlySet<Code> Codes, bool IsJudged)
{
    private static readonly HashSet<Code> None = [];

    /// <summary>What people said where any of them could tell, and what the machine says elsewhere. Null for what is never coded.</summary>
    public static CountedCodes? Of(ResultSegment segment, Codebook codebook)
    {
        if (!segment.Codable) return null;

        var judgements = segment.Codings.Where(coding => coding.IsByHand).GroupBy(coding => coding.Coder).Where(judged => judged.All(coding => coding.Code != Coding.Unsure)).ToList();
        var codings = judgements is [] ? segment.Codings.Where(coding => !coding.IsByHand) : judgements.SelectMany(judged => judged);
        return new(WithThoseAbove(codings, codebook), judgements is not []);
    }

    private static HashSet<Code> WithThoseAbove(IEnumerable<ResultCoding> codings, Codebook codebook)
    {
        HashSet<Code>? given = null;
        foreach (var coding in codings)
        {
            for (var code = codebook.Find(coding.Code); code is not null; code = code.Parent) (given ??= []).Add(code);
        }

        return given ?? None;
    }
}
