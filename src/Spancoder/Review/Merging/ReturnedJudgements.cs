using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Merging;

/// <summary>What one returned file judges, held against the study: its segments, their texts, and the codebook.</summary>
internal sealed class ReturnedJudgements
{
    private readonly ReturnedFile _file;
    private readonly Codebook _codebook;
    private readonly bool _reAnchor;
    private readonly Problems _problems;
    private readonly List<Notice> _notices;
    private readonly List<(int Number, MergedRow Row)> _rows = [];
    private readonly List<string> _moved = [];
    private readonly List<(MergedRow Row, Problem Why)> _lost = [];

    private ReturnedJudgements(ReturnedFile file, Codebook codebook, bool reAnchor, Problems problems)
    {
        (_file, _codebook, _reAnchor, _problems, _notices) = (file, codebook, reAnchor, problems, [.. file.Notices]);
    }

    /// <summary>In order of the file.</summary>
    public IReadOnlyList<MergedJudgement> Judgements { get; private set; } = [];

    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>A line for each row that went to another segment, or stayed with one whose text has changed.</summary>
    public IReadOnlyList<string> Moved => _moved;

    /// <summary>Rows whose segment nobody can tell.</summary>
    public IReadOnlyList<(MergedRow Row, Problem Why)> Lost => _lost;

    /// <param name="documents">All of the study, by id.</param>
    /// <param name="reAnchor">Rows whose texts have changed are moved or lost; else they are problems.</param>
    /// <param name="problems">What does not fit.</param>
    public static ReturnedJudgements Of(ReturnedFile file, Codebook codebook, IReadOnlyDictionary<string, SegmentedDocument> documents, bool reAnchor, Problems problems)
    {
        ReturnedJudgements judgements = new(file, codebook, reAnchor, problems);
        judgements.LookForOtherCodebooks();
        judgements.LookForOtherStudies(documents);
        foreach (var ofDocument in file.Rows.GroupBy(row => row.Coding.Document))
        {
            if (documents.TryGetValue(ofDocument.Key, out var segmented)) judgements.Place([.. ofDocument], segmented);
            else judgements._rows.AddRange(ofDocument.SelectMany(row => MergedRow.Of(row).Select(merged => (row.Coding.Number, merged))));
        }

        // Two segments that have become one are two judgements of it, of which a coder may have meant both or neither.
        judgements.Judgements = [.. judgements._rows.GroupBy(row => (row.Number, row.Row.Key)).Select(rows => judgements.Judge(rows.Key.Key, rows.Select(row => row.Row)))];
        return judgements;
    }

    private void LookForOtherCodebooks()
    {
        foreach (var rows in _file.Rows.Where(row => row.Coding.Reason.Codebook is { Length: > 0 } named && named != _codebook.Reference).GroupBy(row => row.Coding.Reason.Codebook))
        {
            _notices.Add(new(rows.First().Coding.Place, $"{Counted.Of(rows.Count(), "row")} of it {(rows.Count() == 1 ? "was" : "were")} coded with {rows.Key}, and the codebook is {_codebook.Reference}",
                "see with 'spancoder codebook diff' whether a code means something else now"));
        }
    }

    private void LookForOtherStudies(IReadOnlyDictionary<string, SegmentedDocument> documents)
    {
        var elsewhere = _file.Rows.Where(row => !documents.ContainsKey(row.Coding.Document)).ToList();
        if (elsewhere is []) return;

        if (elsewhere.Count == _file.Rows.Count) _problems.Add(elsewhere[0].Coding.Place, "no row of it is about a document of this study", "give --study and --root as when it was handed out, or leave the file out");
        else _notices.Add(new(elsewhere[0].Coding.Place, $"documents that this study does not have are judged in {Counted.Of(elsewhere.Count, "row")} of it, which were carried over as they are ({Lines(elsewhere)})"));
    }

