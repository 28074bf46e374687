using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>One place in a codable segment where a rule's words were found.</summary>
/// <param name="Segment">The segment in which it starts.</param>
/// <param name="Via">The term that found it, as this rule writes it.</param>
/// <param name="OnlyIf">Where the context stood that it needed; null when it needed none.</param>
/// <param name="Stopped">Why it does not count; null when it does.</param>
internal sealed record RuleHit(CompiledRule Rule, Segment Segment, TextSpan Span, string Via, TextSpan? OnlyIf, Stop? Stopped);

/// <summary>What stopped a hit.</summary>
internal abstract record Stop
{
    private Stop()
    {
    }

    /// <summary>Nothing that <c>only-if</c> asks for is there.</summary>
    internal sealed record NothingNearby : Stop;

    /// <param name="Span">What <c>unless</c> found.</param>
    internal sealed record Unless(TextSpan Span) : Stop;
}
