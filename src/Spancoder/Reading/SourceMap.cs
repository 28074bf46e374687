namespace Spancoder.Reading;

/// <summary>From a position in the text back to the original.</summary>
/// <param name="Pieces">One for each line, cue or row that has words, in order of <see cref="Piece.Start"/>; the first starts at 0.</param>
public sealed record SourceMap(IReadOnlyList<SourceMap.Piece> Pieces)
{
    /// <param name="Start">Position in the text, UTF-16.</param>
    /// <param name="BeginsUnit">False for a wrapped line.</param>
    /// <param name="Line">In the original: line, paragraph, cue or row, 1-based.</param>
    public readonly record struct Piece(int Start, bool BeginsUnit, int Line, TimeSpan? StartTime, TimeSpan? EndTime);

    /// <summary>The piece that holds <paramref name="position"/>.</summary>
    public Piece At(int position)
    {
        var (low, high) = (0, Pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Pieces[middle].Start <= position) low = middle;
            else high = middle - 1;
        }

        return Pieces[low];
    }
}
