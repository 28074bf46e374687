using System.Text.Json;
using Spancoder.Evaluation;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>An evaluation as JSON. Its keys are described in docs/learning.md.</summary>
internal static class EvaluationJson
{
    public static void Write(Stream stream, ModelEvaluation evaluation)
    {
        using Utf8JsonWriter json = new(stream, Json.Output with { Indented = true, NewLine = "\n" });
        var score = evaluation.Score;
        json.WriteStartObject();
        json.WriteString("machine", Methods.NameOf(evaluation.Method));
        json.WriteStartArray("coders");
        foreach (var coder in evaluation.Coders) json.WriteStringValue(coder);
        json.WriteEndArray();
        json.WriteNumber("segments", evaluation.Segments);
        json.WriteNumber("documents", evaluation.Documents);
        json.WriteFigure("macro_f1", score.MacroF1);
        json.WriteFigure("micro_f1", score.Micro.Outcomes.F1);
        WriteCodes(json, score);
        json.WriteStartArray("folds");
        foreach (var fold in evaluation.Folds)
        {
            json.WriteStartObject();
            json.WriteString("fold", fold.Fold);
            json.WriteNumber("documents", fold.Documents);
            json.WriteNumber("segments", fold.Segments);
            json.WriteFigure("macro_f1", fold.Score.MacroF1);
            json.WriteFigure("micro_f1", fold.Score.Micro.Outcomes.F1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSystems(json, evaluation);
        WriteCalibration(json, evaluation);
        WriteCurve(json, evaluation);
        json.WriteEndObject();
    }

    private static void WriteCodes(Utf8JsonWriter json, SystemScore score)
    {
        json.WriteStartArray("codes");
        foreach (var (code, ofCode) in score.Codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code.Id);
            json.WriteFigure("precision", ofCode.Outcomes.Precision);
            json.WriteFigure("recall", ofCode.Outcomes.Recall);
            json.WriteFigure("f1", ofCode.Outcomes.F1);
            json.WriteNumber("support", ofCode.Outcomes.Support);
            json.WriteStartObject("intervals");
            json.WriteInterval("precision", ofCode.Precision);
            json.WriteInterval("recall", ofCode.Recall);
            json.WriteInterval("f1", ofCode.F1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSystems(Utf8JsonWriter json, ModelEvaluation evaluation)
    {
        json.WriteStartArray("systems");
        var scores = Methods.Of(evaluation.Codebook).Select(method => evaluation.Scores[method]);
        foreach (var score in evaluation.People.Score is { } people ? scores.Append(people) : scores)
        {
            json.WriteStartObject();
            json.WriteString("system", score.Name);
            json.WriteFigure("macro_f1", score.MacroF1);
            json.WriteFigure("micro_f1", score.Micro.Outcomes.F1);
            json.WriteStartObject("intervals");
            json.WriteInterval("macro_f1", score.MacroInterval);
            json.WriteInterval("micro_f1", score.Micro.F1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("people_alpha");
        foreach (var (code, alpha) in evaluation.People.Alphas)
        {
            json.WriteStartObject();
            json.WriteString("code", code.Id);
            json.WriteFigure("alpha", alpha);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCalibration(Utf8JsonWriter json, ModelEvaluation evaluation)
    {
        json.WriteStartArray("calibration");
        foreach (var code in evaluation.Calibrations)
        {
            json.WriteStartObject();
            json.WriteString("code", code.Code.Id);
            json.WriteNumber("support", code.Support);
            json.WriteFigure("mean_probability", code.Mean);
            json.WriteFigure("brier", code.Brier);
            json.WriteFigure("calibration_error", code.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCurve(Utf8JsonWriter json, ModelEvaluation evaluation)
    {
        json.WriteStartArray("learning_curve");
        foreach (var point in evaluation.Curve)
        {
            json.WriteStartObject();
            json.WriteNumber("segments", point.Segments);
            json.WriteFigure("model_micro_f1", point.ModelMicro);
            json.WriteFigure("both_micro_f1", point.BothMicro);
            json.WriteFigure("model_macro_f1", point.ModelMacro);
            json.WriteFigure("both_macro_f1", point.BothMacro);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
