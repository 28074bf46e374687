using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting.Pages;
using Spancoder.Reporting.Sections;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>Writes segments.csv, codings.csv and hits.jsonl, a document at a time. Their columns are described in docs/files.md. The page's transcripts are gathered beside.</summary>
internal sealed class ResultFiles : IDisposable
{
    private const int EnoughToWrite = 1 << 16; // bytes

    private readonly CsvWriter _segments;
    private readonly CsvWriter _codings;
    private readonly Stream _hits;
    private readonly ArrayBufferWriter<byte> _lines = new(); // of hits; the writer of JSON would pass each on to the disk
    private readonly Utf8JsonWriter _json;
    private readonly Codebook _codebook;
    private readonly DocumentTable _documents;
    private readonly Transcripts _transcripts;

    /// <param name="attributes">Names of what is known of documents.</param>
    /// <param name="transcripts">Of the report's page.</param>
    public ResultFiles(OutputFolder folder, Codebook codebook, IReadOnlyList<string> attributes, Transcripts transcripts)
    {
        (_codebook, _transcripts) = (codebook, transcripts);
        _segments = SegmentTable.Begin(folder.Create(ResultNames.Segments));
        _codings = CsvWriter.Create(folder.Create(ResultNames.Codings), Csv.Output, leaveOpen: true);
        _hits = folder.Create(ResultNames.Hits);
        _documents = new(attributes);
        _json = new(_lines, Json.Output);
        Csv.WriteRow(_codings, [.. ResultSchemas.Codings.Fields.Select(field => field.Name)]);
        ResultSchemas.Segments.WriteBeside(folder, ResultNames.Segments);
        ResultSchemas.Codings.WriteBeside(folder, ResultNames.Codings);
    }

    public void Add(CodedDocument coded, CountedDocument counted)
    {
        var points = new CodePoints(coded.Segmented.Document.Text);
        SegmentTable.Add(_segments, coded.Segmented, points);
        foreach (var coding in coded.AllCodings) Add(coding, coded.Segmented.Document, points);
        foreach (var hit in coded.Hits) Add(hit, coded.Segmented.Document, points);
        WriteLines();
        _documents.Add(coded.Segmented);
        _transcripts.Add(counted);
    }

    /// <summary>Writes what shows only when all documents are there.</summary>
    public void Finish(OutputFolder folder) => _documents.Write(folder);

    public void Dispose()
    {
        _segments.Dispose();
        _codings.Dispose();
        _json.Dispose();
    }

    private void Add(Coding coding, Document document, CodePoints points)
    {
        var hand = coding.Reason as Reason.ByHand;
        Csv.WriteRow(
            _codings,
            coding.Segment.Id,
            document.Id,
            Number(points.At(coding.Span.Start)),
            Number(points.At(coding.Span.End)),
            coding.Code,
            coding.Coder,
            ReasonText.By(coding.Reason, coding.Coder),
            ReasonText.Score(coding.Reason),
            string.Join('|', coding.Status),
            coding.Negated is { } negated ? negated ? "true" : "false" : "",
            ReasonText.Of(coding.Reason, span => span.In(document.Text).ToString()),
            coding.HasEvidence ? coding.Span.In(document.Text).ToString() : "",
            hand?.Codebook ?? _codebook.ReferenceOf(coding.Code),
            coding.Draw is { } draw ? draw.IsRandom ? "true" : "false" : "",
            coding.Draw?.Probability?.ToString("0.################", CultureInfo.InvariantCulture) ?? "",
            coding.Draw is { Frame: var frame } ? Number(frame) : "");
    }

    private void Add(Rules.RuleHit hit, Document document, CodePoints points)
    {
        _json.WriteStartObject();
        _json.WriteString("document", document.Id);
        _json.WriteString("segment", hit.Segment.Id);
        _json.WriteString("rule", hit.Rule.Rule.Id);
        _json.WriteString("rule_hash", "sha256:" + hit.Rule.Hash[..16]);
        _json.WriteString("code", hit.Rule.Rule.Code);
        if (hit.Rule.Rule.Marks is { } marks) _json.WriteString("marks", marks);
        _json.WriteNumber("start", points.At(hit.Span.Start));
        _json.WriteNumber("end", points.At(hit.Span.End));
        _json.WriteNumber("line", document.Source.At(hit.Span.Start).Line);
        _json.WriteString("text", hit.Span.In(document.Text));
        _json.WriteStartArray("via");
        foreach (var via in hit.Via) _json.WriteStringValue(via);
        _json.WriteEndArray();
        _json.WriteStartArray("parts");
        foreach (var part in hit.Parts) WriteSpan(part, points);
        _json.WriteEndArray();
        _json.WriteString("speaker", hit.Segment.Speaker?.Key ?? "");
        _json.WritePropertyName("only_if");
        WriteSpan(hit.OnlyIf, points);
        _json.WritePropertyName("negated_by");
        WriteSpan(hit.Negation, points);
        _json.WriteString("strength", Names.Of(hit.Rule.Rule.Settings.Strength));
        _json.WriteNumber("points", hit.Rule.Points);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _lines.Write("\n"u8);
        if (_lines.WrittenCount > EnoughToWrite) WriteLines();
    }

    private void WriteLines()
    {
        _hits.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }

    // [start, end], or [] for nothing
    private void WriteSpan(TextSpan? span, CodePoints points)
    {
        _json.WriteStartArray();
        if (span is { } found)
        {
            _json.WriteNumberValue(points.At(found.Start));
            _json.WriteNumberValue(points.At(found.End));
        }

        _json.WriteEndArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
