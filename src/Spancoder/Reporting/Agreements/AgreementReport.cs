using System.Globalization;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Text;
using static Spancoder.Reporting.Agreements.FigureText;

namespace Spancoder.Reporting.Agreements;

/// <summary>The report on how far coders agree.</summary>
internal sealed class AgreementReport
{
    private readonly AgreementFigures _figures;
    private readonly string _version;
    private readonly List<ReportBlock> _blocks = [];

    private AgreementReport(AgreementFigures figures, string version) => (_figures, _version) = (figures, version);

    /// <param name="version">Of the program.</param>
    public static Report Of(AgreementFigures figures, string version)
    {
        AgreementReport report = new(figures, version);
        report.AddSummary();
        report.AddCodes();
        report.AddCounts();
        report.AddPairs();
        report.AddOverall();
        report.AddNominal();
        report.AddSpans();
        foreach (var breakdown in figures.Breakdowns) report.Add(breakdown);
        report.AddMethods();
        return new(report._blocks);
    }

    private void AddSummary()
    {
        var judgements = _figures.Judgements;
        Head(1, "Agreement between coders");
        Say($"{Counted.Of(judgements.Coders.Count, "coder")}, {Counted.Of(judgements.Codes.Count, "code")}, {Counted.Of(judgements.Units.Count, "unit")}, of which {Number(_figures.Units.Counted)} {(_figures.Units.Counted == 1 ? "counts" : "count")}; left out: {Number(_figures.Units.Unjudged)} that nobody judged"
            + (_figures.Options.Frame == Frame.Pairable ? $", {Number(_figures.Units.Single)} that one coder judged." : "."));
        Column[] columns =
        [
            new("coder", IsNumber: false), .. judgements.Given is null ? Array.Empty<Column>() : [new("given")], new("judged"), new("nothing applies"), new("unsure"), new("unsure, of those looked at"),
        ];
        var nothing = judgements.Sets.Sets.Index().Where(set => set.Item is []).Select(set => set.Index).DefaultIfEmpty(-2).First();
        _blocks.Add(new ReportBlock.Table(columns, [.. judgements.Coders.Select((coder, index) => (IReadOnlyList<Cell>)
        [
            coder, .. judgements.Given is { } given ? [Number(given[index])] : Array.Empty<string>(), Number(judgements.JudgedBy(index)),
            Number(Enumerable.Range(0, judgements.Units.Count).Count(unit => judgements.Ratings.Of(unit)[index] == nothing)), Number(judgements.Unsure[index]),
            judgements.JudgedBy(index) + judgements.Unsure[index] is > 0 and var looked ? Percent((double)judgements.Unsure[index] / looked) : NotApplicable,
        ])], $"Of {Counted.Of(judgements.Units.Count, "unit")}. A unit that a coder was unsure of counts as missing for that coder."));
        if (judgements.Silent is { Count: > 0 } silent) Say($"Judged nothing, and left out: {string.Join(", ", silent)}.");
        if (judgements.Unmarked > 0) Say($"{Counted.Of(judgements.Unmarked, "judgement")} count as NONE only because the coder was stated to have been given the unit and wrote nothing.");
        if (judgements.Notices is { Count: > 0 }) _blocks.Add(new ReportBlock.Bullets([.. judgements.Notices.Select(notice => notice.ToString())]));
    }

    private void AddCodes()
    {
        Head(2, "Each code");
        var thresholds = _figures.Options.Thresholds;
        var level = string.Create(CultureInfo.InvariantCulture, $"{100 * _figures.Options.Bootstrap.Level:0.#} %");
        Column[] columns =
        [
            new("code", IsNumber: false), new("units"), new("prevalence"), new("percent"), new("positive"), new("negative"), new("alpha"), new(level),
            .. thresholds.Select(threshold => new Column($"below {Short(threshold)}")), new("AC1"), new(level), new("flags", IsNumber: false),
        ];
        _blocks.Add(new ReportBlock.Table(columns, [.. _figures.Codes.Select(code => (IReadOnlyList<Cell>)
        [
            code.Code, Number(code.Units), Percent(code.Prevalence), Percent(code.Percent), FigureText.Of(code.Positive), FigureText.Of(code.Negative), FigureText.Of(code.Alpha), FigureText.Of(code.AlphaInterval),
            .. thresholds.Select(threshold => code.AlphaInterval.ShareBelow(threshold) is { } share ? Percent(share) : NotApplicable), FigureText.Of(code.Ac1), FigureText.Of(code.Ac1Interval), string.Join(", ", Flags(code)),
        ])], "Each code as present or absent in a unit; the lowest alpha first. Prevalence: the share of the judgements that say it is there. Positive, negative: agreement where it is, and where it is not."));
        _blocks.Add(new ReportBlock.Bullets(
        [
            .. thresholds.Select(threshold => $"below {Short(threshold)}: the share of the replicates of the bootstrap in which alpha is below it. {Convention(threshold)}"),
            "AC1 is higher than alpha wherever a code is rare, because coders agree on where it is not: read it with positive agreement, and not by the same thresholds",
            .. _figures.Codes.Any(code => code.IsSparse) ? [$"sparse: given fewer than {CodeFigures.Few} times in all; one judgement more or less would move its figures"] : Array.Empty<string>(),
            .. _figures.Codes.Any(code => code.IsOfOneCoder) ? ["one coder: only one of the coders ever gave it"] : Array.Empty<string>(),
        ]));
        AddReasons(_figures.Codes.SelectMany(ReasonsOf));
    }

