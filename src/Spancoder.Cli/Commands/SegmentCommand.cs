using System.CommandLine;
using System.Text;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Only the segments.</summary>
internal static class SegmentCommand
{
    public static Command Create()
    {
        StudyOptions study = new();
        Command command = new("segment", "Cut documents into segments and print them as CSV, without coding them.");
        study.AddTo(command);
        command.SetAction(parsed =>
        {
            Problems problems = new();
            var (reading, unit) = (study.Reading(parsed), study.Unit(parsed));
            Tokenizer tokenizer = new();
            using MemoryStream rows = new();
            using var table = SegmentTable.Begin(rows);
            foreach (var file in study.ReadStudy(parsed).Documents)
            {
                try
                {
                    var document = DocumentReader.Read(file, reading);
                    SegmentTable.Add(table, Segmenter.Split(document, tokenizer.Read(document.Text), unit), new(document.Text));
                }
                catch (InputException wrong)
                {
                    foreach (var problem in wrong.Problems) problems.Add(problem);
                }

                table.Flush();
                parsed.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(rows.GetBuffer(), 0, (int)rows.Length));
                rows.SetLength(0);
            }

            problems.StopIfAny();
            return ExitCode.Done;
        });
        return command;
    }
}
