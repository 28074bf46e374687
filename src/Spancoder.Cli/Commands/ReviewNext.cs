using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Review.Next;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>What a person should look at next.</summary>
internal static class ReviewNext
{
    private const int DefaultNumber = 20;
    private const decimal DefaultShare = 0.25m;
    private const char ByteOrderMark = '\uFEFF';

    public static Command Create()
    {
        ReviewOptions study = new();
        Option<int?> number = new("--number") { Description = $"How many segments. Default: {DefaultNumber}.", HelpName = "N", CustomParser = Numbers.Whole };
        Option<decimal?> share = new("--random") { Description = "How much of it is drawn by chance, e.g. 100%. Default: 25%.", HelpName = "SHARE", CustomParser = Numbers.Share };
        Option<long?> seed = new("--seed") { Description = "Of the draw: the same seed draws the same. Default: 1.", HelpName = "N", CustomParser = ReadSeed };
        Option<string?> coder = new("--coder") { Description = "Who will look: what they have judged is left out. Default: what anybody has judged.", HelpName = "NAME" };
        Option<string?> code = new("--code") { Description = "Look for doubt about this code and those below it only.", HelpName = "ID" };
        Option<string> format = new("--format") { Description = "markdown to read, or csv to fill in.", DefaultValueFactory = _ => "markdown", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("markdown", "csv");
        Option<bool?> blind = new("--blind") { Description = "Leave out why segments are there and what was said of them. Default: true for csv, false for markdown.", HelpName = "true|false" };
        LearningOptions learning = new("Who decides, where there is a model");
        var trained = ModelOption.Create();
        Option<string?> key = new("--key") { Description = "A file, not there yet, for what a blind list leaves out.", HelpName = "FILE" };

        Option<bool> excel = new("--excel") { Description = "Begin the CSV with a byte order mark, without which Excel does not see that it is UTF-8." };

        Command command = new("next", "Say what a person should look at next: where something is in doubt, and a random share.");
        study.AddTo(command);
        foreach (var option in (Option[])[number, share, seed, coder, code, format, excel, blind, key, trained]) command.Add(option);
        learning.AddTo(command);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            if (parsed.Sound(number) < 1) problems.Add(new(Arguments.NameOf(parsed)), $"--number {parsed.Sound(number)} is below 1", "write 1 or more");
            if (parsed.Text(key) is { } taken && Path.Exists(taken)) problems.Add(new(taken), "there is something of this name already, and --key replaces nothing", "give --key another name, or move the file");
            var isCsv = parsed.Sound(format) == "csv";
            if (parsed.Sound(excel) && !isCsv) problems.Add(new(Arguments.NameOf(parsed)), "--excel has no meaning for Markdown", "add --format csv, or leave it out");
            if (parsed.Text(coder) is { } who && who.Equals(RuleCoder.Name, StringComparison.OrdinalIgnoreCase)) problems.Add(new(Arguments.NameOf(parsed)), $"--coder {who} is the machine's name", "write the name of a person");
            var read = study.Read(parsed, problems);
            var only = read is null || parsed.Text(code) is not { } id ? null : CodeOf(id, read.Rules.Codebook, problems);
            var model = ModelOption.Read(parsed, trained, learning, read is null ? null : (RuleSets)read.Rules, read?.Options.Unit, problems);
            var training = learning.Training(parsed, Environment.ProcessorCount, problems);
            problems.StopIfAny();

            var reviewed = read!; // without problems there are a study and a training
            model ??= learning.Train(parsed, reviewed.Study, reviewed.Rules, reviewed.ByHand, reviewed.Options, training!, withFigures: false);
            NextRequest request = new(parsed.Sound(number) ?? DefaultNumber, parsed.Sound(share) ?? DefaultShare, parsed.Sound(seed) ?? 1, parsed.Text(coder), only);
            return Run(reviewed, model?.On(reviewed.Rules) ?? reviewed.Rules, request, new(isCsv, parsed.Sound(excel), parsed.Sound(blind) ?? isCsv, parsed.Text(key)), parsed.InvocationConfiguration);
        });
        return command;
    }

    private sealed record Layout(bool IsCsv, bool IsForExcel, bool IsBlind, string? Key);

    private static int Run(ReviewedStudy study, Machine machine, NextRequest request, Layout layout, InvocationConfiguration terminal)
    {
        var (next, seen) = Choose(study, machine, request);
        var shown = Show(study, machine, layout.IsBlind ? next.InBlindOrder() : next.InOrder(), request);
        if (layout.Key is { } key) WriteKey(key, next, shown);
        if (layout.IsForExcel) terminal.Output.Write(ByteOrderMark);
        if (layout.IsCsv) WriteSheet(study, next, shown, layout.IsBlind, terminal.Output);
        else terminal.Output.Write(MarkdownLayout.Write(NextPage.Of(next, shown, layout.IsBlind)));

        SayIfMisspelt(request.Reviewer, study.ByHand, terminal.Error);
        foreach (var problem in seen.Problems.InOrder) terminal.Error.WriteLine(problem);
        StudyOptions.SayNotices(seen.Notices, "the report of 'spancoder code'", terminal.Error);
        if (layout is { IsBlind: true, Key: null } && shown.Count > 0) terminal.Error.WriteLine("The list is blind: which segments are random, and why the others are there, was not kept. Give --key FILE to keep it.");
        return seen.Problems.Any ? ExitCode.BadInput : ExitCode.Done;
    }

    // Who is new has judged nothing; whose name is nearly one that has may be given again what they judged.
    private static void SayIfMisspelt(string? reviewer, HandCodings byHand, TextWriter error)
    {
        var coders = byHand.Files.SelectMany(file => file.Codings).Select(coding => coding.Coder).ToHashSet();
        if (reviewer is null || coders.Contains(reviewer) || Spelling.Nearest(reviewer, coders) is not { } near) return;

        error.WriteLine($"Nobody of the name {reviewer} has judged anything so far, did you mean '{near}'?");
    }

    private static (NextSegments Next, Seen Seen) Choose(ReviewedStudy study, Machine machine, NextRequest request)
    {
        Problems problems = new();
        NamedInterviewers named = new(study.Options.Reading.Interviewers);
        Examination examination = new(study.Rules.Codebook, request.Reviewer, request.Code);
        NextSegments next = new(request, study.Rules.Codebook);
        var notices = study.Study.Notices.Count + study.ByHand.Notices.Count;
        foreach (var outcome in Each(study, machine, study.Study))
        {
            problems.Add(outcome.Problems);
            if (outcome.Coded is not { } coded) continue;

            var document = coded.Segmented.Document;
            named.Add(document);
            notices += document.Notices.Count + coded.Segmented.Notices.Count + coded.ByHand.Notices.Count;
            next.Add(document.Id, examination.Of(coded));
        }

        problems.Add(named.NotFound);
        return (next, new(problems, notices));
    }

    // Documents with segments on the list are read again, so that no text is held of all the others.
    private static List<ShownSegment> Show(ReviewedStudy study, Machine machine, IReadOnlyList<Pick> list, NextRequest request)
    {
        var byDocument = list.ToLookup(pick => pick.Candidate.Document);
        Examination examination = new(study.Rules.Codebook, request.Reviewer, request.Code);
        Dictionary<string, ShownSegment> shown = [];
        foreach (var coded in Each(study, machine, study.Study with { Documents = [.. study.Study.Documents.Where(document => byDocument.Contains(document.Id))] }).Select(outcome => outcome.Coded).OfType<CodedDocument>())
        {
            var picks = byDocument[coded.Segmented.Document.Id].ToDictionary(pick => pick.Candidate.Number);
            foreach (var examined in examination.Of(coded))
            {
                if (picks.TryGetValue(examined.Segment.Number, out var pick)) shown.Add(pick.Candidate.Segment, ShownSegment.Of(coded, examined, pick.IsRandom));
            }
        }

        return [.. list.Select(pick => shown[pick.Candidate.Segment])];
    }

    private static IEnumerable<Pipeline.Outcome> Each(ReviewedStudy study, Machine machine, Study documents) => Pipeline.Each(documents, machine, study.ByHand, study.Options, withStopped: true);

    private sealed record Seen(Problems Problems, int Notices);

    private static void WriteSheet(ReviewedStudy study, NextSegments next, List<ShownSegment> shown, bool isBlind, TextWriter output)
    {
        using MemoryStream sheet = new();
        var round = study.ByHand.Files.SelectMany(file => file.Codings).Select(coding => coding.Round).DefaultIfEmpty().Max() + 1;
        NextSheet.Write(sheet, next, shown, isBlind, round);
        output.Write(Encoding.UTF8.GetString(sheet.GetBuffer(), 0, (int)sheet.Length));
    }

    private static void WriteKey(string file, NextSegments next, List<ShownSegment> shown)
    {
        var partial = file + ".partial";
        try
        {
            using (FileStream stream = new(partial, FileMode.Create)) NextSheet.WriteKey(stream, next, shown);
            File.Move(partial, file, overwrite: false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(file), "it cannot be written", "give --key a file in a folder that you may write to, on a disk that has room");
        }
    }

    private static Code? CodeOf(string id, Codebook codebook, Problems problems)
    {
        if (codebook.Find(id) is { } code) return code;

        problems.Add(new("spancoder review next"), $"there is no code '{id}' in the codebook{Spelling.DidYouMean(id, codebook.Codes.Select(known => known.Id))}", "write the id of one, as 'spancoder codebook show' has it");
        return null;
    }

    private static long? ReadSeed(ArgumentResult given)
    {
        if (long.TryParse(given.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;

        given.AddError($"--seed '{given.Tokens[0].Value}' is not a whole number");
        return null;
    }
}
