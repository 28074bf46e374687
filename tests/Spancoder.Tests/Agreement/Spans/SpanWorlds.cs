using Spancoder.Agreement.Spans;

namespace Spancoder.Tests.Agreement.Spans;

/// <summary>What a study is made of, before it is one, so that it can be shuffled, renamed and cut.</summary>
internal sealed record SpanWorld(IReadOnlyDictionary<string, int> Lengths, IReadOnlyList<(string Coder, string Document)> Given, IReadOnlyList<CodedSpan> Spans)
{
    public SpanStudy Study => new(Lengths, Given, Spans);

    public IReadOnlyList<string> Codes => [.. Spans.Select(span => span.Code).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Small studies, crowded enough that spans touch, overlap, fill whole documents, and are missing.</summary>
internal static class SpanWorlds
{
    private const int PerSeed = 40;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 10)];

    /// <param name="seed">The same worlds each time.</param>
    /// <param name="exclusive">Whether no coder gives the same characters two codes.</param>
    /// <param name="coders">How many; 2 to 4 where not said.</param>
    public static IEnumerable<SpanWorld> Of(int seed, bool exclusive, int? coders = null)
    {
        Random random = new(seed);
        for (var round = 0; round < PerSeed; round++)
        {
            string[] who = [.. Enumerable.Range(0, coders ?? random.Next(2, 5)).Select(i => $"coder{i}")];
            var lengths = Enumerable.Range(0, random.Next(1, 4)).ToDictionary(i => $"d{i}", _ => random.Next(8) == 0 ? 0 : random.Next(1, 30));
            List<(string, string)> given = [.. from coder in who from document in lengths.Keys where random.Next(6) > 0 select (coder, document)];
            given.AddRange(who.Where(coder => given.All(pair => pair.Item1 != coder)).Select(coder => (coder, "d0")));
            yield return new(lengths, given, [.. Spans(random, lengths, given, codes: random.Next(1, 4), exclusive)]);
        }
    }

    private static List<CodedSpan> Spans(Random random, Dictionary<string, int> lengths, List<(string Coder, string Document)> given, int codes, bool exclusive)
    {
        List<CodedSpan> spans = [];
        foreach (var (coder, document) in given.Where(pair => lengths[pair.Document] > 0))
        {
            for (var more = random.Next(8); more > 0; more--)
            {
                var start = random.Next(lengths[document]);
                CodedSpan span = new(document, coder, $"code{random.Next(codes)}", start, random.Next(start + 1, Math.Min(start + 12, lengths[document]) + 1));
                if (!exclusive || spans.All(other => !IsClash(span, other))) spans.Add(span);
            }
        }

        return spans;
    }

    private static bool IsClash(CodedSpan span, CodedSpan other) =>
        (span.Document, span.Coder) == (other.Document, other.Coder) && span.Code != other.Code && span.Start < other.End && other.Start < span.End;
}
