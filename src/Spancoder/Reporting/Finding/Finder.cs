using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>Finds places in documents, one document at a time, whether they were coded just now or are read from the results of a run.</summary>
/// <remarks>
/// Where words are asked for, every place where they stand is found, in segments that fulfil all else. Else it is the evidence of the codings that are asked for, or, where
/// none are, whole segments. Which codings count is as in the report: people's where anybody judged the segment, else the machine's. Where a coder or a kind of coder is
/// asked for, only theirs.
/// </remarks>
internal sealed class Finder(FindQuery query)
{
    private readonly WordSearch? _words = query.Words is { } words ? new(words) : null;

    /// <returns>In reading order.</returns>
    public List<Found> In(ResultDocument document)
    {
        if (!query.Fits(document)) return [];

        List<(ResultSegment Segment, IReadOnlyList<ResultCoding> Codings)> fitting = [];
        foreach (var segment in document.Segments.Where(query.Fits))
        {
            List<ResultCoding> codings = [.. CodingsOf(segment).Where(query.Fits)];
            if (!query.IsAboutCodings || codings.Count > 0) fitting.Add((segment, codings));
        }

        if (_words is not null)
        {
            var words = _words.Find([.. fitting.Select(pair => pair.Segment)], document.Language);
            return [.. words.Select(word => Of(fitting[word.Segment].Segment, word.Span, CodingsOf(fitting[word.Segment].Segment).Where(coding => coding.HasEvidence)) with { Term = word.Term })];
        }

        return query.IsAboutCodings
            ? [.. fitting.SelectMany(pair => pair.Codings.GroupBy(coding => coding.Span).OrderBy(same => same.Key.Start).ThenByDescending(same => same.Key.End).Select(same => Of(pair.Segment, same.Key, same)))]
            : [.. fitting.Select(pair => Of(pair.Segment, new(0, pair.Segment.Text.Length), pair.Codings))];
    }

    private static Found Of(ResultSegment segment, TextSpan span, IEnumerable<ResultCoding> codings)
    {
        List<ResultCoding> all = [.. codings];
        return new(segment, span) { Codes = [.. all.Select(coding => coding.Code).Distinct()], Coders = [.. all.Select(coding => coding.Coder).Distinct()] };
    }

    // Somebody who cannot tell has not judged, and says so beside what the machine says.
    private IEnumerable<ResultCoding> CodingsOf(ResultSegment segment)
    {
        if (query.Coders.Count + query.By.Count > 0) return segment.Codings;

        var isJudged = segment.Codings.Any(coding => coding.IsByHand && coding.Code != Coding.Unsure);
        return segment.Codings.Where(coding => coding.Code == Coding.Unsure || coding.IsByHand == isJudged);
    }
}
