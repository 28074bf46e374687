using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>A codebook's rules, compiled. Immutable in use; any number of matchers share one.</summary>
internal sealed class RuleSet
{
    public required Codebook Codebook { get; init; }

    /// <summary>In order of id.</summary>
    public required IReadOnlyList<CompiledRule> Rules { get; init; }

    public required WordPatterns Words { get; init; }

    public required TermTrie Trie { get; init; }

    /// <summary>By term number: the operands that hold it.</summary>
    public required int[][] OperandsOfTerm { get; init; }

    public required int OperandCount { get; init; }
}

/// <summary>A rule whose operands are numbers.</summary>
/// <param name="Rule">As written.</param>
/// <param name="Hash">SHA-256 of the rule and of every term it uses: the exact wording that made a coding.</param>
/// <param name="Points">What its strength gives; 0 for a veto.</param>
/// <param name="Find">The operand to find.</param>
/// <param name="Written">What this rule writes to find a term, by the term's number; rules share terms, and not all write them alike.</param>
internal sealed record CompiledRule(
    Rule Rule, string Hash, int Points, int Find, IReadOnlyDictionary<int, Written> Written, IReadOnlyList<CompiledContext> OnlyIf, IReadOnlyList<CompiledContext> Unless);

/// <param name="Order">Among the words of one rule, in its order.</param>
/// <param name="Text">As typed.</param>
internal readonly record struct Written(int Order, string Text);

/// <summary>A context whose operand is a number.</summary>
internal readonly record struct CompiledContext(int Operand, Within Within, bool IsPartOf);
