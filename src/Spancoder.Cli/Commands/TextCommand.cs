using System.CommandLine;
using Spancoder.Reading;

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
            Problems problems = new();
            var reading = study.Reading(parsed);
            foreach (var file in study.ReadStudy(parsed).Documents)
            {
                try
                {
                    parsed.InvocationConfiguration.Output.WriteLine(DocumentReader.Read(file, reading).Text);
                }
                catch (InputException wrong)
                {
                    foreach (var problem in wrong.Problems) problems.Add(problem);
                }
            }

            problems.StopIfAny();
            return ExitCode.Done;
        });
        return command;
    }
}
