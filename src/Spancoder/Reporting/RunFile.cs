using System.Text.Json;
using Spancoder.Coders;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>run.json: what made the results, so that they can be made again. No clock, no thread count, no output path.</summary>
internal static class RunFile
{
    private static readonly JsonWriterOptions Readable = Json.Output with { Indented = true, NewLine = "\n" };

    public static void Write(Stream stream, Study study, Tallies tallies, RunFacts facts)
    {
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("spancoder", facts.Version);
            WriteOptions(json, facts.Options);
            WriteCodebooks(json, tallies);
            WriteDocuments(json, tallies);
            if (study.NamePattern is { } pattern) json.WriteString("name_pattern", pattern);
            if (study.AttributesHash is { } hash) json.WriteString("attributes_sha256", hash);
            WriteByHand(json, tallies, facts);
            if (facts.Model is { } model) WriteModel(json, model);
            WriteCounts(json, tallies.Whole);
            WriteLines(json, "problems", facts.ProblemsOf(tallies));
            WriteLines(json, "notices", tallies.Notices.Select(notice => (notice with { Place = facts.Named(notice.Place) }).ToString()));
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteOptions(Utf8JsonWriter json, CodingOptions options)
    {
        json.WriteStartObject("options");
        json.WriteString("unit", options.Unit.ToString().ToLowerInvariant());
        WriteLines(json, "interviewers", options.Reading.Interviewers.Order(StringComparer.Ordinal));
        json.WriteString("bold_speaker", options.Reading.BoldSpeaker);
        json.WriteString("plain_speaker", options.Reading.PlainSpeaker);
        json.WriteString("unlabelled_speaker", options.Reading.UnlabelledSpeaker);
        json.WriteString("encoding", options.Reading.Encoding);
        json.WriteString("input_format", options.Reading.Format);
        WriteLines(json, "map", options.Reading.ColumnMap.Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal));
        json.WriteBoolean("strict", options.Reading.Strict);
        json.WriteEndObject();
    }

    private static void WriteCodebooks(Utf8JsonWriter json, Tallies tallies)
    {
        json.WriteStartArray("codebooks");
        foreach (var codebook in tallies.Codebook.Parts)
        {
            json.WriteStartObject();
            json.WriteString("id", codebook.Id);
            json.WriteString("version", codebook.Version);
            json.WriteString("sha256", codebook.Hash);
            json.WriteNumber("codes", codebook.Codes.Count);
            json.WriteNumber("rules", codebook.Rules.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDocuments(Utf8JsonWriter json, Tallies tallies)
    {
        json.WriteStartArray("documents");
        foreach (var document in tallies.Documents)
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("sha256", document.Facts.Hash);
            json.WriteString("format", document.Facts.Format);
            json.WriteString("layout", document.Facts.Layout);
            json.WriteString("encoding", document.Facts.Encoding);
            json.WriteBoolean("encoding_sure", document.Facts.EncodingIsSure);
            json.WriteNumber("segments", document.Counts.Segments);
            json.WriteNumber("codable", document.Counts.Codable);
            json.WriteNumber("coded", document.Counts.Coded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteByHand(Utf8JsonWriter json, Tallies tallies, RunFacts facts)
    {
        if (tallies.ByHand.Files is []) return;

        json.WriteStartArray("codings");
        foreach (var file in tallies.ByHand.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", facts.Named(new(file.Name)).File);
            json.WriteString("sha256", file.Hash);
            json.WriteNumber("rows", file.Codings.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("judged_by_people", tallies.Whole.Judged);
        WriteSamples(json, tallies, facts);
    }

    private static void WriteSamples(Utf8JsonWriter json, Tallies tallies, RunFacts facts)
    {
        if (tallies.ByHand.Samples is []) return;

        json.WriteStartArray("samples");
        foreach (var sample in tallies.ByHand.Samples)
        {
            json.WriteStartObject();
            json.WriteString("file", facts.Named(new(sample.Name)).File);
            json.WriteString("sha256", sample.Hash);
            json.WriteNumber("rows", sample.Rows.Count);
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
        WriteLines(json, "learned", model.Classifier.Codes.Where(code => code.Model is not null).Select(code => code.Code.Id));
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Tally whole)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("segments", whole.Segments);
        json.WriteNumber("codable", whole.Codable);
        json.WriteNumber("coded", whole.Coded);
        json.WriteNumber("words", whole.Words.InWords);
        json.WriteNumber("codable_words", whole.CodableWords.InWords);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }
}
