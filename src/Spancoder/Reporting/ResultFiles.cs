using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>Writes segments.csv, codings.csv and hits.jsonl, a document at a time. Their columns are described in docs/files.md.</summary>
internal sealed class ResultFiles : IDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CsvWriter _segments;
    private readonly CsvWriter _codings;
    private readonly Stream _hits;
    private readonly string _codebook;

    public ResultFiles(OutputFolder folder, string codebook)
    {
        _codebook = codebook;
        _segments = SegmentTable.Begin(folder.Create(ResultNames.Segments));
        _codings = CsvWriter.Create(folder.Create(ResultNames.Codings), Csv.Output, leaveOpen: true);
        _hits = folder.Create(ResultNames.Hits);
        WriteRow(_codings, "segment", "document", "start", "end", "code", "coder", "by", "score", "status", "negated", "reason", "quote", "codebook");
    }

    public void Add(CodedDocument coded)
    {
        var points = new CodePoints(coded.Segmented.Document.Text);
        SegmentTable.Add(_segments, coded.Segmented, points);
        foreach (var coding in coded.AllCodings) Add(coding, coded.Segmented.Document, points);
        foreach (var hit in coded.Hits) Add(hit, coded.Segmented.Document, points);
    }

    public void Dispose()
    {
        _segments.Dispose();
        _codings.Dispose();
    }

    private void Add(Coding coding, Document document, CodePoints points)
    {
        var rules = coding.Reason as Reason.ByRules;
        var hand = coding.Reason as Reason.ByHand;
        WriteRow(
            _codings,
            coding.Segment.Id,
            document.Id,
            Number(points.At(coding.Span.Start)),
            Number(points.At(coding.Span.End)),
            coding.Code,
            coding.Coder,
            hand is null ? "rules" : "hand",
            rules is null ? "" : Number(rules.Points),
            string.Join('|', coding.Status),
            coding.Negated is { } negated ? negated ? "true" : "false" : "",
            rules is null ? hand?.Comment ?? "" : ReasonText.Of(rules, vote => vote.Matched.In(document.Text).ToString()),
            coding.HasEvidence ? coding.Span.In(document.Text).ToString() : "",
            hand?.Codebook ?? _codebook);
    }

    private void Add(Rules.RuleHit hit, Document document, CodePoints points)
    {
        using (var json = new Utf8JsonWriter(_hits, Readable))
        {
            json.WriteStartObject();
            json.WriteString("document", document.Id);
            json.WriteString("segment", hit.Segment.Id);
            json.WriteString("rule", hit.Rule.Rule.Id);
            json.WriteString("rule_hash", "sha256:" + hit.Rule.Hash[..16]);
            json.WriteString("code", hit.Rule.Rule.Code);
            if (hit.Rule.Rule.Marks is { } marks) json.WriteString("marks", marks);
            json.WriteNumber("start", points.At(hit.Span.Start));
            json.WriteNumber("end", points.At(hit.Span.End));
            json.WriteNumber("line", document.Source.At(hit.Span.Start).Line);
            json.WriteString("text", hit.Span.In(document.Text));
            json.WriteStartArray("via");
            foreach (var via in hit.Via) json.WriteStringValue(via);
            json.WriteEndArray();
            json.WriteStartArray("parts");
            foreach (var part in hit.Parts) Write(json, null, part, points);
            json.WriteEndArray();
            json.WriteString("speaker", hit.Segment.Speaker?.Key ?? "");
            Write(json, "only_if", hit.OnlyIf, points);
            Write(json, "negated_by", hit.Negation, points);
            json.WriteString("strength", hit.Rule.Rule.Settings.Strength.ToString().ToLowerInvariant());
            json.WriteNumber("points", hit.Rule.Points);
            json.WriteEndObject();
        }

        _hits.WriteByte((byte)'\n');
    }

    // [start, end], or [] for nothing
    private static void Write(Utf8JsonWriter json, string? name, TextSpan? span, CodePoints points)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        if (span is { } found)
        {
            json.WriteNumberValue(points.At(found.Start));
            json.WriteNumberValue(points.At(found.End));
        }

        json.WriteEndArray();
    }

    private static void WriteRow(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.EndRecord();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
