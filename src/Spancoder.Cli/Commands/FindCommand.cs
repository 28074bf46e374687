using System.CommandLine;
using Spancoder.Reporting;
using Spancoder.Reporting.Finding;
using Spancoder.Reporting.Results;

namespace Spancoder.Cli.Commands;

/// <summary>Passages, by what was coded, by words, by who says them, and by what is known of their documents.</summary>
internal static class FindCommand
{
    private const int UsualContext = 30;

    public static Command Create()
    {
        ReviewOptions study = new();
        FindConditions conditions = new();
        Option<string?> trained = new("--model") { Description = "A model that 'spancoder train' wrote codes what people did not. Default: the rules do.", HelpName = "FILE" };
        Option<int?> context = new("--context") { Description = $"How much to show on each side of what was found, in columns of a terminal: a Chinese character takes two. Default: {UsualContext}.", HelpName = "N", CustomParser = Numbers.Whole };
        Option<int?> most = new("--number") { Description = "Stop after so many places. Default: find all.", HelpName = "N", CustomParser = Numbers.Whole };
        Option<string> format = new("--format") { Description = "text to read in a terminal, markdown, csv, or jsonl: an object a line.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "markdown", "csv", "jsonl");
        Option<bool> excel = new("--excel") { Description = "Make the CSV one for Excel: with a byte order mark, and an apostrophe before what would become a formula." };
        var threads = ThreadsOption.Create();

        Command command = new("find", "Find passages by code, words, speaker and attributes, and show them in their context.");
        study.AddTo(command);
        conditions.AddTo(command);
        foreach (var option in (Option[])[context, most, format, excel, trained, threads]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            Place place = new(Arguments.NameOf(parsed));
            if (parsed.Sound(context) < 0) problems.Add(place, $"--context {parsed.Sound(context)} is below 0", "write 0 or more");
            if (parsed.Sound(most) < 1) problems.Add(place, $"--number {parsed.Sound(most)} is below 1", "write 1 or more");
            if (parsed.Sound(excel) && parsed.Sound(format) != "csv") problems.Add(place, "--excel is for CSV", "add --format csv, or leave it out");
            var number = ThreadsOption.Read(parsed, threads, problems);
            var results = study.PathsIn(parsed) is [var folder] && ResultFolder.Is(folder) ? ResultFolder.Open(folder, problems) : null;
            foreach (var given in results is null ? [] : new Option[] { trained }.Concat(study.NotForTables).Where(option => parsed.GetResult(option) is { Implicit: false })) problems.Add(place, $"{given.Name} has no meaning for the results of a run, which are coded", "leave it out");
            var read = results is null ? study.Read(parsed, problems) : null;
            var query = conditions.Read(parsed, results?.Run.Codebook ?? read?.Rules.Codebook, problems);
            var model = read is not null && parsed.Text(trained) is { } file ? ModelOption.Read(file, read.Rules, read.Options.Unit, problems) : null;
            problems.StopIfAny();

            var searched = results is not null ? OfResults(results) : OfStudy(read! with { Options = read.Options with { Threads = number, Progress = Terminal.ProgressBesideOutput(parsed) } }, model); // without problems there is a study
            Layout layout = new(parsed.Sound(format)!, parsed.Sound(context) ?? UsualContext, parsed.Sound(excel)); // it has a default
            return Run(new(searched, query, parsed.Sound(most) ?? int.MaxValue, layout, place), Terminal.Of(parsed));
        });
        return command;
    }

    /// <summary>Where to look: documents that are coded now, or the results of a run.</summary>
    /// <param name="Documents">In order; to be gone through once.</param>
    /// <param name="Attributes">That documents may have.</param>
    /// <param name="Seen">What is wrong, and how much was guessed, as far as <paramref name="Documents"/> are gone through.</param>
    private sealed record Searched(IEnumerable<ResultDocument> Documents, IReadOnlyList<string> Attributes, Func<(IReadOnlyList<Problem> Problems, int Notices)> Seen);

    private sealed record Layout(string Format, int Context, bool IsForExcel);

    private sealed record Request(Searched Searched, FindQuery Query, int Most, Layout Layout, Place Place);

    private static Searched OfStudy(ReviewedStudy study, TrainedModel? model)
    {
        var pass = ReviewPass.Begin(study, model?.On(study.Rules) ?? study.Rules, out var documents);
        return new(documents.Select(CodedResults.Of), study.Study.AttributeNames, () => (pass.Problems.InOrder, pass.Notices.Count));
    }

    // What was guessed when they were made stands in their report.
    private static Searched OfResults(ResultFolder results) => new(results.Documents(), results.Run.AttributeNames, () => ([], 0));

    private static int Run(Request request, Terminal terminal)
    {
        UnmetConditions unmet = new(request.Query);
        unmet.Know(request.Searched.Attributes);
        FindCounts counts = new(request.Most);
        var output = OutputOf(request.Layout, terminal);
        using (output as IDisposable)
        {
            Finder finder = new(request.Query);
            foreach (var document in request.Searched.Documents)
            {
                unmet.Add(document);
                if (counts.Take(finder.In(document)) is { Count: > 0 } found) output.Add(document, found);
                if (counts.IsFull) break;
            }
        }

        terminal.Output.Flush();
        terminal.Progress?.Clear();
        return Say(request, unmet, counts, terminal.Error);
    }

    private static int Say(Request request, UnmetConditions unmet, FindCounts counts, TextWriter error)
    {
        var seen = request.Searched.Seen();
        foreach (var line in counts.IsFull ? [] : unmet.Lines()) error.WriteLine(line);
        error.WriteLine(counts.ToString());
        StudyOptions.SayNotices(seen.Notices, "the report of 'spancoder code'", error);
        IReadOnlyList<Problem> problems = [.. seen.Problems, .. counts.IsFull ? [] : unmet.Problems(request.Place)];
        foreach (var problem in problems) error.WriteLine(problem);
        return problems.Count > 0 ? ExitCode.BadInput : counts.Places > 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
    }

    private static IFoundOutput OutputOf(Layout layout, Terminal terminal) => layout.Format switch
    {
        "markdown" => new FoundMarkdown(terminal.Output, layout.Context),
        "csv" => new FoundCsv(terminal.Output, layout.Context, layout.IsForExcel),
        "jsonl" => new FoundJsonLines(terminal.Output, layout.Context),
        _ => new FoundText(terminal.Output, layout.Context, terminal.IsBold),
    };
}
