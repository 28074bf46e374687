using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Spancoder.Benchmarks;

/// <summary>Invented interviews that somebody coded: every utterance has some of twenty codes, and mostly says so by words of that code.</summary>
/// <remarks>
/// Documents of 200 to 400 turns, every fifth of them Chinese; three speakers, none of them twice in a row, so that every utterance is a segment. Codes stand at one utterance in four to one in fifty. Three in
/// four that have a code have one to three of its words; those occur elsewhere by chance; and one judgement in twenty that a code is there is missing. Another part is other documents of the same kind.
/// </remarks>
internal sealed class Lessons
{
    public const int Codes = 20;

    private const int WordsOfCode = 12;
    private const int FirstRank = 300; // of the words that codes have: rarer than those that everybody says
    private const int Folds = 5;

    private static readonly string[] Speakers = ["P1", "P2", "Anna Berg"];

    private readonly string[] _words = Corpus.MakeWords(new Random(Corpus.Seed));
    private readonly string[][] _english;
    private readonly string[][] _chinese;

    public Lessons()
    {
        Random random = new(Corpus.Seed + 2);
        _english = [.. Enumerable.Range(0, Codes).Select(code => Enumerable.Range(0, WordsOfCode).Select(word => _words[FirstRank + (word * Codes + code) * 4]).ToArray())];
        _chinese = [.. Enumerable.Range(0, Codes).Select(_ => Enumerable.Range(0, WordsOfCode).Select(_ => $"{(char)random.Next('\u5000', '\u7000')}{(char)random.Next('\u5000', '\u7000')}").ToArray())];
    }

    public static string CodeOf(int code) => string.Create(CultureInfo.InvariantCulture, $"C{code:00}");

    /// <param name="part">Which documents; the same part is the same every time.</param>
    public IEnumerable<Lesson> Make(int part)
    {
        Random random = new(Corpus.Seed + 3 + part);
        for (var document = 1; ; document++)
        {
            var isChinese = document % 5 == 0;
            var speaker = 0;
            for (var (number, turns) = (1, random.Next(200, 401)); number <= turns; number++)
            {
                speaker = (speaker + random.Next(1, Speakers.Length)) % Speakers.Length;
                List<int> there = [.. Enumerable.Range(0, Codes).Where(code => random.NextDouble() < 0.25 / (1 + 0.6 * code))];
                var text = isChinese ? Chinese(random, there) : English(random, there);
                List<int> given = [.. there.Where(_ => random.Next(20) != 0)];
                yield return new(string.Create(CultureInfo.InvariantCulture, $"d{part}-{document:D4}.txt"), number, Speakers[speaker], text, [.. given.Select(CodeOf)]);
            }
        }
    }

    private string English(Random random, List<int> codes)
    {
        StringBuilder text = new();
        Corpus.AppendSentences(text, random, _words, random.Next(1, 5));
        List<string> words = [.. text.ToString().Split(' ')];
        foreach (var word in Said(random, codes, _english)) words.Insert(random.Next(words.Count), word);
        return string.Join(' ', words);
    }

    private string Chinese(Random random, List<int> codes)
    {
        StringBuilder text = new();
        Corpus.AppendChinese(text, random, random.Next(1, 5));
        foreach (var word in Said(random, codes, _chinese)) text.Insert(random.Next(text.Length), word);
        return text.ToString();
    }

    private static IEnumerable<string> Said(Random random, List<int> codes, string[][] words) =>
        codes.Where(_ => random.Next(4) != 0).SelectMany(code => Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[code][random.Next(WordsOfCode)]));

    /// <summary>
    /// Writes the same lessons as a table of utterances (<c>utterances.csv</c>) and as a study of transcripts (<c>study</c>), with <c>codings.csv</c>, which fits both, <c>folds.csv</c> and two codebooks, one of them with a
    /// rule for each code.
    /// </summary>
    public void Write(string folder, int segments)
    {
        Directory.CreateDirectory(Path.Combine(folder, "study"));
        var lessons = Make(0).Take(segments).ToList();
        WriteRows(Path.Combine(folder, "utterances.csv"), "document,segment,speaker,text", lessons.Select(one => $"{one.Document},{one.Segment},{one.Speaker},\"{one.Text}\""));
        WriteRows(Path.Combine(folder, "codings.csv"), "segment,document,coder,code", lessons.SelectMany(one => one.Codes.DefaultIfEmpty(Coding.Nothing).Select(code => $"{one.Segment},{one.Document},ann,{code}")));
        WriteRows(Path.Combine(folder, "folds.csv"), "document,fold", lessons.Select(one => one.Document).Distinct().Index().Select(document => $"{document.Item},{document.Index % Folds + 1}"));
        foreach (var document in lessons.GroupBy(one => one.Document)) File.WriteAllText(Path.Combine(folder, "study", document.Key), string.Concat(document.Select(one => $"{one.Speaker}: {one.Text}\n\n")));
        WriteCodebook(Path.Combine(folder, "codebook"), withRules: false);
        WriteCodebook(Path.Combine(folder, "codebook-with-rules"), withRules: true);
    }

    /// <summary>Writes utterances of other documents, a line of JSON each.</summary>
    /// <returns>How many.</returns>
    public int WriteLines(string file, long bytes)
    {
        var (count, written) = (0, 0L);
        using StreamWriter lines = new(file);
        foreach (var one in Make(1).TakeWhile(_ => written < bytes))
        {
            var line = JsonSerializer.Serialize(new { document = one.Document, segment = one.Segment, speaker = one.Speaker, text = one.Text }, AsItIs);
            lines.Write(line + "\n");
            written += Encoding.UTF8.GetByteCount(line) + 1;
            count++;
        }

        return count;
    }

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void WriteCodebook(string folder, bool withRules)
    {
        Directory.CreateDirectory(folder);
        StringBuilder yaml = new("format: 1\nid: lessons\nversion: 1\ntitle: Lessons\ncodes:\n");
        for (var code = 0; code < Codes; code++) yaml.Append(CultureInfo.InvariantCulture, $"  - {{id: {CodeOf(code)}, name: {CodeOf(code)}, definition: Invented.}}\n");
        if (withRules) yaml.Append("rules:\n");
        for (var code = 0; withRules && code < Codes; code++)
        {
            var terms = _english[code].Take(4).Concat(_chinese[code].Take(4)).ToArray();
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{id: r{code:00}, code: {CodeOf(code)}, why: measured, find: [{string.Join(", ", terms)}], examples: {{match: [{terms[0]}], no-match: [x]}}}}\n");
        }

        File.WriteAllText(Path.Combine(folder, "codebook.yaml"), yaml.ToString());
    }

    private static void WriteRows(string file, string head, IEnumerable<string> rows) => File.WriteAllText(file, string.Concat(rows.Prepend(head).Select(row => row + "\n")));
}

/// <summary>An utterance and what somebody coded it with.</summary>
internal sealed record Lesson(string Document, int Number, string Speaker, string Text, IReadOnlyList<string> Codes)
{
    public string Segment => string.Create(CultureInfo.InvariantCulture, $"{Document}#{Number}");
}
