using System.CommandLine;
using System.Text;
using Spancoder.Coders;
using Spancoder.Evaluation;
using Spancoder.Learning;
using Spancoder.Reporting;

namespace Spancoder.Cli.Commands;

/// <summary>How well machines code, beside people.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        ReviewOptions study = new();
        LearningOptions learning = new("Which way to code is told of in detail");
        Option<string?> coder = new("--coder") { Description = "Whose judgements are taken for right. May be left out where there is one coder.", HelpName = "NAME" };
        Option<string?> folds = new("--folds") { Description = $"A CSV with the columns document and fold: each fold is judged by what was learned from the others. Default: {FoldPlan.Usual} folds of about the same size.", HelpName = "FILE" };
        Option<string?> test = new("--test") { Description = "With --folds: the only fold to be judged; the others are learned from.", HelpName = "FOLD" };
        Option<bool> exclusive = new("--exclusive") { Description = "For a table of utterances each of which has exactly one code: give each the one that stands out most." };
        Option<bool> curve = new("--learning-curve") { Description = "Also show what fewer segments to learn from would give. Takes several times as long." };
        var threads = ThreadsOption.Create("How many codes to learn at once");
        Option<string> format = new("--format") { Description = "markdown or json.", DefaultValueFactory = _ => "markdown", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("markdown", "json");

        Command command = new("evaluate", "Say how well rules, a classifier, and both code what people judged: by document, with intervals, beside people's own agreement.");
        study.AddTo(command);
        learning.AddTo(command);
        foreach (var option in (Option[])[coder, folds, test, exclusive, curve, threads, format]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            Place place = new(Arguments.NameOf(parsed));
            if (parsed.Text(test) is not null && parsed.Text(folds) is null) problems.Add(place, "--test names a fold, and --folds does not say which documents are in it", "give --folds a table with the columns document and fold");
            Given given = new()
            {
                Coder = parsed.Text(coder),
                Folds = parsed.Text(folds),
                Test = parsed.Text(test),
                WithCurve = parsed.Sound(curve),
                IsJson = parsed.Sound(format) == "json",
                Threads = ThreadsOption.Read(parsed, threads, problems),
                Method = Methods.Of(learning.DecideIn(parsed)),
            };
            var training = learning.Training(parsed, given.Threads, problems);

            if (study.PathsIn(parsed) is [var table] && JudgedTable.Is(table))
            {
                foreach (var option in study.NotForTables.Append(learning.All[0]).Where(option => parsed.GetResult(option) is { Implicit: false }))
                {
                    problems.Add(place, $"{option.Name} has no meaning for a table of utterances, whose codes are those of the codings", "leave it out");
                }

                var judged = JudgedTable.Read(table, study.CodingsIn(parsed), given.Coder, learning.WithPrevious(parsed), problems);
                if (judged is not null && parsed.Sound(exclusive)) CheckThatItIsExclusive(judged, problems);
                var plan = judged is null ? null : PlanOf(judged.Segments, given, place, problems);
                problems.StopIfAny();
                Write(Evaluator.Of(Request(judged!.Codebook, judged.Segments, judged.Space, plan!, given, training!) with { Coders = judged.Coders, Unsure = judged.Unsure, IsExclusive = parsed.Sound(exclusive), Method = Method.Model }), given.IsJson, parsed.InvocationConfiguration); // without problems there are both
                return ExitCode.Done;
            }

            if (parsed.Sound(exclusive)) problems.Add(place, "--exclusive is for a table of utterances, with the columns document, segment and text", "leave it out");
            var read = study.Read(parsed, problems);
            var who = read is null ? "" : CoderOf(read, given.Coder, place, problems);
            problems.StopIfAny();
            return Run(read!, who, given, learning.SpaceOf(read!.Rules, parsed), training!, parsed); // without problems there are a study and a training
        });
        return command;
    }

    private sealed record Given
    {
        public required string? Coder { get; init; }

        public required string? Folds { get; init; }

        public required string? Test { get; init; }

        public required bool WithCurve { get; init; }

        public required bool IsJson { get; init; }

        public required int Threads { get; init; }

        public required Method Method { get; init; }
    }

    private static int Run(ReviewedStudy study, string coder, Given given, FeatureSpace space, TrainingOptions training, ParseResult parsed)
    {
        var terminal = parsed.InvocationConfiguration;
        JudgedSegments gathered = new(study.Rules.Codebook, coder);
        var pass = ReviewPass.Over(study, gathered.Add, new Machine(study.Rules) { Features = space });
        foreach (var problem in pass.Problems.InOrder) terminal.Error.WriteLine(problem);
        StudyOptions.SayNotices(pass.Notices.Count, "the report of 'spancoder code'", terminal.Error);

        Problems problems = new();
        var segments = gathered.InOrder;
        if (segments is []) problems.Add(new(Arguments.NameOf(parsed)), $"{coder} judged no segment of these documents", "name others, or give other codings with --codings");
        var plan = segments is [] ? null : PlanOf(segments, given, new(Arguments.NameOf(parsed)), problems);
        problems.StopIfAny();

        Write(Evaluator.Of(Request(study.Rules.Codebook, segments, space, plan!, given, training) with { Coders = [coder], Unsure = gathered.Unsure }), given.IsJson, terminal); // without problems there is a plan
        return pass.Problems.Any ? ExitCode.BadInput : ExitCode.Done;
    }

    private static EvaluationRequest Request(Codebooks.Codebook codebook, IReadOnlyList<JudgedSegment> segments, FeatureSpace space, FoldPlan plan, Given given, TrainingOptions training) => new()
    {
        Codebook = codebook,
        Segments = segments,
        Space = space,
        Plan = plan,
        Coders = [],
        Training = training,
        Method = given.Method,
        WithCurve = given.WithCurve,
    };

    private static FoldPlan? PlanOf(IReadOnlyList<JudgedSegment> segments, Given given, Place place, Problems problems)
    {
        var documents = segments.Select(segment => segment.Lesson.Document).Distinct().ToList();
        if (given.Folds is { } file) return FoldFile.Read(file, documents, given.Test, problems);
        if (documents.Count > 1) return FoldPlan.Grouped(segments, FoldPlan.Usual);

        problems.Add(place, $"only {documents[0]} is judged, and what is learned from a document says nothing of itself", "give codings of two documents or more");
        return null;
    }

    private static void CheckThatItIsExclusive(JudgedTable table, Problems problems)
    {
        if (table.Segments.FirstOrDefault(segment => segment.Lesson.Labels.Count(label => label == true) != 1) is not { } other) return;

        problems.Add(new("spancoder evaluate"), $"--exclusive, but an utterance of document {other.Lesson.Document}, its number {other.Lesson.Number}, has {other.Lesson.Labels.Count(label => label == true)} codes", "leave --exclusive out, or give every utterance one code");
    }

    private static string CoderOf(ReviewedStudy study, string? given, Place place, Problems problems)
    {
        var coders = study.Coders;
        if (coders.Count == 0) problems.Add(place, "there are no people's codings to compare with", "name files of them with --codings");
        else NamedCoder.Check(given, coders, isNeeded: true, place, problems);
        return given ?? coders.FirstOrDefault() ?? "";
    }

    private static void Write(ModelEvaluation evaluation, bool isJson, InvocationConfiguration terminal)
    {
        if (!isJson)
        {
            terminal.Output.Write(MarkdownLayout.Write(EvaluationReport.Of(evaluation)));
            return;
        }

        using MemoryStream json = new();
        EvaluationJson.Write(json, evaluation);
        terminal.Output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
    }
}
