using System.CommandLine;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Review.Adjudication;
using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Puts the decisions of a filled sheet on record, and says what the study counts as then.</summary>
internal static class ReviewAdjudicate
{
    public static Command Create()
    {
        ReviewOptions review = new();
        var coders = CodersOption.Create();
        Option<string?> sheet = new("--sheet") { Description = "The sheet that 'spancoder review disagreements --csv' wrote, filled in.", Required = true, HelpName = "FILE" };
        Option<string?> ledger = new("--ledger") { Description = "The record of decisions, to which new ones are added. Made if it is not there.", Required = true, HelpName = "FILE" };
        Option<string?> by = new("--by") { Description = "Who decided, where a row of the sheet does not say.", Required = true, HelpName = "NAME" };
        Option<string?> settled = new("--settled") { Description = "Also write what is settled, as a file of codings.", HelpName = "FILE" };

        Command command = new("adjudicate", "Put the decisions of a filled sheet on record.");
        review.AddTo(command);
        foreach (var option in (Option[])[coders, sheet, ledger, by, settled]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var filled = parsed.Text(sheet) is { } path ? problems.Try(() => FilledSheet.Read(path)) : null;
            var record = parsed.Text(ledger) is { } file ? Path.Exists(file) ? LedgerFile.Read(file, problems) : Ledger.Empty(file) : null;
            var study = review.Read(parsed, problems);
            ReviewScope scope = new() { Coders = CodersOption.Read(parsed, coders, study, problems), WithRules = filled?.Coders.Contains(Spancoder.Coders.RuleCoder.Name) == true };
            foreach (var option in new[] { sheet, ledger, settled }) ReviewPass.CheckThatItIsNoDocument(study, parsed.Text(option), option.Name, problems);
            CheckThatAllAreApart(parsed, [sheet, ledger, settled], problems);
            CheckSettled(parsed.Text(settled), study, problems);
            problems.StopIfAny();
            return Run(new(study!, scope, filled!, record!, parsed.Text(by)!, parsed.Text(settled)), parsed.InvocationConfiguration); // without problems there are all of them
        });
        return command;
    }

    private sealed record Request(ReviewedStudy Study, ReviewScope Scope, FilledSheet Sheet, Ledger Ledger, string By, string? Settled)
    {
        public Spancoder.Codebooks.Codebook Codebook => Study.Rules.Codebook;
    }

    // What is settled would be written over the decisions.
    private static void CheckThatAllAreApart(ParseResult parsed, Option<string?>[] options, Problems problems)
    {
        foreach (var same in options.Where(option => parsed.Text(option) is not null).GroupBy(option => Paths.Real(parsed.Text(option)!)).Where(same => same.Count() > 1)) // Where: there is a text
        {
            problems.Add(new(parsed.Text(same.First())!), $"this file is named by {string.Join(" and by ", same.Select(option => option.Name))}", "give each a file of its own"); // as above
        }
    }

    // Codings that were settled are no coder's: read as such, they would agree with everybody.
    private static void CheckSettled(string? file, ReviewedStudy? study, Problems problems)
    {
        if (study is null) return;

        foreach (var codings in study.ByHand.Files.Where(codings => codings.Codings.Any(coding => coding.Coder == SettledFile.Coder)))
        {
            problems.Add(new(codings.Name), $"a coder in it is named '{SettledFile.Coder}', as in what this command writes", "name the files of the coders alone with --codings");
        }

        if (file is null) return;
        if (Directory.Exists(file)) problems.Add(new(file), "this is a folder", "give --settled a file");
        else if (Path.Exists(file) && !SettledFile.IsOne(file)) problems.Add(new(file), "this file would be replaced, and it is none that this command wrote", "give --settled another name, or move the file");
        else if (Path.GetDirectoryName(Paths.Real(file)) == Paths.Real(Path.Combine(study.Study.Root, CodingFiles.Folder))) problems.Add(new(file), "in this folder it would be read as the codings of one more coder", "give --settled a file in another folder");
    }

    private static int Run(Request request, InvocationConfiguration terminal)
    {
        var output = terminal.Output;
        List<ReviewedSegment> segments = [];
        HashSet<string> documents = [];
        var pass = ReviewPass.Over(request.Study, coded =>
        {
            documents.Add(coded.Segmented.Document.Id);
            segments.AddRange(ReviewedSegment.In(coded, request.Scope));
        });
        Problems problems = new();
        problems.Add(pass.Problems.InOrder);
        var decisions = SheetDecisions.Read(request.Sheet, segments, request.Codebook, request.By, problems);
        problems.StopIfAny();

        var added = new DecisionsInForce(request.Ledger, segments, documents).New(decisions);
        var ledger = request.Ledger.With(added);
        if (added is not []) Write(request.Ledger, ledger);
        Say(ledger, added, decisions.Count, output);

        DecisionsInForce inForce = new(ledger, segments, documents);
        List<Settlement> settlements = [.. segments.Select(segment => Settlement.Of(segment, inForce.Find(segment), Disagreements.LabelOf(segment, request.Codebook)))];
        if (request.Settled is { } file) OutputFile.Write(file, "--settled", stream => SettledFile.Write(stream, settlements, request.Codebook.Reference));
        Say(settlements, inForce, output);
        StudyOptions.SayNotices(pass.Notices.Count, "what 'spancoder review disagreements' says", terminal.Error);
        return ExitCode.Done;
    }

    private static void Write(Ledger before, Ledger now) => OutputFile.Write(now.File, "--ledger", stream =>
    {
        var there = Path.Exists(before.File) ? Ledger.Read(before.File).Bytes : [];
        if (!there.AsSpan().SequenceEqual(before.Bytes)) throw new InputException(new(before.File), "somebody else has written to the ledger meanwhile", "run this again");
        stream.Write(now.Bytes);
    });

    private static void Say(Ledger ledger, IReadOnlyList<LedgerEntry> added, int decisions, TextWriter output)
    {
        var instead = added.Count(entry => entry.Supersedes is not null);
        output.WriteLine($"{Counted.Of(decisions, "decision")} in the sheet: {added.Count} put on record{(instead > 0 ? $", {instead} of them in place of an earlier one" : "")}, {decisions - added.Count} on record already");
        output.WriteLine($"{ledger.File}: {Entries(ledger.Entries.Count)}, {ledger.InForce.Count} in force");
        if (ledger.Head.Length > 0) output.WriteLine($"head: {ledger.Head}");
    }

    private static string Entries(int count) => count == 1 ? "1 entry" : $"{count} entries";

    private static void Say(List<Settlement> settlements, DecisionsInForce inForce, TextWriter output)
    {
        output.WriteLine($"{Counted.Of(settlements.Count, "segment")} that people judged:");
        foreach (var how in Enum.GetValues<Settling>()) output.WriteLine($"  {settlements.Count(settlement => settlement.How == how),6}  {Settlement.NameOf(how)}");

        foreach (var settlement in settlements)
        {
            var (segment, decision) = (settlement.Segment, inForce.Find(settlement.Segment));
            if (decision is null) continue;
            if (decision.Segment != segment.Id) output.WriteLine($"Entry {decision.Number} on {decision.Segment} counts for {segment.Id}, which now has the text that was decided on");
            if (!decision.IsOfWhatIsGivenTo(segment))
            {
                output.WriteLine($"Entry {decision.Number} counts for {segment.Id}, although its coders have given something else since, or others judge it now");
            }
        }

        foreach (var lost in inForce.Lost) output.WriteLine($"Entry {lost.Number} on {lost.Segment} counts for nothing: no segment that somebody judges has the text that was decided on, or several have");
        if (inForce.Elsewhere is not []) output.WriteLine($"{Entries(inForce.Elsewhere.Count)} in force about documents that were not given");
    }
}
