using System.Globalization;
using System.Text.Json;
using Spancoder.Agreement.Resampling;
using Spancoder.Evaluation;
using Spancoder.Reporting.Agreements;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>How well a machine codes, beside a person: as a page, and as JSON.</summary>
internal static class EvaluationReport
{
    public static Report Of(RuleEvaluation evaluation, BootstrapOptions options) => new(
    [
        new ReportBlock.Heading(1, "Evaluation"),
        new ReportBlock.Paragraph($"The rules beside {evaluation.Coder}, on {Counted.Of(evaluation.Judged, "segment")} of {Counted.Of(evaluation.Documents, "document")} that {evaluation.Coder} judged"
            + $"{(evaluation.Unsure > 0 ? $" ({evaluation.Unsure} more of which {evaluation.Coder} could not tell are left out)" : "")}. {evaluation.Coder} gave a code to {evaluation.Coded} of them; who gave none at all would be right on {FigureText.Percent(1 - ((double)evaluation.Coded / Math.Max(1, evaluation.Judged)))}."),
        new ReportBlock.Table(
            [
                new("code", IsNumber: false), new("support"), new("by the rules"), new("both"), new("precision"), new(Level(options)), new("recall"), new(Level(options)), new("F1"), new(Level(options)),
            ],
            [.. evaluation.Scores(options).Select(score => score.Score).Append(evaluation.Micro(options)).Select(Row)],
            "A code counts where it, or one below it, was given. Support: segments to which the person gave it. Precision: of those by the rules, the share of both; recall: of the support; F1: their harmonic mean. All: the codes at the top together. "
            + $"Intervals: percentile bootstrap over documents, {options.Replicates.ToString(CultureInfo.InvariantCulture)} replicates, seed {options.Seed}; n/a where a figure is undefined, or is so in more than 5 % of the replicates."),
        new ReportBlock.Paragraph("Figures of documents with which rules were written or mended are better than they will be on others."),
    ]);

    public static void WriteJson(Stream stream, RuleEvaluation evaluation, BootstrapOptions options)
    {
        using Utf8JsonWriter json = new(stream, Json.Output with { Indented = true });
        var micro = evaluation.Micro(options);
        json.WriteStartObject();
        json.WriteString("machine", Coders.RuleCoder.Name);
        json.WriteString("coder", evaluation.Coder);
        json.WriteNumber("segments", evaluation.Judged);
        json.WriteNumber("documents", evaluation.Documents);
        json.WriteFigure("macro_f1", evaluation.MacroF1);
        json.WriteFigure("micro_f1", micro.Outcomes.F1);
        json.WriteStartArray("codes");
        foreach (var (code, score) in evaluation.Scores(options))
        {
            json.WriteStartObject();
            json.WriteString("code", code.Id);
            json.WriteFigure("precision", score.Outcomes.Precision);
            json.WriteFigure("recall", score.Outcomes.Recall);
            json.WriteFigure("f1", score.Outcomes.F1);
            json.WriteNumber("support", score.Outcomes.Support);
            json.WriteStartObject("intervals");
            json.WriteInterval("precision", score.Precision);
            json.WriteInterval("recall", score.Recall);
            json.WriteInterval("f1", score.F1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IReadOnlyList<string> Row(CodeScore score) =>
    [
        score.Name, Number(score.Outcomes.Support), Number(score.Outcomes.Both + score.Outcomes.OnlyMachine), Number(score.Outcomes.Both),
        FigureText.Of(score.Outcomes.Precision), FigureText.Of(score.Precision), FigureText.Of(score.Outcomes.Recall), FigureText.Of(score.Recall), FigureText.Of(score.Outcomes.F1), FigureText.Of(score.F1),
    ];

    private static string Level(BootstrapOptions options) => string.Create(CultureInfo.InvariantCulture, $"{100 * options.Level:0.#} %");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
