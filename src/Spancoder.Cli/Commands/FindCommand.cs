using System.CommandLine;
using Spancoder.Reporting;
using Spancoder.Reporting.Finding;

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
            var read = study.Read(parsed, problems);
            var query = conditions.Read(parsed, read?.Rules.Codebook, problems);
            var model = read is not null && parsed.Text(trained) is { } file ? ModelOption.Read(file, read.Rules, read.Options.Unit, problems) : null;
            problems.StopIfAny();

            var searched = OfStudy(read! with { Options = read.Options with { Threads = number, Progress = Terminal.ProgressBesideOutput(parsed) } }, model); // without problems there is a study
            Layout layout = new(parsed.Sound(format)!, parsed.Sound(context) ?? UsualContext, parsed.Sound(excel)); // it has a default
            return Run(new(searched, query, parsed.Sound(most) ?? int.MaxValue, layout, place), Terminal.Of(parsed));
        });
        return command;
    }

    /// <summary>Where to look: documents that are coded now, or the results of a run.</summary>
    /// <param name="Documents">In order; to be gone through once.</param>
    /// <param name="Attributes">That documents may have.</param>
    /// <param name="Pass">What is wrong and what was guessed, as far as <paramref name="Documents"/> are gone through.</param>
    private sealed record Searched(IEnumerable<ResultDocument> Documents, IReadOnlyList<string> Attributes, ReviewPass Pass);

    private sealed record Layout(string Format, int Context, bool IsForExcel);

    private sealed record Request(Searched Searched, FindQuery Query, int Most, Layout Layout, Place Place);

    private static Searched OfStudy(ReviewedStudy study, TrainedModel? model)
    {
        var pass = ReviewPass.Begin(study, model?.On(study.Rules) ?? study.Rules, out var documents);
        return new(documents.Select(CodedResults.Of), study.Study.AttributeNames, pass);
    }

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
        var pass = request.Searched.Pass;
        foreach (var line in counts.IsFull ? [] : unmet.Lines()) error.WriteLine(line);
        error.WriteLine(counts.ToString());
        StudyOptions.SayNotices(pass.Notices.Count, "the report of 'spancoder code'", error);
        IReadOnlyList<Problem> problems = [.. pass.Problems.InOrder, .. counts.IsFull ? [] : unmet.Problems(request.Place)];
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
