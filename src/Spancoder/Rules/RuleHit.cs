using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>One place in a codable segment where a rule's words were found.</summary>
/// <param name="Segment">The segment in which it starts.</param>
/// <param name="Place">Where, and by what.</param>
/// <param name="Via">The term that found each part, as it is typed.</param>
/// <param name="OnlyIf">Where the context stood that it needed; null when it needed none.</param>
/// <param name="Negation">The word that negates it; null where none does, or nobody looked.</param>
/// <param name="Stopped">Why it does not count; null when it does.</param>
internal sealed record RuleHit(CompiledRule Rule, Segment Segment, Hit Place, IReadOnlyList<string> Via, TextSpan? OnlyIf, TextSpan? Negation, Stop? Stopped)
{
    /// <summary>From the first word found to the last.</summary>
    public TextSpan Span => Place.Span;

    /// <summary>The words found, in order of the text: the span itself, unless it is several things near each other.</summary>
    public IReadOnlyList<TextSpan> Parts => Place.Parts();
}

/// <summary>What stopped a hit.</summary>
internal abstract record Stop
{
    private Stop()
    {
    }

    /// <summary>The document is not one that <c>where</c> describes.</summary>
    internal sealed record Elsewhere(FieldTest Test) : Stop;

    /// <summary>Somebody says it whom the rule does not look at.</summary>
    internal sealed record OtherSpeaker : Stop;

    /// <summary>It is negated, and the rule skips such hits.</summary>
    internal sealed record Negated(TextSpan Cue) : Stop;

    /// <summary>It is not negated, and the rule wants only such hits.</summary>
    internal sealed record NotNegated : Stop;

    /// <summary>Nothing that <c>only-if</c> asks for is there.</summary>
    internal sealed record NothingNearby : Stop;

    /// <param name="Span">What <c>unless</c> found.</param>
    internal sealed record Unless(TextSpan Span) : Stop;
}
