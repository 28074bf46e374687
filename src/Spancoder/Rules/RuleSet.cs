using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>A codebook's rules, compiled. Immutable in use; any number of matchers share one.</summary>
internal sealed class RuleSet
{
    public required Codebook Codebook { get; init; }

    /// <summary>In order of id; retired ones are not among them.</summary>
    public required IReadOnlyList<CompiledRule> Rules { get; init; }

    /// <summary>By number: parts stand before what is made of them.</summary>
    public required IReadOnlyList<CompiledOperand> Operands { get; init; }

    public required NegationWords Negation { get; init; }

    public required WordPatterns Words { get; init; }

    public required PhraseTrie Trie { get; init; }

    /// <summary>By the number of a phrase: the operands that hold it, and which of theirs it is.</summary>
    public required (int Operand, int Order)[][] OperandsOfPhrase { get; init; }

    /// <summary>Whether some rule asks what stands outside the turn in which it is found.</summary>
    public bool LooksBeyondTheTurn => Rules.SelectMany(rule => rule.OnlyIf.Concat(rule.Unless))
        .Any(context => context.Kind == ContextKind.PreviousTurn || context.Within.Unit == DistanceUnit.Document);
}

/// <summary>A rule whose operands are numbers.</summary>
/// <param name="Rule">As written.</param>
/// <param name="Hash">SHA-256 of the rule and of every term it uses: the exact wording that made a coding.</param>
/// <param name="Points">What its strength gives; 0 for a veto.</param>
/// <param name="Find">The operand to find.</param>
internal sealed record CompiledRule(Rule Rule, string Hash, int Points, int Find, IReadOnlyList<CompiledContext> OnlyIf, IReadOnlyList<CompiledContext> Unless);

/// <summary>A context whose operand is a number.</summary>
internal readonly record struct CompiledContext(ContextKind Kind, int Operand, Distance Within);

/// <summary>The operands that tell whether a hit is negated.</summary>
/// <param name="Cues">"not", 没有.</param>
/// <param name="LookAlikes">"not only": a cue inside one of these is none.</param>
/// <param name="Stops">"but": no cue reaches over them.</param>
internal sealed record NegationWords(int Cues, int LookAlikes, int Stops);
