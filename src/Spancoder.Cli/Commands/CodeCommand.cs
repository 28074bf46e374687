using System.CommandLine;
using System.Globalization;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reporting;
using Spancoder.Reporting.Pages;
using Spancoder.Reporting.Results;
using Spancoder.Reporting.Sections;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>The main job.</summary>
internal static class CodeCommand
{
    private const string DefaultFolder = "out";

    public static Command Create()
    {
        StudyOptions study = new();
        var codebook = CodebookOption.CreateSeveral();
        Option<string?> folder = new("--out") { Description = "Where the results go.", DefaultValueFactory = _ => DefaultFolder, HelpName = "DIR" };
        var codings = CodingsOption.Create();
        var threads = ThreadsOption.Create();
        SampleOptions samples = new();
        LearningOptions learning = new("Who decides, where there is a model");
        var trained = ModelOption.Create();
        Option<string?> format = new("--format") { Description = "For PATH '-': jsonl, lines of JSON from stdin, an utterance each, which go to stdout with their codings.", HelpName = "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        Option<bool> withFailing = new("--with-failing-examples") { Description = "Code although examples of the codebook's rules do not hold. The report says which." };

        Command command = new("code", "Read documents, cut them into segments, code them, and write tables and a report.");
        study.AddTo(command);
        command.Add(codebook);
        command.Add(codings);
        samples.AddTo(command);
        command.Add(folder);
        command.Add(threads);
        learning.AddTo(command);
        command.Add(trained);
        command.Add(withFailing);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var target = parsed.Text(folder) ?? DefaultFolder;
            var number = ThreadsOption.Read(parsed, threads, problems);

            if (study.IsStream(parsed))
            {
                foreach (var option in (Option[])[folder, threads, codings, .. samples.All, .. study.NotForStreams])
                {
                    if (parsed.GetResult(option) is { Implicit: false }) problems.Add(new("spancoder code -"), $"{option.Name} has no meaning for lines from stdin", "leave it out");
                }

                if (parsed.Text(format) is null) problems.Add(new("spancoder code -"), "it does not say what comes from stdin", "add --format jsonl");
                var reading = study.Reading(parsed, problems);
                var read = ReadRules(parsed.Texts(codebook), parsed.Sound(withFailing), problems, out _);
                if (parsed.Text(trained) is null && learning.IsDecideGiven(parsed)) problems.Add(new("spancoder code -"), "--decide has no meaning without --model for lines from stdin", "leave it out, or give --model a model");
                var given = ModelOption.Read(parsed, trained, learning, read, unit: null, problems);
                problems.StopIfAny();
                return CodeStream.Run(given?.On(read!) ?? read!, reading, parsed.InvocationConfiguration); // without problems there are rules
            }

            if (parsed.Text(format) is not null) problems.Add(new("spancoder code"), "--format is for lines from stdin", "write - as the only PATH, or leave it out");
            var options = new CodingOptions { Reading = study.Reading(parsed, problems), Unit = study.Unit(parsed), Threads = number, Progress = Terminal.ProgressOf(parsed) };
            var documents = study.ReadStudy(parsed, problems, target, parsed.Texts(codings));
            var rules = ReadRules(parsed.Texts(codebook), parsed.Sound(withFailing), problems, out var known);
            documents = documents.WithKnown(known);
            var byHand = rules is null ? HandCodings.None : HandCodings.Read(documents, rules.Codebook, problems, samples: samples.FilesIn(parsed));
            if (options.Reading.Strict) problems.Add(Notice.AsProblems(byHand.Notices));
            var model = ModelOption.Read(parsed, trained, learning, rules, options.Unit, problems);
            samples.CheckBeside(trained, parsed, problems);
            var training = learning.Training(parsed, number, problems);
            using var results = OutputFolder.Open(target, problems);
            problems.StopIfAny();
            model ??= learning.Train(parsed, documents, rules!, byHand, options, training!, withSample: samples.LearnsFromSample(parsed)); // without problems there are both
            return Run(new(documents, rules!, byHand, options, target, model), results, parsed.InvocationConfiguration);
        });
        return command;
    }

    /// <param name="paths">Of codebooks; none for the default one.</param>
    /// <param name="withFailing">Examples of rules that do not hold are known, not problems.</param>
    private static RuleSets? ReadRules(IReadOnlyList<string> paths, bool withFailing, Problems problems, out IReadOnlyList<Problem> known)
    {
        List<RuleSet> sets = [];
        List<Problem> failing = [];
        foreach (var path in paths is [] ? [null] : paths.Distinct().Select(string? (path) => path))
        {
            if (ReadRules(path, withFailing, problems, out var failingHere) is not { } rules) continue;

            sets.Add(rules);
            failing.AddRange(failingHere);
        }

        known = failing;
        return sets is [] ? null : RuleSets.Of([.. sets.DistinctBy(rules => rules.Codebook.Hash)], problems);
    }

    /// <param name="withFailing">Examples of rules that do not hold are known, not problems.</param>
    private static RuleSet? ReadRules(string? path, bool withFailing, Problems problems, out IReadOnlyList<Problem> known)
    {
        known = [];
        if (problems.Try(() => CodebookOption.Read(path)) is not { } rules) return null;
        if (rules.Codebook.Codes is []) problems.Add(new(path ?? ""), "this is a file of rules on its own, and nothing says what their codes are", "give --codebook the folder of a codebook");

        var failing = RuleExamples.Failing(rules);
        if (withFailing) known = failing;
        else problems.Add(failing);
        return rules;
    }

    private sealed record Request(Study Study, RuleSets Rules, HandCodings ByHand, CodingOptions Options, string Folder, TrainedModel? Model)
    {
        public Machine Machine => Model?.On(Rules) ?? Rules;
    }

    private static int Run(Request request, OutputFolder folder, InvocationConfiguration terminal)
    {
        var facts = new RunFacts(App.Version, request.Options, request.Study.Root) { Model = request.Model };
        var run = RunRecord.Of(request.Study, request.Machine, request.ByHand, facts);
        CodingReport report = new(run);
        RunLog log;
        Transcripts transcripts = new(folder.CreateScratch(ResultNames.Page + ".transcripts"), run.Codes);
        using (ResultFiles files = new(folder, request.Rules.Codebook, request.Study.AttributeNames, transcripts))
        {
            log = Pipeline.Run(request.Study, request.Machine, request.ByHand, request.Options, files, report);
            files.Finish(folder);
        }

        if (log.Documents.Count == 0) throw new InputException(log.Problems);

        run = facts.Finish(run, log);
        ReportFiles.Write(folder, report.Of(run), transcripts, App.Version);
        var written = folder.Names.ToList();
        using (var file = folder.Create(ResultNames.Run)) RunFile.Write(file, request.Study, request.ByHand, run, log, report.Totals, facts, written);
        folder.Finish();

        IReadOnlyList<Problem> problems = [.. log.Problems, .. log.Mistakes];
        foreach (var problem in problems) terminal.Error.WriteLine(problem);
        StudyOptions.SayNotices(log.Notices.Count, Path.Combine(request.Folder, ResultNames.Report), terminal.Error);
        Summarise(run, report.Totals, request.Folder, terminal.Output);
        return problems.Count > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static void Summarise(RunRecord run, Totals totals, string folder, TextWriter output)
    {
        var whole = totals.Whole;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{totals.Documents} {(totals.Documents == 1 ? "document" : "documents")}, {Counted.Of(whole.Segments, "segment")}, {whole.Codable} of them codable, {whole.Coded} coded"));
        if (run.Learned is { } learned) output.WriteLine($"Decided by a model for {string.Join(", ", learned)}; the rest is left to the rules");
        if (whole.Judged > 0) output.WriteLine($"Judged by people: {Counted.Of(whole.Judged, "segment")}; what they say counts there");
        foreach (var code in run.Tops) output.WriteLine(LineOf(code, whole));
        output.WriteLine($"The report is {Path.Combine(folder, ResultNames.Report)}; to look at, with the transcripts, {Path.Combine(folder, ResultNames.Page)}");
    }

    private static string LineOf(Code code, Tally whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{whole.Of(code).Segments,6}  {code.Id}  {code.Name}");
}
