using System.CommandLine;
using System.Text;
using Spancoder.Reporting.Results;
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
            Tokenizer tokenizer = new();
            using MemoryStream rows = new();
            using var table = SegmentTable.Begin(rows);
            study.ReadEach(parsed, document =>
            {
                var segmented = Segmenter.Split(document, tokenizer.Read(document.Text), study.Unit(parsed));
                if (study.IsStrict(parsed)) segmented.StopIfAnyNotice();
                SegmentTable.Add(table, segmented, new(document.Text));
                Print();
            });
            Print();
            return ExitCode.Done;

            void Print()
            {
                table.Flush();
                parsed.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(rows.GetBuffer(), 0, (int)rows.Length));
                rows.SetLength(0);
            }
        });
        return command;
    }
}
