using System.Text.Json;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>segments.csv, codings.csv and hits.jsonl side by side: all three are in reading order, so that a document is read from each and nothing is held.</summary>
internal sealed class ResultSegments : IDisposable
{
    private const string HowToMend = "write the results again with 'spancoder code'";

    private readonly ResultRows _segments;
    private readonly ResultRows _codings;
    private readonly StreamReader _hits;
    private readonly string _hitsFile;
    private bool _hasSegment, _hasCoding;
    private JsonElement? _hit;
    private int _hitLine;

    /// <exception cref="InputException">A file is not there, or is not what a run writes.</exception>
    public ResultSegments(string segments, string codings, string hits)
    {
        _segments = new(segments, "segment", "document", "layer", "codable", "start", "line", "speaker", "role", "language", "start_time", "words", "text");
        _codings = new(codings, "segment", "start", "end", "code", "coder", "by", "score", "status", "negated", "reason", "codebook", "random", "probability", "frame");
        _hitsFile = hits;
        try
        {
            _hits = new(hits);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(hits), "there is no such file of a run's results, or it cannot be read", HowToMend);
        }

        (_hasSegment, _hasCoding) = (_segments.Read(), _codings.Read());
        ReadHit();
    }

    /// <summary>Those of the document that comes next.</summary>
    public IReadOnlyList<ResultSegment> Of(string document)
    {
        List<ResultSegment> read = [];
        for (; _hasSegment && _segments["document"] == document; _hasSegment = _segments.Read()) read.Add(ReadSegment(read.Count + 1));
        return read;
    }

    /// <exception cref="InputException">There are rows that belong to nothing that was read: somebody changed the files, or their order.</exception>
    public void StopIfAnyLeft()
    {
        if (_hasSegment) throw _segments.Wrong("its document is not in documents.csv, or not in its order");
        if (_hasCoding) throw _codings.Wrong("its segment is not in segments.csv, or not in its order");
        if (_hit is not null) throw new InputException(new(_hitsFile, _hitLine), "its segment is not in segments.csv, or not in its order", HowToMend);
    }

    public void Dispose()
    {
        _segments.Dispose();
        _codings.Dispose();
        _hits.Dispose();
    }

    private ResultSegment ReadSegment(int number)
    {
        var (id, text, start) = (_segments["segment"], _segments["text"], _segments.Whole("start"));
        CodePoints points = new(text);
        return new()
        {
            Number = number,
            Id = id,
            Layer = _segments.OneOf<Layer>("layer"),
            Codable = _segments.YesOrNo("codable") == true,
            Start = start,
            Line = _segments.Whole("line"),
            Speaker = _segments["speaker"] is { Length: > 0 } speaker ? new(speaker, _segments.OneOf<Role>("role")) : null,
            Language = _segments["language"],
            StartTime = _segments["start_time"],
            Words = _segments.Number("words"),
            Text = text,
            Codings = CodingsOf(id, start, text, points),
            Hits = HitsOf(id, start, text, points),
        };
    }

    private List<ResultCoding> CodingsOf(string segment, int start, string text, CodePoints points)
    {
        List<ResultCoding> read = [];
        for (; _hasCoding && _codings["segment"] == segment; _hasCoding = _codings.Read())
        {
            read.Add(new(
                _codings["code"], _codings["coder"], _codings["by"], _codings["score"].Length > 0 ? _codings.Number("score") : null,
                SpanOf(_codings.Whole("start"), _codings.Whole("end"), start, text, points) ?? throw _codings.Wrong("it is no stretch of its segment"), _codings["reason"])
            {
                Status = _codings["status"].Split('|', StringSplitOptions.RemoveEmptyEntries),
                Negated = _codings.YesOrNo("negated"),
                Codebook = _codings["by"] == "hand" ? _codings["codebook"] : "",
                Draw = _codings.YesOrNo("random") is { } isRandom ? new(isRandom, _codings["probability"].Length > 0 ? _codings.Number("probability") : null, _codings.Whole("frame")) : null,
            });
        }

        return read;
    }

    private List<ResultHit> HitsOf(string segment, int start, string text, CodePoints points)
    {
        List<ResultHit> read = [];
        for (; _hit is { } hit && hit.GetProperty("segment").GetString() == segment; ReadHit())
        {
            // What begins in a segment may end in the next.
            var end = Math.Min(hit.GetProperty("end").GetInt32(), start + points.At(text.Length));
            var span = SpanOf(hit.GetProperty("start").GetInt32(), end, start, text, points) ?? throw NoHit();
            read.Add(new(hit.GetProperty("rule").GetString() ?? "", span, hit.GetProperty("negated_by").GetArrayLength() > 0));
        }

        return read;
    }

    // Files count code points of the document, from 0.
    private static TextSpan? SpanOf(int from, int to, int start, string text, CodePoints points) =>
        from >= start && to >= from && to - start <= points.At(text.Length) ? new(points.PositionOf(from - start), points.PositionOf(to - start)) : null;

    private void ReadHit()
    {
        _hit = null;
        if (_hits.ReadLine() is not { } line) return;

        _hitLine++;
        try
        {
            using var json = JsonDocument.Parse(line);
            _hit = json.RootElement.Clone();
            if (!HasAll(json.RootElement)) throw NoHit();
        }
        catch (JsonException)
        {
            throw NoHit();
        }
    }

    private static bool HasAll(JsonElement hit) =>
        hit.ValueKind == JsonValueKind.Object && hit.TryGetProperty("segment", out var segment) && segment.ValueKind == JsonValueKind.String && hit.TryGetProperty("rule", out var rule) && rule.ValueKind == JsonValueKind.String
        && hit.TryGetProperty("start", out var start) && start.TryGetInt32(out _) && hit.TryGetProperty("end", out var end) && end.TryGetInt32(out _) && hit.TryGetProperty("negated_by", out var by) && by.ValueKind == JsonValueKind.Array;

    private InputException NoHit() => new(new(_hitsFile, _hitLine), "this line is none that a run writes", HowToMend);
}
