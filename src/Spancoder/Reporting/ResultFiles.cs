using System.Buffers;
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
    private const int EnoughToWrite = 1 << 16; // bytes

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CsvWriter _segments;
    private readonly CsvWriter _codings;
    private readonly Stream _hits;
    private readonly ArrayBufferWriter<byte> _lines = new(); // of hits; the writer of JSON would pass each on to the disk
    private readonly Utf8JsonWriter _json;
    private readonly string _codebook;

    public ResultFiles(OutputFolder folder, string codebook)
    {
        _codebook = codebook;
        _segments = SegmentTable.Begin(folder.Create(ResultNames.Segments));
        _codings = CsvWriter.Create(folder.Create(ResultNames.Codings), Csv.Output, leaveOpen: true);
        _hits = folder.Create(ResultNames.Hits);
        _json = new(_lines, Readable);
        WriteRow(_codings, "segment", "document", "start", "end", "code", "coder", "by", "score", "status", "negated", "reason", "quote", "codebook");
    }

    public void Add(CodedDocument coded)
    {
        var points = new CodePoints(coded.Segmented.Document.Text);
        SegmentTable.Add(_segments, coded.Segmented, points);
        foreach (var coding in coded.Codings) Add(coding, coded.Segmented.Document, points);
        foreach (var hit in coded.Hits) Add(hit, coded.Segmented.Document, points);
        WriteLines();
    }

    public void Dispose()
    {
        _segments.Dispose();
        _codings.Dispose();
        _json.Dispose();
    }

    private void Add(Coding coding, Document document, CodePoints points)
    {
        var isNothing = coding.Code == Coding.Nothing;
        var rules = coding.Reason as Reason.ByRules;
        WriteRow(
            _codings,
            coding.Segment.Id,
            document.Id,
            Number(points.At(coding.Span.Start)),
            Number(points.At(coding.Span.End)),
            coding.Code,
            coding.Coder,
            "rules",
            rules is null ? "" : Number(rules.Points),
            "",
            "",
            rules is null ? "" : ReasonText.Of(rules, vote => vote.Matched.In(document.Text).ToString()),
            isNothing ? "" : coding.Span.In(document.Text).ToString(),
            _codebook);
    }

    private void Add(Rules.RuleHit hit, Document document, CodePoints points)
    {
        _json.WriteStartObject();
        _json.WriteString("document", document.Id);
        _json.WriteString("segment", hit.Segment.Id);
        _json.WriteString("rule", hit.Rule.Rule.Id);
        _json.WriteString("rule_hash", "sha256:" + hit.Rule.Hash[..16]);
        _json.WriteString("code", hit.Rule.Rule.Code);
        _json.WriteNumber("start", points.At(hit.Span.Start));
        _json.WriteNumber("end", points.At(hit.Span.End));
        _json.WriteNumber("line", document.Source.At(hit.Span.Start).Line);
        _json.WriteString("text", hit.Span.In(document.Text));
        _json.WriteString("via", hit.Via);
        _json.WriteStartArray("only_if");
        if (hit.OnlyIf is { } context)
        {
            _json.WriteNumberValue(points.At(context.Start));
            _json.WriteNumberValue(points.At(context.End));
        }

        _json.WriteEndArray();
        _json.WriteString("strength", Names.Of(hit.Rule.Rule.Strength));
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

    private static void WriteRow(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.EndRecord();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
