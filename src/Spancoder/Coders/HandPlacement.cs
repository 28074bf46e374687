using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>Finds the segments of a document that people's rows are about, also where the text has moved since they were judged.</summary>
internal sealed class HandPlacement
{
    private static readonly Oddity MovedOn = new("segments have other numbers than when they were judged, and codings were moved to those that now have their text", "give the rows the new segments");
    private static readonly Oddity Edited = new("the text of segments has changed since they were judged, and codings stayed with those in which their quotes still stand", "look at them, and give the rows the new hashes");
    private static readonly Oddity Adrift = new("the passages that codings name do not stand in their segments, and the whole segments were taken", "look for the passages, and give the rows their start, end and quote");
    private static readonly Oddity JudgedAgain = new("codings of an earlier round were left out, since the same coder judged the segments again", null);

    private readonly SegmentedDocument _segmented;
    private readonly IReadOnlyList<string> _codes;
    private readonly CodePoints _points;
    private readonly Problems _problems = new();
    private readonly Dictionary<(string File, Oddity What), List<int>> _odd = [];

    private HandPlacement(SegmentedDocument segmented, IReadOnlyList<string> codes)
    {
        (_segmented, _codes) = (segmented, codes);
        _points = new(segmented.Document.Text);
    }

    private ILookup<string, Segment> ByHash => field ??= _segmented.Segments.ToLookup(segment => SegmentHash.Of(TextOf(segment)));

    /// <param name="rows">All of this document.</param>
    /// <param name="codes">In the order in which several of a segment are written.</param>
    public static JudgedDocument Of(IReadOnlyList<HandCoding> rows, SegmentedDocument segmented, IReadOnlyList<string> codes)
    {
        HandPlacement placement = new(segmented, codes);
        var found = placement.FindAll(rows);
        var draws = found.GroupBy(row => row.Segment.Number).ToDictionary(same => same.Key, same => Draw.Of(same.Select(row => row.Row.Draw))); // an earlier round may say it
        List<Coding> codings =
        [
            .. found.GroupBy(row => (row.Segment.Number, row.Row.Coder))
                .OrderBy(judged => judged.Key.Number).ThenBy(judged => judged.Key.Coder, StringComparer.Ordinal)
                .SelectMany(judged => placement.Judge([.. judged.Select(row => row.Row)], segmented.Segments[judged.Key.Number - 1]))
                .Select(coding => coding with { Draw = draws[coding.Segment.Number] }),
        ];
        return new(codings) { Problems = placement._problems.InOrder, Notices = [.. placement.NoticesInOrder] };
    }

    /// <summary>Where rows belong, each for itself, for those who carry them on and do not count them.</summary>
    /// <param name="rows">All of this document.</param>
    /// <returns>A row that belongs nowhere is missing, and the problems say why.</returns>
    public static (IReadOnlyList<PlacedCoding> Placed, IReadOnlyList<Problem> Problems) PlacesOf(IReadOnlyList<HandCoding> rows, SegmentedDocument segmented)
    {
        HandPlacement placement = new(segmented, []);
        List<PlacedCoding> placed = [.. placement.FindAll(rows).Select(row => new PlacedCoding(row.Row, row.Segment, placement.NamedIn(row.Segment, row.Row)))];
        return (placed, placement._problems.InOrder);
    }

    private List<(HandCoding Row, Segment Segment)> FindAll(IReadOnlyList<HandCoding> rows)
    {
        List<(HandCoding Row, Segment Segment)> found = [];
        foreach (var row in rows)
        {
            if (Find(row) is { } segment) found.Add((row, segment));
        }

        var lost = FindLost([.. found.Select(entry => entry.Row)]);
        found.RemoveAll(entry => lost.Contains(entry.Row));
        return found;
    }

    private IEnumerable<Notice> NoticesInOrder => _odd
        .Select(odd => new Notice(new(odd.Key.File, odd.Value.Min()), $"in {_segmented.Document.Id}, {odd.Key.What.Text} ({Lines(odd.Value)})", odd.Key.What.Mend))
        .OrderBy(notice => notice.Place).ThenBy(notice => notice.What, StringComparer.Ordinal);

    private static string Lines(List<int> lines) => (lines.Count == 1 ? "line " : "lines ") + Counted.Places([.. lines.Order()]);

    private Segment? Find(HandCoding row)
    {
        var found = row.Hash.Length > 0 ? FindByHash(row) : row.Quote.Length > 0 ? FindByQuote(row) : Named(row) ?? Unknown(row);
        if (found is null or { Codable: true }) return found;

        _problems.Add(row.Place, $"segment '{found.Id}' is {KindOf(found)}, which is never coded", "remove the row, or see with 'spancoder inspect' who is taken to be who");
        return null;
    }

    // Where a file's other rows have moved, a row with nothing to be found by would be given to whatever now has its number.
    private HashSet<HandCoding> FindLost(IReadOnlyList<HandCoding> rows)
    {
        HashSet<HandCoding> lost = [];
        foreach (var inFile in rows.Where(row => row is { Hash: "", Quote: "" } && _odd.ContainsKey((row.Place.File, MovedOn))).GroupBy(row => row.Place.File))
        {
            lost.UnionWith(inFile);
            _problems.Add(inFile.First().Place, $"in {_segmented.Document.Id}, segments have moved since they were judged, and rows without a hash or a quote cannot be found again ({Lines([.. inFile.Select(LineOf)])})",
                "look at the passages again, and give the rows their segments and hashes as segments.csv has them");
        }

        return lost;
    }

    private Segment? Named(HandCoding row) => _segmented.Segments.ElementAtOrDefault(row.Number - 1);

