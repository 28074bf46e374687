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

    /// <summary>As somebody typed it, by term number.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>By term number: the operands that hold it.</summary>
    public required int[][] OperandsOfTerm { get; init; }

    public required int OperandCount { get; init; }
}

/// <summary>A rule whose operands are numbers.</summary>
/// <param name="Rule">As written.</param>
/// <param name="Hash">SHA-256 of the rule and of every term it uses: the exact wording that made a coding.</param>
/// <param name="Points">What its strength gives; 0 for a veto.</param>
/// <param name="Find">The operand to find.</param>
internal sealed record CompiledRule(
    Rule Rule, string Hash, int Points, int Find, IReadOnlyList<CompiledContext> OnlyIf, IReadOnlyList<CompiledContext> Unless);

/// <summary>A context whose operand is a number.</summary>
internal readonly record struct CompiledContext(int Operand, Within Within, bool IsPartOf);
