using System.Text.Json;
using Spancoder.Coders;
using Spancoder.Reporting.Sections;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>run.json: what made the results, so that they can be made again, and their report too. No clock, no thread count, no output path.</summary>
internal static class RunFile
{
    /// <param name="run">When it has ended.</param>
    /// <param name="files">That the run wrote before this one.</param>
    public static void Write(Stream stream, Study study, HandCodings byHand, RunRecord run, RunLog log, Totals totals, RunFacts facts, IReadOnlyList<string> files)
    {
        using (var json = new Utf8JsonWriter(stream, Json.Readable))
        {
            json.WriteStartObject();
            json.WriteString("spancoder", run.Version);
            WriteOptions(json, facts.Options);
            RunRecordJson.WriteCodebooks(json, run);
            WriteDocuments(json, log);
            if (study.NamePattern is { } pattern) json.WriteString("name_pattern", pattern);
            if (study.AttributesHash is { } hash) json.WriteString("attributes_sha256", hash);
            WriteByHand(json, byHand, totals.Whole.Judged, facts);
            if (facts.Model is { } model) WriteModel(json, model);
            WriteCounts(json, totals.Whole);
            Json.WriteStrings(json, "problems", run.Problems);
            Json.WriteStrings(json, "notices", run.Notices);
            Json.WriteStrings(json, EarlierRun.Files, files);
            RunRecordJson.WriteForReport(json, run);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteOptions(Utf8JsonWriter json, CodingOptions options)
    {
        json.WriteStartObject("options");
        json.WriteString("unit", options.Unit.ToString().ToLowerInvariant());
        Json.WriteStrings(json, "interviewers", options.Reading.Interviewers.Order(StringComparer.Ordinal));
        json.WriteString("bold_speaker", options.Reading.BoldSpeaker);
        json.WriteString("plain_speaker", options.Reading.PlainSpeaker);
        json.WriteString("unlabelled_speaker", options.Reading.UnlabelledSpeaker);
        json.WriteString("encoding", options.Reading.Encoding);
        json.WriteString("input_format", options.Reading.Format);
        Json.WriteStrings(json, "map", options.Reading.ColumnMap.Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal));
        json.WriteBoolean("strict", options.Reading.Strict);
        json.WriteEndObject();
    }

    private static void WriteDocuments(Utf8JsonWriter json, RunLog log)
    {
        json.WriteStartArray("documents");
        foreach (var document in log.Documents)
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("sha256", document.Facts.Hash);
            json.WriteString("format", document.Facts.Format);
            json.WriteString("layout", document.Facts.Layout);
            json.WriteString("encoding", document.Facts.Encoding);
            json.WriteBoolean("encoding_sure", document.Facts.EncodingIsSure);
            json.WriteNumber("segments", document.Segments);
            json.WriteNumber("codable", document.Codable);
            json.WriteNumber("coded", document.Coded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteByHand(Utf8JsonWriter json, HandCodings byHand, int judged, RunFacts facts)
    {
        if (byHand.Files is []) return;

        WriteFiles(json, "codings", byHand.Files.Select(file => (file.Name, file.Hash, file.Codings.Count)), facts);
        json.WriteNumber("judged_by_people", judged);
        if (byHand.Samples is not []) WriteFiles(json, "samples", byHand.Samples.Select(sample => (sample.Name, sample.Hash, sample.Rows.Count)), facts);
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IEnumerable<(string Name, string Hash, int Rows)> files, RunFacts facts)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", facts.Named(new(file.Name)).File);
            json.WriteString("sha256", file.Hash);
            json.WriteNumber("rows", file.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, TrainedModel model)
    {
        json.WriteStartObject("model");
        json.WriteString("decide", (model.HasLearned ? model.Decide : Decide.Rules).ToString().ToLowerInvariant());
        json.WriteString("engine", model.Facts.Engine);
        json.WriteBoolean("previous_turn", model.Classifier.Space.WithPrevious);
        json.WriteNumber("c", model.Facts.C);
        json.WriteNumber("folds", model.Facts.Folds);
        json.WriteNumber("learned_from", model.Facts.Segments);
        json.WriteNumber("drawn_by_chance", model.Facts.Drawn);
        json.WriteNumber("left_out", model.Facts.LeftOut);
        json.WriteString("data_sha256", model.Facts.DataHash);
        Json.WriteStrings(json, "learned", model.Classifier.Codes.Where(code => code.Model is not null).Select(code => code.Code.Id));
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Tally whole)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("segments", whole.Segments);
        json.WriteNumber("codable", whole.Codable);
        json.WriteNumber("coded", whole.Coded);
        json.WriteNumber("words", whole.Words);
        json.WriteNumber("codable_words", whole.CodableWords);
        json.WriteEndObject();
    }
}
