using System.CommandLine;

namespace Spancoder.Cli.Commands;

/// <summary>What people do about codings: a file for each, and a line here.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "Look at what coders disagree about, settle it on record, and hand out what is to be coded.")
    {
        ReviewPacket.Create(),
        ReviewMerge.Create(),
        ReviewNext.Create(),
        ReviewDisagreements.Create(),
        ReviewAdjudicate.Create(),
        ReviewVerify.Create(),
    };
}
