using Spancoder.Codebooks;

namespace Spancoder.Review.Next;

/// <summary>What somebody wants to look at.</summary>
/// <param name="Number">How many segments, 1 or more.</param>
/// <param name="Share">How much of it is drawn by chance, from 0 to 1.</param>
/// <param name="Seed">Of the draw.</param>
/// <param name="Reviewer">Who will look; null for somebody.</param>
/// <param name="Code">Of which, with those below it, doubt is looked for; null for all. It does not narrow what is drawn by chance.</param>
internal sealed record NextRequest(int Number, decimal Share, long Seed, string? Reviewer, Code? Code)
{
    /// <summary>How many are drawn by chance where there are as many; a half is rounded up.</summary>
    public int Random => (int)Math.Round(Number * Share, MidpointRounding.AwayFromZero);
}
