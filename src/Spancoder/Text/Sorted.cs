namespace Spancoder.Text;

/// <summary>Looks things up in what is in order, by halves.</summary>
internal static class Sorted
{
    /// <param name="items">In order of their keys.</param>
    /// <param name="key">Of an item.</param>
    /// <returns>The index of the first whose key is at least <paramref name="least"/>; their number where there is none.</returns>
    public static int FirstFrom<T>(ReadOnlySpan<T> items, Func<T, int> key, int least)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (key(items[middle]) < least) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <param name="items">In order of the text, not overlapping.</param>
    /// <param name="span">Of an item.</param>
    /// <returns>The index of the one that holds the position, or -1.</returns>
    public static int IndexAt<T>(IReadOnlyList<T> items, Func<T, TextSpan> span, int position)
    {
        var (low, high) = (0, items.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = span(items[middle]);
            if (position < found.Start) high = middle - 1;
            else if (position >= found.End) low = middle + 1;
            else return middle;
        }

        return -1;
    }
}
