using System.CommandLine;

namespace Spancoder.Cli.Commands;

/// <summary>The text that offsets refer to.</summary>
internal static class TextCommand
{
    public static Command Create()
    {
        StudyOptions study = new();
        Command command = new("text", "Print the text that offsets refer to: one paragraph a line, without labels, stamps and markup.");
        study.AddTo(command, withUnit: false);
        command.SetAction(parsed =>
        {
            study.ReadEach(parsed, document => parsed.InvocationConfiguration.Output.WriteLine(document.Text));
            return ExitCode.Done;
        });
        return command;
    }
}
