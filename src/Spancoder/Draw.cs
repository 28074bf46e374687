namespace Spancoder;

/// <summary>How a segment came onto a list of segments to code: what tells whether it may be counted as one of a random sample.</summary>
/// <param name="IsRandom">Drawn by chance; else it was picked for a reason.</param>
/// <param name="Probability">With which each segment of the frame was drawn; null where it was picked, and 0 where it could not have been drawn, since it was judged already.</param>
/// <param name="Frame">From how many segments the random ones of the list were drawn: the codable ones that nobody had judged then.</param>
public sealed record Draw(bool IsRandom, double? Probability, int Frame)
{
    /// <summary>Whether it lay in the frame from which was drawn.</summary>
    public bool IsOfFrame => Probability != 0;

    /// <summary>Of several lists that have a segment the one that tells: on which it was drawn by chance, else the first that was made. That it was looked at again, for a reason, does not take it out of the sample.</summary>
    /// <returns>Null where it was on none.</returns>
    internal static Draw? Of(IEnumerable<Draw?> draws) => draws.OfType<Draw>().OrderByDescending(draw => draw.IsRandom).ThenByDescending(draw => draw.Frame).FirstOrDefault();
}
