using Spancoder.Codebooks;
using Spancoder.Learning;
using Spancoder.Rules;

namespace Spancoder.Coders;

/// <summary>The machine that codes: rules, and a classifier where there is one. Immutable; every thread has a <see cref="MachineCoder"/> of it.</summary>
/// <param name="Rules">The codebooks, compiled.</param>
internal sealed record Machine(RuleSets Rules)
{
    /// <summary>The name under which a classifier's codings stand.</summary>
    public const string ModelName = "model";

    public Decide Decide { get; init; } = Decide.Rules;

    /// <summary>Null where the rules decide alone.</summary>
    public Classifier? Classifier { get; init; }

    /// <summary>Set by those who want the features of segments too.</summary>
    public FeatureSpace? Features { get; init; }

    public Codebook Codebook => Rules.Codebook;

    public static implicit operator Machine(RuleSets rules) => new(rules);

    public static implicit operator Machine(RuleSet rules) => new(rules);
}
