using Spancoder.Codebooks;

namespace Spancoder.Learning;

/// <summary>What was learned of one code.</summary>
/// <param name="Code">Which.</param>
/// <param name="Examples">What it was learned from.</param>
internal sealed record LearnedCode(Code Code, ExampleCounts Examples)
{
    /// <summary>Null where the code is left to the rules.</summary>
    public LearnedModel? Model { get; init; }

    /// <summary>Why it is left to the rules, as a clause; null where it is not.</summary>
    public string? WhyNot { get; init; }
}

/// <summary>How a code's probability is worked out. Of a code with a parent it is the probability among segments that have the parent.</summary>
internal sealed record LearnedModel(LinearWeights Weights, PlattScaling Scaling, Cutoffs Cutoffs);

/// <summary>How many segments speak for a code, and how many against it; of a code with a parent, of those that have the parent.</summary>
/// <param name="Documents">In how many documents it was given.</param>
internal readonly record struct ExampleCounts(int Given, int NotGiven, int Documents)
{
    /// <summary>Fewer of either kind say nothing of others; nor do those of fewer documents, of which each has to be left out once.</summary>
    public const int Fewest = 10, FewestDocuments = 3;

    /// <summary>Why the code is left to the rules; null where there are enough.</summary>
    public string? TooFew => this switch
    {
        { Given: < Fewest } => $"{Given} of at least {Fewest} segments that have it",
        { Documents: < FewestDocuments } => $"it was given in {Documents} of at least {FewestDocuments} documents",
        { NotGiven: < Fewest } => $"{NotGiven} of at least {Fewest} segments that do not have it",
        _ => null,
    };
}
