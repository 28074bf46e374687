using Spancoder.Text;

namespace Spancoder.Learning;

/// <summary>Takes the features of a stretch of text as they are met.</summary>
internal interface IFeatureSink
{
    /// <param name="bucket">Its number among words, or among runs of characters.</param>
    /// <param name="span">The words that it comes from.</param>
    void AddWord(int bucket, TextSpan span);

    /// <inheritdoc cref="AddWord"/>
    void AddCharacters(int bucket, TextSpan span);
}

/// <summary>Walks over the tokens of a stretch of text and names its features.</summary>
/// <remarks>
/// Words, <c>?</c> and <c>!</c>, and pairs of them; of every word runs of one to five characters within its bounds; of Chinese, runs of one to four characters. Folded: case, accents and width do not count.
/// </remarks>
internal sealed class TextFeatures(WordFeatures words)
{
    private const int LongestChineseRun = 4;
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("?!？！");
    private static readonly ulong Question = WordFeatures.HashOf("?"), Exclamation = WordFeatures.HashOf("!");

    /// <param name="text">The document's.</param>
    /// <param name="stretch">Of it.</param>
    /// <param name="tokens">Those of the stretch.</param>
    public void Walk<TSink>(string text, TextSpan stretch, ReadOnlySpan<Token> tokens, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var hashes = words.Hashes;
        var runs = words.Runs;
        Pairs pairs = default;
        Span<(ulong Hash, int Start)> chinese = stackalloc (ulong, int)[LongestChineseRun]; // of the last characters, the latest first
        var (run, end) = (0, stretch.Start);
        foreach (var token in tokens)
        {
            if (token.Before == Gap.Break) AddMarks(text, end, token.Start, ref pairs, ref sink);
            var hash = hashes[token.Type];
            if (token.IsHan)
            {
                pairs.Break();
                run = token.Before == Gap.None ? Math.Min(run + 1, LongestChineseRun) : 1;
                AddChinese(hash, token, chinese[..run], ref sink);
            }
            else
            {
                run = 0;
                pairs.Add(hash, token.Span, ref sink);
                foreach (var bucket in runs[token.Type]) sink.AddCharacters(bucket, token.Span);
            }

            end = token.End;
        }

        AddMarks(text, end, stretch.End, ref pairs, ref sink);
    }

    // The runs that end with this character.
    private static void AddChinese<TSink>(ulong character, Token token, Span<(ulong Hash, int Start)> run, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var length = run.Length; length > 1; length--) run[length - 1] = (WordFeatures.Pair(run[length - 2].Hash, character), run[length - 2].Start);
        run[0] = (character, token.Start);
        foreach (var (hash, start) in run) sink.AddCharacters(WordFeatures.BucketOf(hash), new(start, token.End));
    }

    private static void AddMarks<TSink>(string text, int from, int to, ref Pairs pairs, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var at = from; at < to && text.AsSpan(at, to - at).IndexOfAny(Marks) is var next and >= 0; at += next + 1)
        {
            var mark = at + next;
            pairs.Add(text[mark] is '?' or '？' ? Question : Exclamation, new(mark, mark + 1), ref sink);
        }
    }

    /// <summary>The word before, to make pairs with.</summary>
    private struct Pairs
    {
        private ulong _hash;
        private int _start;
        private bool _isThere;

        public void Add<TSink>(ulong hash, TextSpan span, ref TSink sink)
            where TSink : struct, IFeatureSink
        {
            sink.AddWord(WordFeatures.BucketOf(hash), span);
            if (_isThere) sink.AddWord(WordFeatures.BucketOf(WordFeatures.Pair(_hash, hash)), new(_start, span.End));
            (_hash, _start, _isThere) = (hash, span.Start, true);
        }

        public void Break() => _isThere = false;
    }
}
