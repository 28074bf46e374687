using System.Text.Json;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Resampling;
using Spancoder.Agreement.Spans;
using Spancoder.Text;

namespace Spancoder.Reporting.Agreements;

/// <summary>The same figures for scripts: one JSON object. Numbers are not rounded; what is undefined is null, and its reason stands beside it.</summary>
internal static class AgreementJson
{
    public static void Write(Stream stream, AgreementFigures figures, string version)
    {
        using Utf8JsonWriter json = new(stream, Json.Output with { Indented = true });
        var judgements = figures.Judgements;
        json.WriteStartObject();
        json.WriteString("spancoder", version);
        json.WriteNumber("units", judgements.Units.Count);
        json.WriteNumber("units_counted", figures.Units.Counted);
        json.WriteNumber("units_unjudged", figures.Units.Unjudged);
        json.WriteNumber("units_of_one_coder", figures.Units.Single);
        Strings(json, "coders", judgements.Coders);
        Strings(json, "silent_coders", judgements.Silent);
        Numbers(json, "unsure", judgements.Unsure);
        if (judgements.Given is { } given) Numbers(json, "given", given);
        json.WriteNumber("unmarked", judgements.Unmarked);
        json.WriteString("frame", figures.Options.Frame.ToString().ToLowerInvariant());
        json.WriteNumber("round", judgements.Round);
        if (judgements.Codebook is { } codebook) json.WriteString("codebook", codebook);
        json.WriteBoolean("rolled_up", judgements.IsRolledUp);
        if (judgements.MinOverlap is { } overlap) json.WriteNumber("min_overlap", overlap);
        Write(json, figures.Options.Bootstrap, figures);
        Write(json, figures.Overall);
        if (figures.Nominal is { } nominal) Write(json, nominal);
        Array(json, "codes", figures.Codes, (writer, code) => Write(writer, code, figures.Options.Thresholds));
        Array(json, "pairs", (figures.Nominal?.Pairs ?? []).Concat(figures.Codes.SelectMany(code => code.Pairs)), Write);
        if (figures.Spans is { } spans) Write(json, spans);
        Array(json, "by", figures.Breakdowns, Write);
        Strings(json, "notices", [.. judgements.Notices.Select(notice => notice.ToString())]);
        Array(json, "files", judgements.Files, (writer, file) =>
        {
            writer.WriteString("file", file.File);
            writer.WriteString("sha256", file.Hash);
        });
        json.WriteString("methods", AgreementSentence.Of(figures, version));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BootstrapOptions bootstrap, AgreementFigures figures)
    {
        json.WriteStartObject("bootstrap");
        json.WriteNumber("replicates", bootstrap.Replicates);
        json.WriteNumber("seed", bootstrap.Seed);
        json.WriteNumber("level", bootstrap.Level);
        json.WriteString("resample", figures.Resample.ToString().ToLowerInvariant());
        json.WriteNumber("documents", figures.Documents);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OverallFigures overall)
    {
        json.WriteStartObject("overall");
        json.WriteFigure("alpha_masi", overall.Masi);
        json.WriteFigure("alpha_jaccard", overall.Jaccard);
        json.WriteFigure("alpha_exact", overall.Exact);
        json.WriteString("interval_of", "alpha_" + overall.Distance.ToString().ToLowerInvariant());
        json.WriteInterval("interval", overall.Interval);
        json.WriteNumber("sets", overall.Sets);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NominalFigures nominal)
    {
        json.WriteStartObject("nominal");
        json.WriteNumber("units", nominal.Units);
        Strings(json, "categories", nominal.Categories);
        json.WriteFigure("alpha", nominal.Alpha);
        json.WriteFigure("percent", nominal.Percent);
        json.WriteFigure("fleiss", nominal.Fleiss);
        json.WriteFigure("ac1", nominal.Ac1);
        json.WriteFigure("scott", nominal.Scott);
        json.WriteFigure("conger", nominal.Conger);
        json.WriteFigure("light", nominal.Light);
        json.WriteFigure("brennan_prediger", nominal.BrennanPrediger);
        json.WriteStartObject("standard_errors");
        json.WriteFigure("percent", nominal.StandardErrors.Percent);
        json.WriteFigure("ac1", nominal.StandardErrors.Ac1);
        json.WriteFigure("fleiss", nominal.StandardErrors.Fleiss);
        json.WriteFigure("brennan_prediger", nominal.StandardErrors.BrennanPrediger);
        json.WriteEndObject();
        json.WriteStartObject("intervals");
        json.WriteInterval("alpha", nominal.AlphaInterval);
        json.WriteInterval("ac1", nominal.Ac1Interval);
        json.WriteEndObject();
        Array(json, "by_category", nominal.ByCategory, (writer, category) =>
        {
            writer.WriteString("category", category.Category);
            writer.WriteFigure("alpha", category.Alpha);
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CodeFigures code, IReadOnlyList<double> thresholds)
    {
        json.WriteString("code", code.Code);
        json.WriteNumber("units", code.Units);
        Numbers(json, "judged", [.. code.ByCoder.Select(coder => coder.Judged)]);
        Numbers(json, "present", [.. code.ByCoder.Select(coder => coder.Present)]);
        json.WriteFigure("alpha", code.Alpha);
        json.WriteFigure("ac1", code.Ac1);
        json.WriteFigure("percent", code.Percent);
        json.WriteFigure("positive_agreement", code.Positive);
        json.WriteFigure("negative_agreement", code.Negative);
        json.WriteFigure("prevalence", code.Prevalence);
        json.WriteStartObject("intervals");
        json.WriteInterval("alpha", code.AlphaInterval);
        json.WriteInterval("ac1", code.Ac1Interval);
        json.WriteEndObject();
        Array(json, "below", thresholds, (writer, threshold) =>
        {
            writer.WriteNumber("threshold", threshold);
            if (code.AlphaInterval.ShareBelow(threshold) is { } share) writer.WriteNumber("share", share);
            else writer.WriteNull("share");
        });
        json.WriteBoolean("sparse", code.IsSparse);
        json.WriteBoolean("one_coder", code.IsOfOneCoder);
        Array(json, "patterns", code.Patterns, (writer, pattern) =>
        {
            writer.WriteNumber("present", pattern.Present);
            writer.WriteNumber("judged", pattern.Judged);
            writer.WriteNumber("units", pattern.Units);
        });
    }

    private static void Write(Utf8JsonWriter json, PairFigures pair)
    {
        Strings(json, "coders", [pair.First, pair.Second]);
        json.WriteString("code", pair.Code);
        json.WriteNumber("units", pair.Units);
        json.WriteFigure("kappa", pair.Kappa);
        json.WriteFigure("se", pair.StandardError);
        json.WriteStartArray("table");
        foreach (var row in pair.Table)
        {
            json.WriteStartArray();
            foreach (var cell in row) json.WriteNumberValue(cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SpanFigures spans)
    {
        json.WriteStartObject("spans");
        json.WriteBoolean("exclusive", spans.Domain is not null);
        json.WriteNumber("clashes", spans.Clashes.Count);
        if (spans.Domain is { } domain) Write(json, domain);
        Array(json, "pairs", spans.DomainByPair, (writer, pair) =>
        {
            Strings(writer, "coders", [pair.First, pair.Second]);
            Write(writer, pair.Alpha);
        });
        Array(json, "codes", spans.Codes, (writer, code) =>
        {
            writer.WriteString("code", code.Code);
            writer.WriteFigure("u", code.Alpha.U);
            Array(writer, "pairs", code.Pairs, Write);
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnitizingAlpha alpha)
    {
        json.WriteNumber("characters", alpha.Characters);
        json.WriteFigure("u", alpha.U);
        json.WriteFigure("u_binary", alpha.BinaryU);
        json.WriteFigure("cu", alpha.Cu.Alpha);
        json.WriteFigure("cu_coverage", alpha.Cu.Coverage);
        Array(json, "ku", alpha.Ku.OrderBy(ku => ku.Key, StringComparer.Ordinal), (writer, ku) =>
        {
            writer.WriteString("code", ku.Key);
            writer.WriteFigure("alpha", ku.Value.Alpha);
            writer.WriteFigure("coverage", ku.Value.Coverage);
        });
    }

    private static void Write(Utf8JsonWriter json, SpanPairFigures pair)
    {
        Strings(json, "coders", [pair.First, pair.Second]);
        json.WriteStartArray("characters");
        foreach (var cells in ((long, long)[])[(pair.Characters.Neither, pair.Characters.OnlySecond), (pair.Characters.OnlyFirst, pair.Characters.Both)])
        {
            json.WriteStartArray();
            json.WriteNumberValue(cells.Item1);
            json.WriteNumberValue(cells.Item2);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteFigure("percent", pair.Characters.PercentAgreement);
        json.WriteFigure("kappa", pair.Characters.CohenKappa);
        json.WriteFigure("jaccard", pair.Characters.Jaccard);
        Array(json, "matches", pair.Matches, (writer, match) =>
        {
            writer.WriteNumber("overlap", match.Overlap);
            writer.WriteNumber("matched", match.Match.Matched);
            writer.WriteNumber("of", match.Match.Total);
            writer.WriteFigure("percent", match.Match.PercentAgreement);
        });
    }

    private static void Write(Utf8JsonWriter json, BrokenDown breakdown)
    {
        json.WriteString("by", breakdown.By.ToString().ToLowerInvariant());
        Array(json, "parts", breakdown.Parts, (writer, part) =>
        {
            writer.WriteString("name", part.Name);
            writer.WriteNumber("units", part.Units);
            writer.WriteFigure("alpha_masi", part.Masi);
            Array(writer, "codes", part.Codes, (inner, code) =>
            {
                inner.WriteString("code", code.Code);
                inner.WriteNumber("units", code.Units);
                inner.WriteFigure("prevalence", code.Prevalence);
                inner.WriteFigure("percent", code.Percent);
                inner.WriteFigure("positive_agreement", code.Positive);
                inner.WriteFigure("alpha", code.Alpha);
            });
        });
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
