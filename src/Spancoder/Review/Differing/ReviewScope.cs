using Spancoder.Codebooks;

namespace Spancoder.Review.Differing;

/// <summary>Whose judgements are looked at, and of which segments.</summary>
internal sealed record ReviewScope
{
    /// <summary>Names of people; empty for all.</summary>
    public IReadOnlyList<string> Coders { get; init; } = [];

    public bool WithRules { get; init; }

    /// <summary>Only segments to which one of these was given, by anybody who takes part; null for all.</summary>
    public IReadOnlySet<string>? Codes { get; init; }

    /// <summary>A code and all below it.</summary>
    public static IReadOnlySet<string> Within(Code code, Codebook codebook) => codebook.Codes.Where(other => other.IsWithin(code)).Select(other => other.Id).ToHashSet();

    public bool Includes(Verdict verdict) => Coders is [] || Coders.Contains(verdict.Coder);

    public bool IsAbout(IReadOnlyList<Verdict> verdicts) => Codes is null || verdicts.Any(verdict => verdict.Codes.Any(Codes.Contains));
}
