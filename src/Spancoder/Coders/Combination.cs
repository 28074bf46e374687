using Spancoder.Codebooks;
using Spancoder.Learning;

namespace Spancoder.Coders;

/// <summary>How rules and a classifier decide together which codes a segment gets.</summary>
/// <param name="learned">By code of the codebook: what was learned.</param>
internal sealed class Combination(IReadOnlyList<LearnedCode> learned, Decide decide)
{
    private readonly Dictionary<Code, int> _indexOf = learned.Index().ToDictionary(code => code.Item.Code, code => code.Index);

    /// <summary>Whether the classifier decides on a code; otherwise there were too few examples of it, or nobody asked.</summary>
    public bool IsLearned(Code code) => decide != Decide.Rules && learned[_indexOf[code]].Model is not null;

    /// <param name="probabilities">By code; what the classifier says of the segment. Not looked at where nothing was learned.</param>
    /// <returns>By code: whether the segment has it, by itself or by one below it.</returns>
    /// <remarks>
    /// A code nested in another is only looked at where the segment has the other, and of those that were learned only the one whose probability is highest beside its threshold. What was not learned
    /// is left to the rules.
    /// </remarks>
    public bool[] Reached(ReadOnlySpan<double> probabilities, RulesSay rules)
    {
        var reached = new bool[learned.Count];
        for (var index = 0; index < reached.Length; index++) // parents stand before their children
        {
            var code = learned[index].Code;
            reached[index] = IsByModel(index, reached, probabilities, rules)
                || decide == Decide.Either && rules.Reached.Any(given => given.IsWithin(code))
                || !IsLearned(code) && AboveIsOpen(code, reached) && rules.Reached.Any(given => given.IsWithin(code) && IsLeftToRules(given, code));
        }

        return reached;
    }

    /// <summary>Whether the classifier gives a code, whatever the rules say of it.</summary>
    /// <param name="reached">Of the codes above it.</param>
    public bool IsByModel(int index, bool[] reached, ReadOnlySpan<double> probabilities, RulesSay rules)
    {
        var code = learned[index].Code;
        return IsLearned(code) && MayBe(index, probabilities, rules) && (code.Parent is null || reached[_indexOf[code.Parent]] && IsLikeliest(index, probabilities, rules));
    }

    private bool MayBe(int index, ReadOnlySpan<double> probabilities, RulesSay rules) =>
        Height(index, probabilities) >= 1 && (decide == Decide.Model || !rules.Forbidden.Contains(learned[index].Code));

    // Of those nested in the same code.
    private bool IsLikeliest(int index, ReadOnlySpan<double> probabilities, RulesSay rules)
    {
        for (var other = 0; other < learned.Count; other++)
        {
            if (other == index || learned[other].Code.Parent != learned[index].Code.Parent || !MayBe(other, probabilities, rules)) continue;
            if (Height(other, probabilities) is var its && (its > Height(index, probabilities) || its == Height(index, probabilities) && other < index)) return false;
        }

        return true;
    }

    // The probability beside the threshold; 0 where nothing was learned.
    private double Height(int index, ReadOnlySpan<double> probabilities) => learned[index].Model is { } model ? probabilities[index] / model.Cutoffs.Threshold : 0;

    /// <summary>Where every segment has exactly one code: the one whose probability is highest beside its threshold, so that rare codes are not passed over.</summary>
    /// <returns>As <see cref="Reached"/>.</returns>
    public bool[] One(ReadOnlySpan<double> probabilities)
    {
        var (best, height) = (-1, 0d);
        for (var index = 0; index < learned.Count; index++)
        {
            if (learned[index].Code.Parent is not null || Height(index, probabilities) is var its && its <= height) continue;
            (best, height) = (index, its);
        }

        var reached = new bool[learned.Count];
        if (best >= 0) reached[best] = true;
        return reached;
    }

    // Where the classifier has said no to a code, rules for what is nested in it find nothing.
    private bool AboveIsOpen(Code code, bool[] reached)
    {
        for (var above = code.Parent; above is not null; above = above.Parent)
        {
            if (IsLearned(above)) return reached[_indexOf[above]];
        }

        return true;
    }

    // A code and all above it, up to one of those.
    private bool IsLeftToRules(Code code, Code upTo)
    {
        for (var above = code; above != upTo; above = above.Parent!) // it is within the other
        {
            if (IsLearned(above)) return false;
        }

        return true;
    }
}