    // Where alpha is undefined its interval, AC1 and that of AC1 are so for the same reason.
    private static IEnumerable<(string What, string? Reason)> ReasonsOf(CodeFigures code)
    {
        yield return ($"alpha and AC1 of {code.Code}", code.Alpha.Reason);
        yield return ($"the interval of alpha of {code.Code}", code.Alpha.Reason is null ? code.AlphaInterval.Reason : null);
        yield return ($"the interval of AC1 of {code.Code}", code.Ac1.Reason is null ? code.Ac1Interval.Reason : null);
        yield return ($"positive agreement on {code.Code}", code.Units > 0 ? code.Positive.Reason : null);
        yield return ($"negative agreement on {code.Code}", code.Units > 0 ? code.Negative.Reason : null);
    }

    private static string Convention(double threshold) => threshold switch
    {
        0.667 => "By convention data below it are not relied on, and those up to 0.8 for tentative conclusions only (Krippendorff 2019)",
        0.8 => "By convention data at or above it are relied on (Krippendorff 2019)",
        _ => "It is yours, and no convention",
    };

    private static IEnumerable<string> GivenBy(CodeFigures code) => code.ByCoder.Select(coder => string.Create(CultureInfo.InvariantCulture, $"{coder.Present}/{coder.Judged}"));

    private static IEnumerable<string> Flags(CodeFigures code)
    {
        if (code.IsSparse) yield return "sparse";
        if (code.IsOfOneCoder) yield return "one coder";
    }

    // Of two coders the table of four cells; of more, how many of how many gave it.
    private void AddCounts()
    {
        Head(2, "What the figures are made of");
        const string Given = "By coder: to how many of the units that count, and that they judged, the coder gave the code.";
        Column[] coders = [.. _figures.Judgements.Coders.Select(coder => new Column(coder))];
        if (_figures.Judgements.Coders.Count == 2)
        {
            var (first, second) = (_figures.Judgements.Coders[0], _figures.Judgements.Coders[1]);
            _blocks.Add(new ReportBlock.Table([new("code", IsNumber: false), .. coders, new("both"), new($"only {first}"), new($"only {second}"), new("neither")],
                [.. _figures.Codes.Select(code => (IReadOnlyList<Cell>)[code.Code, .. GivenBy(code), .. Cells(code.Pairs[0])])], Given + " Both, only, neither: units that both judged."));
            return;
        }

        _blocks.Add(new ReportBlock.Table([new("code", IsNumber: false), .. coders, new("units by how many gave it", IsNumber: false)],
            [.. _figures.Codes.Select(code => (IReadOnlyList<Cell>)[code.Code, .. GivenBy(code), string.Join(", ", code.Patterns.Select(pattern => string.Create(CultureInfo.InvariantCulture, $"{pattern.Present}/{pattern.Judged}: {pattern.Units}")))])], Given + " 2/3: 5 means that five units were judged by three coders, of whom two gave it."));
    }

    private static IEnumerable<string> Cells(PairFigures pair) => [Number(pair.Table[1][1]), Number(pair.Table[1][0]), Number(pair.Table[0][1]), Number(pair.Table[0][0])];

    private void AddPairs()
    {
        Head(2, "Each pair of coders");
        var pairs = _figures.Codes.Count > 0 ? _figures.Codes[0].Pairs : [];
        _blocks.Add(new ReportBlock.Table([new("code", IsNumber: false), .. pairs.Select(pair => new Column($"{pair.First}, {pair.Second}"))],
            [
                ["units that both judged", .. pairs.Select(pair => Number(pair.Units))],
                .. _figures.Codes.Select(code => (IReadOnlyList<Cell>)[code.Code, .. code.Pairs.Select(Kappa)]),
            ], "Cohen's kappa, in brackets its standard error."));
        AddReasons(_figures.Codes.SelectMany(code => code.Pairs.Select(pair => pair.Kappa.Reason is { } reason
            ? ($"kappa of {pair.First} and {pair.Second} on {code.Code}", reason)
            : ($"the standard error of {pair.First} and {pair.Second} on {code.Code}", pair.StandardError.Reason))));
    }

    private static string Kappa(PairFigures pair) => pair.Kappa.Value is null ? NotApplicable : $"{FigureText.Of(pair.Kappa)} ({FigureText.Of(pair.StandardError)})";

