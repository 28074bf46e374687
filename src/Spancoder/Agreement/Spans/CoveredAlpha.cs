namespace Spancoder.Agreement.Spans;

/// <summary>Agreement on a part of the text only, never to be shown without how large a part that is.</summary>
/// <param name="Alpha">1 is full agreement, 0 is what chance gives.</param>
/// <param name="Coverage">From 0 to 1.</param>
public sealed record CoveredAlpha(Figure Alpha, Figure Coverage);
