namespace Spancoder.Reporting.Sections;

/// <summary>A list of segments to code, as far as people judged them.</summary>
/// <param name="Frame">From how many segments its random ones were drawn: by this lists are told apart.</param>
/// <param name="Drawn">How many were drawn by chance, judged or not.</param>
/// <param name="Judged">How many of these are judged by somebody who can tell.</param>
/// <param name="Picked">How many that were picked for a reason are judged.</param>
internal sealed record DrawnList(int Frame, int Drawn, int Judged, int Picked)
{
    public static DrawnList Of(IGrouping<int, JudgedCounts> segments)
    {
        var random = segments.Where(segment => segment.Draw is { IsRandom: true }).ToList();
        var judged = random.Count(segment => segment.IsKnown);
        var drawn = (int)Math.Round((random.FirstOrDefault()?.Draw?.Probability ?? 0) * segments.Key); // the probability has four digits or more
        return new(segments.Key, Math.Max(drawn, random.Count), judged, segments.Count(segment => segment is { IsKnown: true, Draw.IsRandom: false }));
    }
}

/// <summary>Which of the segments that people judged are a simple random sample, and of what.</summary>
/// <remarks>
/// A list's frame are the codable segments that nobody had judged when it was drawn. Those of the list that were picked for a reason lie in the frame too: what people say of them is left out, and the machine's value stands for
/// them as for all that were not drawn. What had been judged before is known. Lists that follow each other are one sample of the first one's frame as long as nothing left the frame between them but by chance, that is up to the first list that has
/// picked segments also. Of all samples that there are in this way, the one with the most segments counts.
/// </remarks>
internal sealed class DrawnSample
{
    private readonly int _least;
    private readonly bool _knowsOthers;

    private DrawnSample(IReadOnlyList<DrawnList> chain, IReadOnlyList<DrawnList> lists, int codable, int judgedOtherwise)
    {
        (Lists, Frame, _least) = (chain, chain[0].Frame, chain[^1].Frame);
        (Drawn, Judged) = (chain.Sum(list => list.Drawn), chain.Sum(list => list.Judged));
        _knowsOthers = Frame != codable; // else all that was judged otherwise lies in the frame
        var known = lists.Where(list => list.Frame > Frame).Sum(list => list.Judged + list.Picked) + (_knowsOthers ? judgedOtherwise : 0);
        (Known, FrameNow) = (known, codable - known);
    }

    /// <summary>Those that are one sample; the first was drawn first.</summary>
    public IReadOnlyList<DrawnList> Lists { get; }

    /// <summary>Of how many segments it is a sample, as the lists say.</summary>
    public int Frame { get; }

    /// <summary>How many there are that were not judged before. Another number than <see cref="Frame"/> where documents or codings have changed since.</summary>
    public int FrameNow { get; }

    /// <summary>Segments that were judged before it was drawn.</summary>
    public int Known { get; }

    public int Drawn { get; }

    /// <summary>Those of the drawn that are judged by somebody who can tell.</summary>
    public int Judged { get; }

    /// <param name="lists">From the first that was drawn, which has the largest frame.</param>
    /// <param name="codable">How many segments there are now.</param>
    /// <param name="judgedOtherwise">How many of them are judged and lay in no list's frame.</param>
    /// <returns>Null where nothing was drawn by chance.</returns>
    public static DrawnSample? Of(IReadOnlyList<DrawnList> lists, int codable, int judgedOtherwise)
    {
        var best = Enumerable.Range(0, lists.Count).Select(first => ChainFrom(first, lists)).MaxBy(chain => chain.Sum(list => list.Judged)); // the first of equals
        return best is null || best.Sum(list => list.Drawn) == 0 ? null : new(best, lists, codable, judgedOtherwise);
    }

    /// <summary>Whether a segment that came onto a list in this way is one of the sample.</summary>
    public bool Holds(Draw? draw) => draw is { IsRandom: true } && draw.Frame <= Frame && draw.Frame >= _least;

    /// <summary>Whether a judged segment was judged before the sample was drawn.</summary>
    public bool WasKnown(Draw? draw) => draw is { IsOfFrame: true } ? draw.Frame > Frame : _knowsOthers || draw?.Frame > Frame;

    private static List<DrawnList> ChainFrom(int first, IReadOnlyList<DrawnList> lists)
    {
        List<DrawnList> chain = [lists[first]];
        for (var next = first + 1; next < lists.Count; next++)
        {
            var last = chain[^1];
            if (last.Picked > 0 || last.Frame - lists[next].Frame > last.Judged) break;
            chain.Add(lists[next]);
        }

        return chain;
    }
}
