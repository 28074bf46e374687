using System.Globalization;
using System.Text;
using Spancoder.Codebooks;
using Spancoder.Rules;

namespace Spancoder.Benchmarks;

/// <summary>Terms as codebooks have them, drawn out of the generated corpus: single words, words with a star, phrases, Chinese. The same every time, a smaller set is the head of a larger one.</summary>
/// <remarks>
/// Of a thousand 462 are single words (every tenth with a capital), 165 begin words (<c>kiln*</c>), 191 are phrases of two or three words and 182 are Chinese, of two or three
/// characters. Words are drawn from the corpus's vocabulary, rare ones as readily as frequent ones; one single word in thirty, all phrases and all Chinese are taken from places in its
/// texts. So all of them have a name in a large corpus, and the largest set hits one token in four: far more than a real codebook.
/// </remarks>
internal sealed class TermSets
{
    private const int TermsInARule = 50;
    private const int LettersBeforeStar = 4;

    private readonly Random _random = new(Corpus.Seed + 1);
    private readonly string[] _words = Corpus.MakeWords(new Random(Corpus.Seed));
    private readonly string[] _english;
    private readonly string[] _chinese;

    /// <param name="texts">Of the corpus's first documents. The same texts give the same terms.</param>
    public TermSets(IEnumerable<string> texts)
    {
        var passages = texts.SelectMany(text => text.Split(['\n', '.', ',', '。', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        _english = [.. passages.Where(passage => char.IsAscii(passage[0]) && passage.Split(' ').Length > 3)];
        _chinese = [.. passages.Where(passage => !char.IsAscii(passage[0]) && passage.Length > 3)];
    }

    public IReadOnlyList<string> Draw(int count)
    {
        OrderedDictionary<string, bool> terms = [];
        while (terms.Count < count) terms.TryAdd(Draw(), true);
        return [.. terms.Keys];
    }

    private string Draw() => _random.Next(1_000) switch
    {
        < 15 => Phrase(1),
        < 462 => _random.Next(10) == 0 ? Capitalised(Word()) : Word(),
        < 462 + 165 => Word()[..LettersBeforeStar] + "*",
        < 462 + 165 + 191 => Phrase(_random.Next(2, 4)),
        _ => Chinese(),
    };

    private string Word()
    {
        var word = _words[_random.Next(_words.Length)];
        return word.Length >= LettersBeforeStar ? word : Word();
    }

    private string Phrase(int length)
    {
        var words = _english[_random.Next(_english.Length)].Split(' ');
        var first = _random.Next(words.Length - 3);
        return string.Join(' ', words.Skip(first).Take(length));
    }

    private string Chinese()
    {
        var passage = _chinese[_random.Next(_chinese.Length)];
        return passage.Substring(_random.Next(passage.Length - 3), _random.Next(2, 4));
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>The terms as rules, compiled: fifty terms a rule, all for one code.</summary>
    public static RuleSet Compile(IReadOnlyList<string> terms)
    {
        var yaml = new StringBuilder("format: 1\nid: benchmark\nversion: 1\ntitle: Benchmark\ncodes: [{id: a, name: A, definition: A.}]\nrules:\n");
        foreach (var (number, ofRule) in terms.Chunk(TermsInARule).Index())
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{id: r{number:D3}, code: a, why: measured, find: [{string.Join(", ", ofRule)}], examples: {{match: [x], no-match: [y]}}}}\n");
        }

        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "codebook.yaml"), yaml.ToString());
        Problems problems = new();
        var rules = RuleCompiler.Compile(CodebookReader.Read(folder.FullName, problems), problems);
        folder.Delete(recursive: true);
        problems.StopIfAny();
        return rules;
    }

    /// <summary>A file for programs that look for plain strings: the stars are taken off.</summary>
    public static string WritePlain(IReadOnlyList<string> terms, string folder)
    {
        var file = Path.Combine(folder, $"terms-{terms.Count}.txt");
        File.WriteAllLines(file, terms.Select(term => term.TrimEnd('*')));
        return file;
    }
}