    private Segment? FindByHash(HandCoding row)
    {
        var named = Named(row);
        if (named is not null && SegmentHash.Of(TextOf(named)) == row.Hash) return named;
        if (ByHash[row.Hash].ToList() is var same && same is [var moved]) return Moved(row, moved);
        if (row.Quote.Length > 0) return FindByQuote(row);

        _problems.Add(row.Place, same is []
            ? $"the text of segment '{row.Segment}' is not the one that was judged (its hash is another), and no other segment has it"
            : $"the text of segment '{row.Segment}' is not the one that was judged (its hash is another), and {same.Count} others have it",
            "look at the passage again, and give the row its segment and hash as segments.csv has them");
        return null;
    }

    private Segment? FindByQuote(HandCoding row)
    {
        var named = Named(row);
        if (named is not null && Holds(named, row.Quote)) return row.Hash.Length > 0 ? Moved(row, named) : named;

        var others = _segmented.Segments.Where(segment => segment.Codable && Holds(segment, row.Quote)).ToList();
        if (others is [var moved]) return Moved(row, moved);

        _problems.Add(row.Place, $"its quote does not stand in segment '{row.Segment}', and {(others is [] ? "in no other" : $"in {others.Count} others")}",
            "look at the passage again, and give the row its segment as segments.csv has it");
        return null;
    }

    private Segment? Unknown(HandCoding row)
    {
        _problems.Add(row.Place, $"segment '{row.Segment}' is not in this corpus: its document has {Counted.Of(_segmented.Segments.Count, "segment")}", "run 'spancoder segment' again, or remove the row");
        return null;
    }

    private Segment Moved(HandCoding row, Segment to)
    {
        if (to.Number == row.Number) Note(row, Edited);
        else Note(row, MovedOn);
        return to;
    }

    // What a coder says of a segment is what they said of it in their last round.
    private IEnumerable<Coding> Judge(IReadOnlyList<HandCoding> rows, Segment segment)
    {
        var last = rows.Max(row => row.Round);
        foreach (var row in rows.Where(row => row.Round < last)) Note(row, JudgedAgain);

        Dictionary<string, HandCoding> given = [];
        foreach (var (row, code) in rows.Where(row => row.Round == last).SelectMany(row => row.Codes.Select(code => (row, code))))
        {
            if (!given.TryAdd(code, row)) _problems.Add(row.Place, $"the same coder gives this segment the same code on {Beside(given[code], row)}", "remove one");
        }

        foreach (var alone in new[] { Coding.Nothing, Coding.Unsure }.Where(code => given.Count > 1 && given.ContainsKey(code)))
        {
            var other = given.First(entry => entry.Key != alone).Value;
            _problems.Add(given[alone].Place, $"the same coder gives this segment {alone} and, on {Beside(other, given[alone])}, a code", "remove one; until then neither counts");
            return [];
        }

        return given.OrderBy(entry => _codes.Index().First(code => code.Item == entry.Key).Index).Select(entry => Make(entry.Key, entry.Value, segment));
    }

    private static string Beside(HandCoding first, HandCoding second) =>
        first.Place == second.Place ? "the same line" : first.Place.File == second.Place.File ? $"line {first.Place.Line}" : first.Place.ToString();

    private Coding Make(string code, HandCoding row, Segment segment)
    {
        Coding whole = new() { Segment = segment, Code = code, Span = segment.Span, Coder = row.Coder, Reason = row.Reason, Status = row.Status, Negated = row.Negated };
        return whole.HasEvidence && NamedIn(segment, row) is { } evidence ? whole with { Span = evidence } : whole;
    }

    // Null where a row names no passage, or one that does not stand in the segment.
    private TextSpan? NamedIn(Segment segment, HandCoding row)
    {
        var text = _segmented.Document.Text;
        if (row.Points is { } points && _points.At(text.Length) >= points.End)
        {
            TextSpan span = new(_points.PositionOf(points.Start), _points.PositionOf(points.End));
            if (segment.Span.Contains(span) && (row.Quote.Length == 0 || span.In(text).SequenceEqual(row.Quote))) return span;
        }

        var place = row.Quote.Length > 0 ? TextOf(segment).IndexOf(row.Quote, StringComparison.Ordinal) : -1;
        if (place >= 0) return new TextSpan(segment.Span.Start + place, segment.Span.Start + place + row.Quote.Length);
        if (row.Points is not null || row.Quote.Length > 0) Note(row, Adrift);
        return null;
    }

    private void Note(HandCoding row, Oddity what)
    {
        var key = (row.Place.File, what);
        if (!_odd.TryGetValue(key, out var lines)) _odd.Add(key, lines = []);
        if (!lines.Contains(LineOf(row))) lines.Add(LineOf(row));
    }

    private static int LineOf(HandCoding row) => row.Place.Line ?? 1;

    private ReadOnlySpan<char> TextOf(Segment segment) => segment.Span.In(_segmented.Document.Text);

    private bool Holds(Segment segment, string quote) => TextOf(segment).Contains(quote, StringComparison.Ordinal);

    private static string KindOf(Segment segment) => segment switch
    {
        { Layer: Layer.Memo } => "a memo",
        { Layer: Layer.Heading } => "a heading",
        { Layer: Layer.Event } => "an event",
        { Speaker.Role: Role.Interviewer } => "an interviewer's",
        _ => "a sign of listening",
    };

    /// <summary>What is said once for all rows of a file to which it happened.</summary>
    private sealed record Oddity(string Text, string? Mend);
}

/// <summary>A row of people's codings, and where it belongs in its document as that is now.</summary>
/// <param name="Evidence">The passage that the row names; null where it names none, or one that does not stand there.</param>
internal sealed record PlacedCoding(HandCoding Row, Segment Segment, TextSpan? Evidence);