    private void Place(IReadOnlyList<ReturnedRow> rows, SegmentedDocument segmented)
    {
        var text = segmented.Document.Text;
        var changed = rows.Where(row => HasChanged(row.Coding, segmented)).ToHashSet();
        if (changed.Count > 0 && !_reAnchor)
        {
            _problems.Add(changed.First().Coding.Place, $"in {segmented.Document.Id}, segments do not have the text that was judged ({Lines([.. changed])})",
                "give --study the transcripts as they were, or let --re-anchor move the codings to where their texts and quotes are now");
            rows = [.. rows.Where(row => !changed.Contains(row))];
        }

        var (found, wrong) = HandPlacement.PlacesOf([.. rows.Select(row => row.Coding)], segmented);
        var placed = found.ToDictionary(row => row.Row);
        CodePoints points = new(text);
        List<ReturnedRow> adrift = [];
        foreach (var row in rows)
        {
            if (!placed.TryGetValue(row.Coding, out var place))
            {
                _lost.AddRange(MergedRow.Of(row).Select(merged => (merged, wrong.FirstOrDefault(problem => problem.Place == row.Coding.Place) ?? wrong[0]))); // one stands for all that cannot be found again
                continue;
            }

            _rows.AddRange(MergedRow.Of(row, place, text, points).Select(merged => (row.Coding.Number, merged)));
            if (row.Coding.Quote.Length > 0 && place.Evidence is null) adrift.Add(row);
            if (changed.Contains(row)) _moved.Add(Tell(row.Coding, place.Segment, SegmentHash.Of(place.Segment.Span.In(text))));
        }

        if (!_reAnchor) _problems.Add(wrong);
        if (adrift is not []) _notices.Add(new(adrift[0].Coding.Place, $"in {segmented.Document.Id}, quotes do not stand in their segments, and count as none ({Lines(adrift)})", "copy them from the text"));
    }

    private static string Tell(HandCoding row, Segment now, string hash)
    {
        var way = now.Number == row.Number ? $"stays with {now.Id}" : $"from {row.Segment} to {now.Id}";
        return $"{row.Place}: {way}{(row.Hash.Length > 0 && row.Hash != hash ? ", whose text has changed but for the quote" : "")}";
    }

    private static bool HasChanged(HandCoding row, SegmentedDocument segmented)
    {
        if (segmented.Segments.ElementAtOrDefault(row.Number - 1) is not { } named) return row.Hash.Length > 0 || row.Quote.Length > 0;

        var text = named.Span.In(segmented.Document.Text);
        return row.Hash.Length > 0 ? SegmentHash.Of(text) != row.Hash : !text.Contains(row.Quote, StringComparison.Ordinal);
    }

    private MergedJudgement Judge(JudgementKey key, IEnumerable<MergedRow> rows)
    {
        List<MergedRow> judged = [];
        foreach (var row in rows)
        {
            var same = judged.FindIndex(other => other.Code == row.Code);
            if (same < 0) judged.Add(row);
            else if (judged[same].JoinedWith(row) is { } joined) judged[same] = joined;
            else _problems.Add(row.Place, $"the same coder gives this segment the same code on line {judged[same].Place.Line}, with something else beside it", "remove one");
        }

        foreach (var alone in judged.Where(row => judged.Count > 1 && row.Code is Coding.Nothing or Coding.Unsure))
        {
            _problems.Add(alone.Place, $"the same coder gives this segment {alone.Code} and, on line {judged.First(row => row.Code != alone.Code).Place.Line}, a code", "remove one");
        }

        return new(key, [.. judged.OrderBy(row => PositionOf(row.Code))]);
    }

    // Reserved codes come last.
    private int PositionOf(string code)
    {
        var place = _codebook.Codes.TakeWhile(known => known.Id != code).Count();
        return place < _codebook.Codes.Count ? place : place + Coding.Reserved.TakeWhile(reserved => reserved != code).Count();
    }

    private static string Lines(List<ReturnedRow> rows) =>
        (rows.Count == 1 ? "line " : "lines ") + Counted.Places([.. rows.Select(row => row.Coding.Place.Line ?? 1).Order()]);
}
