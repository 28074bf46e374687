namespace Spancoder;

/// <summary>How a segment came onto a list of segments to code: what tells whether it may be counted as one of a random sample.</summary>
/// <param name="IsRandom">Drawn by chance; else it was picked for a reason.</param>
/// <param name="Probability">With which each segment of the frame was drawn; null where it was not drawn by chance.</param>
/// <param name="Frame">From how many segments the random ones of the list were drawn: the codable ones that nobody had judged then.</param>
public sealed record Draw(bool IsRandom, double? Probability, int Frame);
