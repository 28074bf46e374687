using System.Globalization;
using CsvHelper;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Resampling;
using Spancoder.Agreement.Spans;
using Spancoder.Text;

namespace Spancoder.Reporting.Agreements;

/// <summary>The same figures as a long table: one row a figure, for R and Python. Numbers are not rounded; what is undefined has a reason instead.</summary>
internal sealed class AgreementRows
{
    private readonly CsvWriter _csv;

    private AgreementRows(CsvWriter csv) => _csv = csv;

    public static void Write(Stream stream, AgreementFigures figures)
    {
        using var csv = CsvWriter.Create(stream, Csv.Output, leaveOpen: true);
        AgreementRows rows = new(csv);
        rows.Row("scope", "part", "code", "coders", "units", "measure", "value", "low", "high", "reason");
        foreach (var code in figures.Codes) rows.Add("code", "", code);
        foreach (var pair in figures.Codes.SelectMany(code => code.Pairs)) rows.Add(pair);
        rows.Add(figures.Overall, figures.Units.Counted);
        if (figures.Nominal is { } nominal) rows.Add(nominal);
        if (figures.Spans is { Domain: { } domain } spans)
        {
            rows.Add("", domain);
            foreach (var pair in spans.DomainByPair) rows.Add($"{pair.First}|{pair.Second}", pair.Alpha);
        }

        foreach (var code in figures.Spans?.Codes ?? []) rows.Add(code);
        foreach (var (breakdown, part) in figures.Breakdowns.SelectMany(breakdown => breakdown.Parts.Select(part => (breakdown, part))))
        {
            var scope = breakdown.By.ToString().ToLowerInvariant();
            rows.Add(scope, part.Name, "", part.Units, "alpha_masi", part.Masi);
            foreach (var code in part.Codes) rows.Add(scope, part.Name, code);
        }
    }

    private void Add(string scope, string part, CodeFigures code)
    {
        Add(scope, part, code.Code, code.Units, "alpha", code.Alpha, IntervalIn(scope, code.AlphaInterval));
        Add(scope, part, code.Code, code.Units, "ac1", code.Ac1, IntervalIn(scope, code.Ac1Interval));
        Add(scope, part, code.Code, code.Units, "percent", code.Percent);
        Add(scope, part, code.Code, code.Units, "positive_agreement", code.Positive);
        Add(scope, part, code.Code, code.Units, "negative_agreement", code.Negative);
        Add(scope, part, code.Code, code.Units, "prevalence", code.Prevalence);
    }

    private void Add(PairFigures pair)
    {
        Row("pair", "", pair.Code ?? "", $"{pair.First}|{pair.Second}", Number(pair.Units), "kappa", Value(pair.Kappa), "", "", pair.Kappa.Reason ?? "");
        Row("pair", "", pair.Code ?? "", $"{pair.First}|{pair.Second}", Number(pair.Units), "kappa_se", Value(pair.StandardError), "", "", pair.StandardError.Reason ?? "");
    }

    // Parts have none, and that nobody asked for it is no reason of theirs.
    private static Interval? IntervalIn(string scope, Interval interval) => scope == "code" ? interval : null;

    private void Add(string coders, UnitizingAlpha alpha)
    {
        Span("", coders, "u", alpha.U);
        Span("", coders, "u_binary", alpha.BinaryU);
        Span("", coders, "cu", alpha.Cu.Alpha);
        Span("", coders, "cu_coverage", alpha.Cu.Coverage);
        foreach (var (code, ku) in alpha.Ku.OrderBy(ku => ku.Key, StringComparer.Ordinal))
        {
            Span(code, coders, "ku", ku.Alpha);
            Span(code, coders, "ku_coverage", ku.Coverage);
        }
    }

    private void Add(SpanCodeFigures code)
    {
        Span(code.Code, "", "u", code.Alpha.U);
        foreach (var pair in code.Pairs)
        {
            var coders = $"{pair.First}|{pair.Second}";
            Span(code.Code, coders, "character_percent", pair.Characters.PercentAgreement);
            Span(code.Code, coders, "character_kappa", pair.Characters.CohenKappa);
            Span(code.Code, coders, "character_jaccard", pair.Characters.Jaccard);
            foreach (var (overlap, match) in pair.Matches) Span(code.Code, coders, "match_" + FigureText.Short(overlap), match.PercentAgreement);
        }
    }

    private void Span(string code, string coders, string measure, Figure figure) => Row("spans", "", code, coders, "", measure, Value(figure), "", "", figure.Reason ?? "");

    private void Add(OverallFigures overall, int units)
    {
        Add("all", "", "", units, "alpha_masi", overall.Masi, Of(SetDistance.Masi));
        Add("all", "", "", units, "alpha_jaccard", overall.Jaccard, Of(SetDistance.Jaccard));
        Add("all", "", "", units, "alpha_exact", overall.Exact, Of(SetDistance.Exact));

        Interval? Of(SetDistance distance) => distance == overall.Distance ? overall.Interval : null;
    }

    private void Add(NominalFigures nominal)
    {
        Add("nominal", "", "", nominal.Units, "alpha", nominal.Alpha, nominal.AlphaInterval);
        Add("nominal", "", "", nominal.Units, "ac1", nominal.Ac1, nominal.Ac1Interval);
        Add("nominal", "", "", nominal.Units, "percent", nominal.Percent);
        Add("nominal", "", "", nominal.Units, "fleiss", nominal.Fleiss);
        Add("nominal", "", "", nominal.Units, "scott", nominal.Scott);
        Add("nominal", "", "", nominal.Units, "conger", nominal.Conger);
        Add("nominal", "", "", nominal.Units, "light", nominal.Light);
        Add("nominal", "", "", nominal.Units, "brennan_prediger", nominal.BrennanPrediger);
        foreach (var (category, alpha) in nominal.ByCategory) Add("nominal", "", category, nominal.Units, "alpha_category", alpha);
        foreach (var pair in nominal.Pairs) Add(pair);
    }

    private void Add(string scope, string part, string code, int units, string measure, Figure figure, Interval? interval = null) => Row(
        scope, part, code, "", Number(units), measure, Value(figure),
        interval is { Reason: null } low ? Value(low.Low) : "",
        interval is { Reason: null } high ? Value(high.High) : "",
        figure.Reason ?? interval?.Reason ?? "");

    private void Row(params ReadOnlySpan<string> cells) => Csv.WriteRow(_csv, cells);

    private static string Value(Figure figure) => figure.Value is { } value ? Value(value) : "";

    private static string Value(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
