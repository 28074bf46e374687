namespace Spancoder;

/// <summary>How far a pass over documents is. For whoever waits; nothing depends on it.</summary>
/// <param name="Number">How many are done: 0 where a pass begins.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Segments">In the last of those that are done; 0 where it could not be read, and where none are made.</param>
public readonly record struct PassProgress(int Number, int Of, int Segments);

/// <summary>Tells how far a pass is, while somebody takes its results.</summary>
internal static class PassTelling
{
    /// <param name="results">Of the documents, one each; or the documents, where they are worked on one by one.</param>
    /// <param name="progress">Null where nobody wants to know.</param>
    /// <returns>The same. A document is done when the next one is asked for.</returns>
    public static IEnumerable<T> Telling<T>(this IEnumerable<T> results, int of, IProgress<PassProgress>? progress, Func<T, int> segments)
    {
        var number = 0;
        progress?.Report(new(0, of, 0));
        foreach (var result in results)
        {
            yield return result;
            progress?.Report(new(++number, of, segments(result)));
        }
    }
}
