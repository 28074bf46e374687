using System.Text;

namespace Spancoder.Benchmarks;

/// <summary>One utterance of the transcript that is written in every format.</summary>
internal sealed record Utterance(string Speaker, TimeSpan Start, TimeSpan End, string Words);

/// <summary>An invented interview: an interviewer and three participants, forty words an utterance on average, the same every time.</summary>
internal static class Transcript
{
    private static readonly string[] Participants = ["P1", "P2", "Anna Berg"];

    /// <param name="bytes">Of words, in UTF-8; a little more is made.</param>
    public static IReadOnlyList<Utterance> Make(long bytes)
    {
        var random = new Random(Corpus.Seed);
        var words = Corpus.MakeWords(random);
        List<Utterance> utterances = [];
        var (made, time) = (0L, TimeSpan.Zero);
        while (made < bytes)
        {
            var isQuestion = utterances.Count % 2 == 0;
            var text = new StringBuilder();
            Corpus.AppendSentences(text, random, words, isQuestion ? 1 : random.Next(1, 10));
            var end = time + TimeSpan.FromMilliseconds(text.Length * 60);
            utterances.Add(new(isQuestion ? "Interviewer" : Participants[random.Next(Participants.Length)], time, end, text.ToString()));
            (made, time) = (made + text.Length, end);
        }

        return utterances;
    }

    /// <summary>As programs cut an interview that they heard: a sentence each.</summary>
    public static IEnumerable<Utterance> Cut(IEnumerable<Utterance> utterances)
    {
        foreach (var whole in utterances)
        {
            var (start, perCharacter) = (whole.Start, (whole.End - whole.Start) / whole.Words.Length);
            foreach (var sentence in whole.Words.Split(". ").Select(words => words.TrimEnd('.') + "."))
            {
                var end = start + perCharacter * sentence.Length;
                yield return whole with { Start = start, End = end, Words = sentence };
                start = end;
            }
        }
    }
}
