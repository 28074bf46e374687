namespace Spancoder;

/// <summary>Does work on several threads and gives the results in the order of the work, holding only a few at a time.</summary>
internal static class Ordered
{
    /// <param name="items">What to work on.</param>
    /// <param name="threads">How many at once; 1 or more.</param>
    /// <param name="makeWorker">Makes what one thread works with; called at most <paramref name="threads"/> times.</param>
    /// <param name="work">Called on any thread, with a worker that no other thread has at that time.</param>
    /// <returns>Lazy: work is begun a little ahead of where the results are read.</returns>
    public static IEnumerable<TResult> Select<TItem, TWorker, TResult>(
        IReadOnlyList<TItem> items, int threads, Func<TWorker> makeWorker, Func<TWorker, TItem, TResult> work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return threads == 1 ? OneByOne(items, makeWorker(), work) : Ahead(items, threads, makeWorker, work);
    }

    private static IEnumerable<TResult> OneByOne<TItem, TWorker, TResult>(IReadOnlyList<TItem> items, TWorker worker, Func<TWorker, TItem, TResult> work)
    {
        foreach (var item in items) yield return work(worker, item);
    }

    private static IEnumerable<TResult> Ahead<TItem, TWorker, TResult>(
        IReadOnlyList<TItem> items, int threads, Func<TWorker> makeWorker, Func<TWorker, TItem, TResult> work)
    {
        System.Collections.Concurrent.ConcurrentBag<TWorker> idle = [.. Enumerable.Range(0, threads).Select(_ => makeWorker())];
        using SemaphoreSlim places = new(threads);
        Queue<Task<TResult>> begun = new();
        foreach (var item in items)
        {
            begun.Enqueue(Task.Run(() => Do(item)));
            if (begun.Count > threads * 2) yield return begun.Dequeue().GetAwaiter().GetResult();
        }

        while (begun.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();

        TResult Do(TItem item)
        {
            places.Wait();
            idle.TryTake(out var worker);
            try
            {
                return work(worker!, item); // there are as many workers as places
            }
            finally
            {
                idle.Add(worker!);
                places.Release();
            }
        }
    }
}
