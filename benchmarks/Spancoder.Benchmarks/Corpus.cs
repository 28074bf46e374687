using System.Text;

namespace Spancoder.Benchmarks;

/// <summary>Writes a corpus of invented transcripts, three English ones to a Chinese one, the same bytes every time.</summary>
/// <remarks>
/// Words are made of syllables and drawn by Zipf's law (rank 1 to 80,000), which gives a heavier tail than real speech: a hard case
/// for a vocabulary. One word in thirty is drawn from the shipped lists' kind of words (places, selling, making), so that rules are busy.
/// </remarks>
internal static class Corpus
{
    public const int Seed = 20_260_101;

    private const int Types = 80_000;
    private const int BytesPerDocument = 45_000;

    private static readonly string[] Busy =
    [
        "abroad", "Paris", "gallery", "sold", "kiln", "workshop", "designer", "glaze", "market", "fair", "booth", "visitors", "Tokyo", "drawing", "recipe", "customers", "taught", "film",
    ];

    private static readonly string[] BusyChinese = ["国外", "上海", "画廊", "卖", "窑", "工作坊", "设计师", "釉", "市场", "展会", "摊位", "日本", "图纸", "配方", "客户", "教", "纪录片"];

    public static void Write(string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(Seed);
        var words = MakeWords(random);
        for (var (number, written) = (1, 0L); written < bytes; number++)
        {
            var text = number % 4 == 0 ? ChineseTranscript(random) : EnglishTranscript(random, words);
            var content = Encoding.UTF8.GetBytes(text);
            File.WriteAllBytes(Path.Combine(folder, $"t{number:D5}.txt"), content);
            written += content.Length;
        }
    }

    public static string[] MakeWords(Random random) => [.. Enumerable.Range(0, Types).Select(_ => MakeWord(random))];

    private static string EnglishTranscript(Random random, string[] words)
    {
        var text = new StringBuilder("Date: 2018-03-05\nPlace: Bergen\n\n");
        while (text.Length < BytesPerDocument)
        {
            text.Append("Interviewer: ");
            AppendSentences(text, random, words, 1);
            text.Append("\n\nP1: ");
            AppendSentences(text, random, words, random.Next(1, 14));
            text.Append("\n\n");
        }

        return text.ToString();
    }

    public static void AppendSentences(StringBuilder text, Random random, string[] words, int count)
    {
        for (var sentence = 0; sentence < count; sentence++)
        {
            var length = random.Next(4, 24);
            for (var index = 0; index < length; index++)
            {
                var word = random.Next(30) == 0 ? Busy[random.Next(Busy.Length)] : words[Zipf(random)];
                text.Append(index == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
                text.Append(index == length - 1 ? ". " : random.Next(9) == 0 ? ", " : " ");
            }
        }

        text.Length--;
    }

    private static string ChineseTranscript(Random random)
    {
        var text = new StringBuilder("访谈时间：2018-03-05\n地点：景德镇\n\n");
        while (text.Length < BytesPerDocument / 3)
        {
            text.Append("访谈者：");
            AppendChinese(text, random, 1);
            text.Append("\n受访者：");
            AppendChinese(text, random, random.Next(1, 10));
            text.Append('\n');
        }

        return text.ToString();
    }

    public static void AppendChinese(StringBuilder text, Random random, int count)
    {
        for (var sentence = 0; sentence < count; sentence++)
        {
            for (var length = random.Next(6, 30); length > 0; length--)
            {
                if (random.Next(30) == 0) text.Append(BusyChinese[random.Next(BusyChinese.Length)]);
                else text.Append((char)('\u4E00' + (int)(3_000 * Math.Pow(random.NextDouble(), 3))));
                if (random.Next(11) == 0) text.Append('，');
            }

            text.Append('。');
        }
    }

    private static int Zipf(Random random) => (int)Math.Exp(random.NextDouble() * Math.Log(Types)) - 1;

    private static string MakeWord(Random random)
    {
        const string Consonants = "bdfghjklmnprstvwz";
        const string Vowels = "aeiou";
        var word = new StringBuilder();
        for (var syllables = 1 + (int)(4 * Math.Pow(random.NextDouble(), 1.5)); syllables > 0; syllables--)
        {
            word.Append(Consonants[random.Next(Consonants.Length)]).Append(Vowels[random.Next(Vowels.Length)]);
            if (random.Next(3) == 0) word.Append(Consonants[random.Next(Consonants.Length)]);
        }

        return word.ToString();
    }
}
