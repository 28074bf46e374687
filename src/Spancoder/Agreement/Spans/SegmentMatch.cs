namespace Spancoder.Agreement.Spans;

/// <summary>How many of two coders' spans of a code have a like in the other's, of the documents that both were given.</summary>
/// <remarks>
/// A span has a like where some span of the other coder has the same code, and (characters in both) / (characters in either) is at least the threshold. Each span of either coder
/// is looked at by itself, so one may be the like of several; with a threshold above 1/2 that cannot happen, and likes are pairs. A coder's spans that overlap are one span; spans
/// that only touch stay two. In the manner of programs that compare coded segments, which do not correct for chance. That MAXQDA divides by the characters in either is supposed, not known.
/// </remarks>
public sealed record SegmentMatch
{
    private const string Nowhere = "neither coder applied the code";

    /// <summary>The first coder's spans.</summary>
    public required int OfFirst { get; init; }

    /// <summary>How many of them have a like.</summary>
    public required int MatchedOfFirst { get; init; }

    /// <summary>The second coder's spans.</summary>
    public required int OfSecond { get; init; }

    /// <summary>How many of them have a like.</summary>
    public required int MatchedOfSecond { get; init; }

    public int Total => OfFirst + OfSecond;

    public int Matched => MatchedOfFirst + MatchedOfSecond;

    /// <summary>The share of the spans of both that have a like, from 0 to 1.</summary>
    public Figure PercentAgreement => Total == 0 ? Figure.Undefined(Nowhere) : Figure.Of((double)Matched / Total);

    /// <param name="study">What was marked.</param>
    /// <param name="code">Which code's spans.</param>
    /// <param name="threshold">Above 0, at most 1, such as 0.9: exactly that much is enough.</param>
    /// <exception cref="ArgumentException">The coders are one, or not of this study.</exception>
    public static SegmentMatch Of(SpanStudy study, string code, string firstCoder, string secondCoder, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);

        var (ofFirst, matchedOfFirst, ofSecond, matchedOfSecond) = (0, 0, 0, 0);
        foreach (var document in study.DocumentsOfAll(firstCoder, secondCoder))
        {
            var (first, second) = (RunsOf(firstCoder), RunsOf(secondCoder));
            List<Meeting> likes = [.. Run.Meetings(first, second).Where(meeting => Likeness(first[meeting.First], second[meeting.Second], meeting.Length) >= threshold)];
            (ofFirst, ofSecond) = (ofFirst + first.Length, ofSecond + second.Length);
            matchedOfFirst += likes.Select(like => like.First).Distinct().Count();
            matchedOfSecond += likes.Select(like => like.Second).Distinct().Count();

            Run[] RunsOf(string coder) => Run.Union(study.SpansOf(document, coder, code), joinTouching: false);
        }

        return new() { OfFirst = ofFirst, MatchedOfFirst = matchedOfFirst, OfSecond = ofSecond, MatchedOfSecond = matchedOfSecond };
    }

    // A quotient, not a product with the threshold: 63 / 70 is the same double as 0.9, but 0.9 * 70 need not be 63.
    private static double Likeness(Run first, Run second, int shared) => (double)shared / ((long)first.Length + second.Length - shared);
}
