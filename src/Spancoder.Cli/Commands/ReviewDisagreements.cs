using System.CommandLine;
using Spancoder.Reporting;
using Spancoder.Review.Adjudication;
using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Where coders differ: a page to talk about, and a sheet to fill in.</summary>
internal static class ReviewDisagreements
{
    public static Command Create()
    {
        ReviewOptions review = new();
        var coders = CodersOption.Create();
        Option<bool> machines = new("--machines") { Description = "Compare people with the rules too, apart." };
        Option<string?> code = new("--code") { Description = "Only segments to which somebody gave this code, or one below it.", HelpName = "ID" };
        Option<string?> sheet = new("--csv") { Description = "Also write a sheet to fill in with decisions.", HelpName = "FILE" };
        Option<string?> ledger = new("--ledger") { Description = "The record that 'spancoder review adjudicate' writes: what is decided in it is not listed again.", HelpName = "FILE" };

        Command command = new("disagreements", "Show every segment on which coders differ, and how.");
        review.AddTo(command);
        foreach (var option in (Option[])[coders, machines, code, sheet, ledger]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var study = review.Read(parsed, problems);
            ReviewScope scope = new() { Coders = CodersOption.Read(parsed, coders, study, problems), WithRules = parsed.Sound(machines), Codes = Within(parsed, code, study, problems) };
            var file = parsed.Text(sheet);
            CheckSheet(file, problems);
            var record = parsed.Text(ledger) is { } path ? LedgerFile.Read(path, problems) : null;
            foreach (var option in new[] { sheet, ledger }) ReviewPass.CheckThatItIsNoDocument(study, parsed.Text(option), option.Name, problems);
            problems.StopIfAny();
            return Run(new(study!, scope, file, record), parsed.InvocationConfiguration); // without problems there is a study
        });
        return command;
    }

    /// <param name="Sheet">Where to write one; null for nowhere.</param>
    /// <param name="Ledger">Null where nobody said what is on record.</param>
    private sealed record Request(ReviewedStudy Study, ReviewScope Scope, string? Sheet, Ledger? Ledger);

    private static IReadOnlySet<string>? Within(ParseResult parsed, Option<string?> option, ReviewedStudy? study, Problems problems)
    {
        if (study is null || parsed.Text(option) is not { } id) return null;
        if (study.Rules.Codebook.Find(id) is { } code) return ReviewScope.Within(code, study.Rules.Codebook);

        problems.Add(new(Arguments.NameOf(parsed)), $"--code '{id}' is no code of the codebook{Spelling.DidYouMean(id, study.Rules.Codebook.Codes.Select(known => known.Id))}", "write the id of a code");
        return null;
    }

    // What somebody wrote is never written over: neither another file nor a decision.
    private static void CheckSheet(string? file, Problems problems)
    {
        if (file is null || !Path.Exists(file)) return;
        if (Directory.Exists(file))
        {
            problems.Add(new(file), "this is a folder", "give --csv a file");
            return;
        }

        try
        {
            var there = FilledSheet.Read(file);
            if (there.IsAsWritten) return;
            var first = there.Rows.FirstOrDefault(row => !row.IsLeftOpen)?.Place;
            problems.Add(first ?? new(file, 1), "somebody has filled in this sheet, and it would be replaced", "put the decisions on record with 'spancoder review adjudicate', and give --csv another name");
        }
        catch (InputException)
        {
            problems.Add(new(file), "this file would be replaced, and it is no sheet of disagreements", "give --csv another name, or move the file");
        }
    }

    private static int Run(Request request, InvocationConfiguration terminal)
    {
        Disagreements disagreements = new(request.Study.Rules.Codebook, request.Scope);
        var pass = request.Ledger is { } ledger ? Compare(request, ledger, disagreements) : ReviewPass.Over(request.Study, disagreements.Add);
        if (request.Sheet is { } file) OutputFile.Write(file, "--csv", stream => DisagreementSheet.Write(stream, disagreements));
        terminal.Output.Write(MarkdownLayout.Write(DisagreementPage.Of(disagreements, pass.Notices)));
        terminal.Output.Flush();
        pass.Problems.StopIfAny();
        return disagreements.People.Compared + disagreements.Rules.Compared > 0 ? ExitCode.Done : ExitCode.NotGoodEnough;
    }

    // Which segment a decision is about shows only beside all of its document that were judged, whatever code is asked for.
    private static ReviewPass Compare(Request request, Ledger ledger, Disagreements disagreements)
    {
        List<ReviewedSegment> segments = [];
        HashSet<string> documents = [];
        var pass = ReviewPass.Over(request.Study, coded =>
        {
            documents.Add(coded.Segmented.Document.Id);
            segments.AddRange(ReviewedSegment.In(coded, request.Scope with { Codes = null, WithRules = false }));
            disagreements.Add(coded);
        });
        disagreements.SetAside(new(ledger, segments, documents));
        return pass;
    }
}
