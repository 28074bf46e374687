using System.Text.Json;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>What run.json holds of a <see cref="RunRecord"/>, written and read again.</summary>
internal static class RunRecordJson
{
    private const string ForReport = "for_report";

    public static void WriteCodebooks(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteStartArray("codebooks");
        foreach (var codebook in run.Codebooks)
        {
            json.WriteStartObject();
            json.WriteString("id", codebook.Id);
            json.WriteString("version", codebook.Version);
            json.WriteString("title", codebook.Title);
            json.WriteString("sha256", codebook.Hash);
            json.WriteNumber("codes", codebook.Codes);
            json.WriteNumber("rules", codebook.Rules);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What only a report needs.</summary>
    public static void WriteForReport(Utf8JsonWriter json, RunRecord run)
    {
        json.WriteStartObject(ForReport);
        Json.WriteStrings(json, "attributes", run.AttributeNames);
        if (run.WhyNotCorrected is { } whyNot) json.WriteString("why_not_corrected", whyNot);
        Json.WriteStrings(json, "samples", run.Samples);
        if (run.Learned is { } learned) Json.WriteStrings(json, "learned", learned);
        json.WriteStartArray("codes");
        foreach (var code in run.Codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code.Id);
            json.WriteString("name", code.Name.ToString());
            if (code.Parent is { } parent) json.WriteString("parent", parent.Id);
            json.WriteString("definition", code.Definition.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in run.Rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            if (rule.Code is { } code) json.WriteString("code", code);
            if (rule.Marks is { } marks) json.WriteString("marks", marks);
            json.WriteString("strength", Names.Of(rule.Strength));
            json.WriteBoolean("negation", rule.LooksAtNegation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReportJson.Write(json, "machine", run.Machine);
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">It is nothing that this writes.</exception>
    /// <exception cref="InvalidOperationException">The same.</exception>
    /// <exception cref="KeyNotFoundException">The same.</exception>
    public static RunRecord Read(JsonElement run)
    {
        var report = run.GetProperty(ForReport);
        var codes = CodesIn(report.GetProperty("codes"));
        IReadOnlyList<RuleFacts> rules = [.. report.GetProperty("rules").EnumerateArray().Select(RuleIn)];
        if (rules.Any(rule => rule.Code is { } code && !codes.Exists(known => known.Id == code))) throw new FormatException();

        return new()
        {
            Version = Text(run.GetProperty("spancoder")),
            Unit = Text(run.GetProperty("options").GetProperty("unit")),
            Interviewers = Strings(run.GetProperty("options").GetProperty("interviewers")),
            Codebooks = [.. run.GetProperty("codebooks").EnumerateArray().Select(book => new CodebookFacts(Text(book.GetProperty("id")), Text(book.GetProperty("version")), Text(book.GetProperty("title")), Text(book.GetProperty("sha256")), book.GetProperty("codes").GetInt32(), book.GetProperty("rules").GetInt32()))],
            Codes = codes,
            Rules = rules,
            AttributeNames = Strings(report.GetProperty("attributes")),
            CodingFiles = run.TryGetProperty("codings", out var codings) ? codings.GetArrayLength() : 0,
            Learned = report.TryGetProperty("learned", out var learned) ? Strings(learned) : null,
            WhyNotCorrected = report.TryGetProperty("why_not_corrected", out var whyNot) ? Text(whyNot) : null,
            Samples = Strings(report.GetProperty("samples")),
            Machine = ReportJson.Read(report.GetProperty("machine")),
            Problems = Strings(run.GetProperty("problems")),
            Notices = Strings(run.GetProperty("notices")),
        };
    }

    private static List<Code> CodesIn(JsonElement codes)
    {
        List<Code> read = [];
        foreach (var code in codes.EnumerateArray())
        {
            var parent = code.TryGetProperty("parent", out var above) ? read.Find(known => known.Id == Text(above)) ?? throw new FormatException() : null;
            read.Add(new() { Id = Text(code.GetProperty("id")), Parent = parent, Name = InEnglish(code.GetProperty("name")), Definition = InEnglish(code.GetProperty("definition")), Place = new(ResultNames.Run) });
        }

        return read;
    }

    private static RuleFacts RuleIn(JsonElement rule) => new(
        Text(rule.GetProperty("id")), rule.TryGetProperty("code", out var code) ? Text(code) : null, rule.TryGetProperty("marks", out var marks) ? Text(marks) : null,
        Enum.Parse<Strength>(Text(rule.GetProperty("strength")), ignoreCase: true), rule.GetProperty("negation").GetBoolean());

    private static Bilingual InEnglish(JsonElement text) => new([new("en", Text(text))]);

    private static IReadOnlyList<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(Text)];

    private static string Text(JsonElement text) => text.GetString() ?? throw new FormatException();
}
