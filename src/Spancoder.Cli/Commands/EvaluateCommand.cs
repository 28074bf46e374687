using System.CommandLine;
using System.Text;
using Spancoder.Agreement.Resampling;
using Spancoder.Evaluation;
using Spancoder.Reporting;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>How well the machine codes, beside a person.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        ReviewOptions study = new();
        Option<string?> coder = new("--coder") { Description = "Whose judgements are taken for right. May be left out where there is one coder.", HelpName = "NAME" };
        Option<string> format = new("--format") { Description = "markdown or json.", DefaultValueFactory = _ => "markdown", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("markdown", "json");

        Command command = new("evaluate", "Say how well the rules code segments that a person judged: precision, recall and F1, with intervals.");
        study.AddTo(command);
        command.Add(coder);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var read = study.Read(parsed, problems);
            var who = read is null ? "" : CoderOf(read, parsed.Text(coder), problems);
            problems.StopIfAny();
            return Run(read!, who, parsed.Sound(format) == "json", parsed.InvocationConfiguration); // without problems there is a study
        });
        return command;
    }

    private static string CoderOf(ReviewedStudy study, string? given, Problems problems)
    {
        var coders = study.ByHand.Files.SelectMany(file => file.Codings).Select(coding => coding.Coder).ToHashSet();
        Place place = new("spancoder evaluate");
        if (coders.Count == 0) problems.Add(place, "there are no people's codings to compare with", "name files of them with --codings");
        else if (given is null && coders.Count > 1) problems.Add(place, $"there are {coders.Count} coders, and whose judgements are right is not said", $"name one with --coder: {string.Join(", ", coders.Order(StringComparer.Ordinal))}");
        else if (given is not null && !coders.Contains(given)) problems.Add(place, $"there is no coder '{given}'{Spelling.DidYouMean(given, coders)}", $"write one of: {string.Join(", ", coders.Order(StringComparer.Ordinal))}");
        return given ?? coders.FirstOrDefault() ?? "";
    }

    private static int Run(ReviewedStudy study, string coder, bool isJson, InvocationConfiguration terminal)
    {
        RuleEvaluation evaluation = new(study.Rules.Codebook, coder);
        var pass = ReviewPass.Over(study, evaluation.Add);
        BootstrapOptions options = new();
        if (isJson)
        {
            using MemoryStream json = new();
            EvaluationReport.WriteJson(json, evaluation, options);
            terminal.Output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
        }
        else
        {
            terminal.Output.Write(MarkdownLayout.Write(EvaluationReport.Of(evaluation, options)));
        }

        foreach (var problem in pass.Problems.InOrder) terminal.Error.WriteLine(problem);
        StudyOptions.SayNotices(pass.Notices.Count, "the report of 'spancoder code'", terminal.Error);
        if (pass.Problems.Any) return ExitCode.BadInput;
        return evaluation.Judged > 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
    }
}
