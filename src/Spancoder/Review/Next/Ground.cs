using Spancoder.Codebooks;

namespace Spancoder.Review.Next;

/// <summary>Why a person should look at a segment.</summary>
/// <param name="Codes">Those in question, in the codebook's order; at least one.</param>
/// <param name="Statement">What exactly: the codes, and the rules with their words.</param>
internal sealed record Ground(GroundKind Kind, IReadOnlyList<Code> Codes, string Statement);

/// <summary>In order of usefulness: the first kinds show mistakes, the last only doubt.</summary>
internal enum GroundKind
{
    /// <summary>Somebody judged it, and the machine gives a code that they did not give, or the reverse.</summary>
    Differ,

    /// <summary>One rule speaks for a code and one against it, or rules for codes of different branches speak for the same words.</summary>
    AtOdds,

    /// <summary>A strong rule's words are there, and the segment has no code.</summary>
    StrongCue,

    /// <summary>A code's score is near its threshold, to either side.</summary>
    Near,
}

internal static class GroundKinds
{
    public static IReadOnlyList<GroundKind> InOrder { get; } = Enum.GetValues<GroundKind>();

    /// <summary>As every output writes it.</summary>
    public static string NameOf(GroundKind kind) => kind switch
    {
        GroundKind.Differ => "people and machine differ",
        GroundKind.AtOdds => "rules at odds",
        GroundKind.StrongCue => "strong cue, but NONE",
        GroundKind.Near => "near the threshold",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
