namespace Spancoder.Learning;

/// <summary>Parts a set of documents into folds, so that no document is on both sides of a cut.</summary>
internal static class GroupedFolds
{
    /// <summary>The largest document first, each into the fold that holds least so far.</summary>
    /// <param name="sizes">Of each document how much there is to learn from it.</param>
    /// <param name="count">How many folds there should be; fewer where there are fewer documents.</param>
    /// <returns>By document: its fold, from 0.</returns>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyDictionary<string, int> sizes, int count)
    {
        var held = new int[Math.Min(count, sizes.Count)];
        Dictionary<string, int> folds = [];
        foreach (var (document, size) in sizes.OrderByDescending(document => document.Value).ThenBy(document => document.Key, StringComparer.Ordinal))
        {
            var fold = Array.IndexOf(held, held.Min());
            folds.Add(document, fold);
            held[fold] += size;
        }

        return folds;
    }
}