    private void AddOverall()
    {
        Head(2, "All codes at once");
        var overall = _figures.Overall;
        _blocks.Add(new ReportBlock.Table([new("sets of codes", IsNumber: false), new("alpha"), new("interval")],
            [
                ["MASI", FigureText.Of(overall.Masi), IntervalOf(SetDistance.Masi)],
                ["Jaccard", FigureText.Of(overall.Jaccard), IntervalOf(SetDistance.Jaccard)],
                ["exact", FigureText.Of(overall.Exact), IntervalOf(SetDistance.Exact)],
            ], $"Of {Counted.Of(_figures.Units.Counted, "unit")} and {Counted.Of(overall.Sets, "different set")} of codes. It does not say which code is unreliable: the table of codes does."));
        AddReasons([("alpha over sets", overall.Masi.Reason), ("its interval", overall.Masi.Reason is null ? overall.Interval.Reason : null)]);

        string IntervalOf(SetDistance distance) => distance == overall.Distance ? FigureText.Of(overall.Interval) : "";
    }

    private void AddNominal()
    {
        if (_figures.Nominal is not { } nominal) return;

        Head(2, "The codes as one variable");
        _blocks.Add(new ReportBlock.Table([new("measure", IsNumber: false), new("value"), new("interval"), new("Gwet's standard error")],
            [
                ["percent agreement", FigureText.Of(nominal.Percent), "", FigureText.Of(nominal.StandardErrors.Percent)],
                ["Krippendorff's alpha", FigureText.Of(nominal.Alpha), FigureText.Of(nominal.AlphaInterval), ""],
                ["Gwet's AC1", FigureText.Of(nominal.Ac1), FigureText.Of(nominal.Ac1Interval), FigureText.Of(nominal.StandardErrors.Ac1)],
                ["Fleiss' kappa", FigureText.Of(nominal.Fleiss), "", FigureText.Of(nominal.StandardErrors.Fleiss)],
                ["Scott's pi", FigureText.Of(nominal.Scott), "", ""],
                ["Conger's kappa", FigureText.Of(nominal.Conger), "", ""],
                ["Light's kappa", FigureText.Of(nominal.Light), "", ""],
                ["Brennan and Prediger", FigureText.Of(nominal.BrennanPrediger), "", FigureText.Of(nominal.StandardErrors.BrennanPrediger)],
                .. nominal.ByCategory.Select(category => (IReadOnlyList<Cell>)[$"alpha, {category.Category} against the others", FigureText.Of(category.Alpha), "", ""]),
            ], $"Of {Counted.Of(nominal.Units, "unit")} and {nominal.Categories.Count} categories: {string.Join(", ", nominal.Categories)}."));
        AddReasons([("alpha", nominal.Alpha.Reason), ("AC1", nominal.Ac1.Reason), ("Scott's pi", nominal.Scott.Reason), ("Conger's kappa", nominal.Conger.Reason), ("Light's kappa", nominal.Light.Reason)]);
    }

    private void AddSpans()
    {
        if (_figures.Spans is { } spans) _blocks.AddRange(SpanTables.BlocksOf(spans));
    }

    private void Add(BrokenDown breakdown)
    {
        var by = breakdown.By.ToString().ToLowerInvariant();
        Head(2, $"By {by}");
        _blocks.Add(new ReportBlock.Table([new(by, IsNumber: false), new("code", IsNumber: false), new("units"), new("prevalence"), new("percent"), new("positive"), new("alpha")],
            [.. breakdown.Parts.SelectMany(Rows)],
            "Only codes that somebody gave there. Without intervals: parts are small, and differences between them may be chance."));
        AddReasons(breakdown.Parts.SelectMany(part => part.Codes.Select(code => ($"alpha of {code.Code} in {NameOf(part)}", code.Alpha.Reason)).Prepend(($"alpha over sets in {NameOf(part)}", part.Masi.Reason))));
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(PartFigures part) =>
    [
        [NameOf(part), "all, as sets (MASI)", Number(part.Units), "", "", "", FigureText.Of(part.Masi)],
        .. part.Codes.Select(code => (IReadOnlyList<Cell>)["", code.Code, Number(code.Units), Percent(code.Prevalence), Percent(code.Percent), FigureText.Of(code.Positive), FigureText.Of(code.Alpha)]),
    ];

    private static string NameOf(PartFigures part) => part.Name.Length > 0 ? part.Name : "not said";

    private void AddMethods()
    {
        Head(2, "For the section on methods");
        Say(AgreementSentence.Of(_figures, _version));
        Say($"Read: {string.Join("; ", _figures.Judgements.Files.Select(file => $"{file.File} (sha256 {file.Hash[..16]})"))}.");
    }

    // Each reason once, with what it is the reason of.
    private void AddReasons(IEnumerable<(string What, string? Reason)> reasons)
    {
        var given = reasons.Where(reason => reason.Reason is not null).GroupBy(reason => reason.Reason).ToList();
        if (given is []) return;

        _blocks.Add(new ReportBlock.Bullets([.. given.Select(same => $"n/a, {same.Key}: {string.Join("; ", same.Select(reason => reason.What))}")]));
    }

    private void Head(int level, string text) => _blocks.Add(new ReportBlock.Heading(level, text));

    private void Say(string text) => _blocks.Add(new ReportBlock.Paragraph(text));
}
