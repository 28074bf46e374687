using System.CommandLine;

namespace Spancoder.Cli.Commands;

/// <summary>What can be done with a codebook: a file for each, and a line here.</summary>
internal static class CodebookCommand
{
    public static Command Create() => new("codebook", "Check a codebook, and see what its rules do.")
    {
        CodebookCheck.Create(),
        CodebookExpand.Create(),
        CodebookTest.Create(),
        CodebookShow.Create(),
        CodebookDiff.Create(),
        CodebookImport.Create(),
    };
}
