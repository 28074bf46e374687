using System.CommandLine;
using System.Globalization;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reporting;

namespace Spancoder.Cli.Commands;

/// <summary>The main job.</summary>
internal static class CodeCommand
{
    public static Command Create()
    {
        StudyOptions study = new();
        var codebook = CodebookOption.Create();
        Option<string> folder = new("--out") { Description = "Where the results go.", DefaultValueFactory = _ => "out", HelpName = "DIR" };
        Option<int?> threads = new("--threads")
        {
            Description = "How many documents to work on at once. Default: one a processor. Changes no byte of the results.",
            HelpName = "N",
        };

        Command command = new("code", "Read documents, cut them into segments, code them, and write tables and a report.");
        study.AddTo(command);
        command.Add(codebook);
        command.Add(folder);
        command.Add(threads);
        command.SetAction(parsed =>
        {
            var (number, outputFolder) = (parsed.GetValue(threads) ?? Environment.ProcessorCount, parsed.GetRequiredValue(folder));
            if (number < 1) throw new InputException(new("spancoder code"), $"--threads {number} is below 1", "write 1 or more");

            var options = new CodingOptions { Reading = study.Reading(parsed), Unit = study.Unit(parsed), Threads = number };
            var request = new Request(study.ReadStudy(parsed, outputFolder), parsed.GetValue(codebook), options, outputFolder);
            return Run(request, parsed.InvocationConfiguration);
        });
        return command;
    }

    private sealed record Request(Study Study, string? Codebook, CodingOptions Options, string Folder);

    private static int Run(Request request, InvocationConfiguration terminal)
    {
        var rules = CodebookOption.Read(request.Codebook);
        var facts = new RunFacts(App.Version, request.Options, request.Study.Root);
        using OutputFolder folder = new(request.Folder);
        Tallies tallies;
        using (ResultFiles files = new(folder, rules.Codebook.Reference))
        {
            tallies = Pipeline.Run(request.Study, rules, request.Options, files);
        }

        if (tallies.Documents.Count == 0) throw new InputException(tallies.Problems);

        using (StreamWriter report = new(folder.Create("report.md"))) report.Write(MarkdownLayout.Write(FrequencyReport.Of(tallies, facts)));
        using (var run = folder.Create("run.json")) RunFile.Write(run, request.Study, tallies, facts);
        folder.Finish();

        foreach (var problem in tallies.Problems) terminal.Error.WriteLine(problem);
        if (tallies.Notices.Count > 0) terminal.Error.WriteLine(CountNotices(tallies.Notices.Count, request.Folder));
        Summarise(tallies, request.Folder, terminal.Output);
        return tallies.Problems.Count > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static string CountNotices(int count, string folder) =>
        $"{count} {(count == 1 ? "thing was" : "things were")} guessed, skipped or left out: see {Path.Combine(folder, "report.md")}.";

    private static void Summarise(Tallies tallies, string folder, TextWriter output)
    {
        var whole = tallies.Whole;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tallies.Documents.Count} {(tallies.Documents.Count == 1 ? "document" : "documents")}, {whole.Segments} segments, {whole.Codable} of them codable, {whole.Coded} coded"));
        foreach (var code in tallies.Codebook.Codes.Where(code => code.Parent is null)) output.WriteLine(LineOf(code, whole));
        output.WriteLine($"The report is {Path.Combine(folder, "report.md")}");
    }

    private static string LineOf(Code code, Tally whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{whole.Of(code).Segments,6}  {code.Id}  {code.Name}");
}
