using System.CommandLine;
using Spancoder.Reading;
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
            Problems problems = new();
            var (reading, output) = (study.Reading(parsed), parsed.InvocationConfiguration.Output);
            var isJson = parsed.GetValue(format) == "json";
            var files = study.ReadStudy(parsed);
            foreach (var file in files.Documents)
            {
                try
                {
                    var document = DocumentReader.Read(file, reading);
                    if (isJson) output.WriteLine(Inspection.AsJson(document));
                    else output.Write(Inspection.AsText(document));
                }
                catch (InputException wrong)
                {
                    foreach (var problem in wrong.Problems) problems.Add(problem);
                }
            }

            foreach (var notice in files.Notices) parsed.InvocationConfiguration.Error.WriteLine(notice);
            problems.StopIfAny();
            return ExitCode.Done;
        });
        return command;
    }
}
