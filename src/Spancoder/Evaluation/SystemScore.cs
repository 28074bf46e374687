using Spancoder.Agreement.Resampling;
using Spancoder.Codebooks;

namespace Spancoder.Evaluation;

/// <summary>How well one way to code gave the codes of a codebook.</summary>
/// <param name="Codes">In the codebook's order; a code counts where it, or one below it, was given.</param>
/// <param name="Micro">The codes at the top together: each decision on each of them counts alike.</param>
/// <param name="MacroF1">The mean of the F1 of the codes at the top that some segment has, of which each counts alike.</param>
internal sealed record SystemScore(string Name, IReadOnlyList<(Code Code, CodeScore Score)> Codes, CodeScore Micro, Figure MacroF1, Interval MacroInterval)
{
    /// <param name="documents">For each document, by code, its outcomes.</param>
    public static SystemScore Of(string name, Codebook codebook, IReadOnlyList<Outcomes[]> documents, DocumentDraws draws)
    {
        List<int> tops = [.. codebook.Codes.Index().Where(code => code.Item.Parent is null).Select(code => code.Index)];
        var codes = codebook.Codes.Select((code, index) => (code, CodeScore.Of(code.Id, [.. documents.Select(document => document[index])], draws))).ToList();
        var micro = CodeScore.Of("all", [.. documents.Select(document => tops.Aggregate(default(Outcomes), (sum, top) => sum + document[top]))], draws);
        var sums = tops.ConvertAll(top => draws.Sums([.. documents.Select(document => document[top])]));
        var macro = MacroOf([.. tops.Select(top => codes[top].Item2.Outcomes)]);
        int[] replicates = [.. Enumerable.Range(0, sums is [var first, ..] ? first.Length : 0)];
        return new(name, codes, micro, macro, draws.IntervalOf(macro, replicates, replicate => MacroOf([.. sums.Select(ofCode => ofCode[replicate])])));
    }

    private static Figure MacroOf(Outcomes[] codes)
    {
        var (sum, count) = (0d, 0);
        foreach (var outcomes in codes.Where(outcomes => outcomes.Support > 0)) (sum, count) = (sum + (outcomes.F1.Value ?? 0), count + 1); // with a support there is an F1
        return count > 0 ? Figure.Of(sum / count) : Figure.Undefined("no segment has a code");
    }
}
