namespace Spancoder.Agreement;

/// <summary>Why there is no number, where several measures say the same.</summary>
internal static class Reasons
{
    public const string NothingPairable = "no unit was judged by two or more coders";
    public const string NoVariation = "no variation: only one category was used";
    public const string OneUnit = "one unit says nothing of how figures vary";
}
