namespace Spancoder.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It ran, and the answer is no.</summary>
    public const int NotGoodEnough = 1;

    /// <summary>Something the user gave is wrong.</summary>
    public const int BadInput = 2;

    /// <summary>Our bug.</summary>
    public const int Bug = 70;
}
