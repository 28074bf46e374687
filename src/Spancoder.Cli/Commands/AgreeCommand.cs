using System.CommandLine;
using System.Globalization;
using System.Text;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Tables;
using Spancoder.Reporting;
using Spancoder.Reporting.Agreements;

namespace Spancoder.Cli.Commands;

/// <summary>How far coders agree.</summary>
internal static class AgreeCommand
{
    private const string Name = "spancoder agree";
    private static readonly double[] MatchesShown = [0.9, 0.5];

    public static Command Create()
    {
        JudgementOptions judgements = new();
        AgreementOptionsGiven how = new();
        Option<bool> nominal = new("--nominal") { Description = "Take the codes also as one variable whose categories exclude each other." };
        Option<string> categories = new("--categories") { Description = "For --nominal, which categories there are: used, those that somebody gave; declared, all of the codebook.", DefaultValueFactory = _ => "used", HelpName = "WHICH" };
        categories.AcceptOnlyFromAmong("used", "declared");
        Option<string> paradigm = new("--paradigm") { Description = "reliability: coefficients; reflexive: only where coders differ.", DefaultValueFactory = _ => "reliability", HelpName = "NAME" };
        paradigm.AcceptOnlyFromAmong("reliability", "reflexive");
        Option<double?[]> match = new("--match") { Description = "For files of stretches: from what share of both on (characters in both by characters in either) two stretches match. May be given several times. Default: 0.9 and 0.5.", HelpName = "SHARE", CustomParser = Numbers.AllWithPoint };
        Option<double?> failUnder = new("--fail-under") { Description = "Exit with 1, and name the codes, where the alpha of a code is below this.", HelpName = "ALPHA", CustomParser = Numbers.WithPoint };
        Option<string?> export = new("--export-matrix") { Description = "A new folder for the tables that the figures are computed from, and the lines of R that compute them again.", HelpName = "DIR" };
        Option<string> format = new("--format") { Description = "markdown, json or csv.", DefaultValueFactory = _ => "markdown", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("markdown", "json", "csv");

        Command command = new("agree", "Say how far coders agree on each code, with intervals.");
        judgements.AddTo(command);
        foreach (var option in (Option[])[nominal, categories, match]) command.Add(option);
        how.AddTo(command);
        foreach (var option in (Option[])[paradigm, failUnder, export, format]) command.Add(option);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var options = how.Read(parsed, problems);
            var given = judgements.Read(parsed, problems);
            var request = given?.Request;
            if (parsed.Sound(categories) == "declared" && request?.Codebook is null) problems.Add(new(Name), "--categories declared needs a codebook", "name its folder with --codebook");
            if (parsed.Sound(paradigm) == "reflexive" && parsed.Sound(failUnder) is not null) problems.Add(new(Name), "--fail-under needs coefficients, and --paradigm reflexive has none", "leave one of them out");
            if (parsed.Sound(paradigm) == "reflexive" && (parsed.Sound(format) != "markdown" || parsed.Text(export) is not null)) problems.Add(new(Name), "--paradigm reflexive has no figures, and is a page of Markdown", "leave out --format and --export-matrix");
            if (parsed.Sound(match)?.Any(share => share is <= 0 or > 1) == true) problems.Add(new(Name), "--match is not above 0 and at most 1", "write a share such as 0.9");
            if (parsed.Sound(failUnder) is < -1 or > 1) problems.Add(new(Name), "--fail-under is not between -1 and 1", "write an alpha such as 0.667");
            if (given is { AreSpans: false } && parsed.Sound(match) is { Length: > 0 }) problems.Add(new(Name), "--match is for files of stretches, and these are about units", "leave it out");
            if (given is { AreSpans: true } && options.By.Contains(Dimension.Round)) problems.Add(new(Name), "--by round is for files of units, and these hold stretches", "leave it out, and give the files of one round");
            var (read, spans) = given is null || problems.Any ? default : given.Read(problems) ?? default;
            var one = read is not null && parsed.Sound(nominal) ? NominalRatings.Of(read, parsed.Sound(categories) == "declared" ? read.Codes : null, problems) : null;
            problems.StopIfAny();

            var terminal = parsed.InvocationConfiguration;
            if (parsed.Sound(paradigm) == "reflexive")
            {
                terminal.Output.Write(MarkdownLayout.Write(DifferencesReport.Of(read!))); // without problems it is there
                return ExitCode.Done;
            }

            var figures = AgreementFigures.Of(read!, options, one); // as above
            if (spans is not null) figures = figures with { Spans = SpanFigures.Of(spans, read!.Codes, parsed.Sound(match) is { Length: > 0 } overlaps ? [.. overlaps.OfType<double>()] : MatchesShown) }; // as above
            if (options.By.Contains(Dimension.Round) && spans is null) figures = figures with { Breakdowns = [.. figures.Breakdowns, Rounds(request!, figures)] }; // as above
            if (parsed.Text(export) is { } folder) Export(folder, figures);
            Print(figures, parsed.Sound(format) ?? "", terminal.Output);
            return Judge(figures, parsed.Sound(failUnder), terminal.Error);
        });
        return command;
    }

    private static BrokenDown Rounds(JudgementRequest request, AgreementFigures figures)
    {
        Problems problems = new();
        var rounds = figures.Judgements.Rounds.Select(round => (round, Judgements: JudgementReader.Read(request with { Round = round }, problems))).ToList();
        problems.StopIfAny();
        return new(Dimension.Round, [.. rounds.Select(round => PartFigures.Of(round.round.ToString(CultureInfo.InvariantCulture), round.Judgements!, round.Judgements!.Ratings, figures.Options))]); // without problems they are there
    }

    private static void Export(string folder, AgreementFigures figures)
    {
        Problems problems = new();
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) problems.Add(new(folder), "this folder is not empty", "give --export-matrix a new one");
        problems.StopIfAny();
        using var output = OutputFolder.OpenFor("--export-matrix", folder, problems);
        problems.StopIfAny();
        AgreementMatrices.Write(output.Create, figures);
        output.Finish();
    }

    private static void Print(AgreementFigures figures, string format, TextWriter output)
    {
        if (format is not ("json" or "csv"))
        {
            output.Write(MarkdownLayout.Write(AgreementReport.Of(figures, App.Version)));
            return;
        }

        using MemoryStream bytes = new();
        if (format == "json") AgreementJson.Write(bytes, figures, App.Version);
        else AgreementRows.Write(bytes, figures);
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        if (format == "json") output.WriteLine();
    }

    private static int Judge(AgreementFigures figures, double? least, TextWriter error)
    {
        if (figures.Overall.Exact.Reason == Reasons.NothingPairable)
        {
            error.WriteLine($"There is nothing to compare: {Reasons.NothingPairable}.");
            return ExitCode.NotGoodEnough;
        }

        if (least is not { } bar) return ExitCode.Done;

        // A code that nobody gave is no failure: there was nothing to agree on.
        var under = figures.Codes.Where(code => code.Present > 0 && !(code.Alpha.Value >= bar)).ToList();
        foreach (var code in under)
        {
            error.WriteLine(code.Alpha.Value is { } alpha
                ? string.Create(CultureInfo.InvariantCulture, $"{code.Code}: alpha {alpha:0.000###} is below {FigureText.Short(bar)}.") // 0.666667, where 0.667 is asked for
                : $"{code.Code}: alpha is undefined: {code.Alpha.Reason}.");
        }

        return under is [] ? ExitCode.Done : ExitCode.NotGoodEnough;
    }
}
