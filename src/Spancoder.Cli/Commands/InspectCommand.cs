using System.CommandLine;
using Spancoder.Reporting;

namespace Spancoder.Cli.Commands;

/// <summary>What was read and guessed.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        StudyOptions study = new();
        Option<string> format = new("--format") { Description = "text to read, or json: one object a line.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "json");

        Command command = new("inspect", "Say what was read from each document, and what was guessed, before a long run.");
        study.AddTo(command, withUnit: false);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var (output, isJson) = (parsed.InvocationConfiguration.Output, parsed.Sound(format) == "json");
            study.ReadEach(
                parsed,
                document =>
                {
                    if (isJson) output.WriteLine(Inspection.AsJson(document));
                    else output.Write(Inspection.AsText(document));
                },
                found =>
                {
                    foreach (var notice in found.Notices) parsed.InvocationConfiguration.Error.WriteLine(notice);
                });
            return ExitCode.Done;
        });
        return command;
    }
}
