using System.CommandLine;
using System.Text;
using Spancoder.Reporting;
using Spancoder.Reporting.Pages;
using Spancoder.Reporting.Results;
using Spancoder.Reporting.Sections;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>The report of a run again, from its results alone: whole, or of a part.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string?> results = new("RESULTS") { Description = "The folder that 'spancoder code' wrote." };
        ScopeOptions part = new();
        Option<string[]> crossed = new("--cross") { Description = "An attribute to break frequencies down by. May be given several times. Default: all there are.", HelpName = "ATTRIBUTE" };
        Option<string?> format = new("--format") { Description = "What goes to stdout: markdown, json, or csv (one table).", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("markdown", "json", "csv");
        Option<string?> table = new("--table") { Description = "For csv: which table, by its name in tables/.", HelpName = "NAME" };
        Option<string?> folder = new("--out") { Description = "Write the report as files into this folder: report.md, report.html, figures/ and tables/.", HelpName = "DIR" };

        Command command = new("report", "Make the report of a run again from its results: all of it, or of a part.") { results };
        part.AddTo(command);
        foreach (var option in (Option[])[crossed, format, table, folder]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var name = Arguments.NameOf(parsed);
            var scope = part.Read(parsed, problems) with { Crossed = parsed.Texts(crossed) is { Count: > 0 } attributes ? attributes : null };
            if (parsed.Text(format) is not null && parsed.Text(folder) is not null) problems.Add(new(name), "--format is for stdout, and --out writes every format", "leave one of them out");
            if (parsed.Text(format) == "csv" && parsed.Text(table) is null) problems.Add(new(name), "--format csv is of one table, and none is named", "add --table NAME, such as --table frequencies");
            if (parsed.Text(format) != "csv" && parsed.Text(table) is not null) problems.Add(new(name), "--table is for --format csv", "add --format csv, or leave it out");
            var read = parsed.Text(results) is { } path ? ResultFolder.Open(path, problems) : null;
            problems.StopIfAny();

            Request request = new(read!, scope, name); // without problems it is there
            request.Check(problems);
            problems.StopIfAny();
            if (parsed.Text(folder) is { } target)
            {
                Write(request, target, problems);
                return ExitCode.Done;
            }

            Print(request.Report(), parsed.Text(format) ?? "markdown", parsed.Text(table), name, parsed.InvocationConfiguration.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private sealed record Request(ResultFolder Results, ReportScope Scope, string Command)
    {
        public void Check(Problems problems)
        {
            if (Scope is { IsEverything: true, Crossed: null }) return;

            ScopeCheck check = new(Results.Run);
            foreach (var document in Results.Documents()) check.Add(document);
            check.Check(Scope, new(Command), problems);
        }

        /// <param name="transcripts">Take what the report is about; null where nobody looks at them.</param>
        public Report Report(Transcripts? transcripts = null)
        {
            CodingReport report = new(Results.Run, Scope);
            foreach (var document in Results.Documents())
            {
                if (report.Add(document) is { } counted) transcripts?.Add(counted);
            }

            return report.Of(Results.Run);
        }
    }

    private static void Write(Request request, string target, Problems problems)
    {
        using var output = OutputFolder.OpenForReport(target, problems);
        problems.StopIfAny();
        Transcripts transcripts = new(output.CreateScratch(ResultNames.Page + ".transcripts"), request.Results.Run.Codes);
        ReportFiles.Write(output, request.Report(transcripts), transcripts, App.Version);
        var written = output.Names.ToList();
        using (var record = output.Create(ResultNames.ReportRecord)) EarlierRun.Write(record, App.Version, written);
        output.Finish();
    }

    private static void Print(Report report, string format, string? table, string name, TextWriter output)
    {
        if (format == "markdown")
        {
            output.Write(MarkdownLayout.Write(report));
            return;
        }

        using MemoryStream bytes = new();
        if (format == "json") JsonLayout.Write(bytes, report, App.Version);
        else TableLayout.Write(bytes, Find(report, table, name));
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static ReportBlock.Table Find(Report report, string? id, string name)
    {
        var tables = report.Blocks.OfType<ReportBlock.Table>().Where(table => table.Id is not null).ToList();
        var known = tables.Select(table => table.Id!).ToList(); // those that have one
        return tables.Find(table => table.Id == id) ?? throw new InputException(new(name), $"--table: there is no table '{id}' in this report{Spelling.DidYouMean(id ?? "", known)}", $"write one of: {string.Join(", ", known)}");
    }
}
