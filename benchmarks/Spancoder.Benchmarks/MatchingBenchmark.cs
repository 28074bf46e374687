using System.Globalization;
using System.Text;
using Spancoder.Reading;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Benchmarks;

/// <summary>How fast words are cut and terms are found, beside programs that count words or look for strings in the same bytes in the same run.</summary>
/// <remarks>
/// One thread, seconds of the processor (collecting garbage too), and of the rounds the best: every round measures everything once, so that what disturbs one disturbs all.
/// Documents are read and cut into segments before. Every measurement starts with an empty vocabulary, as a run of the program does.
/// </remarks>
internal sealed class MatchingBenchmark
{
    private const int DocumentsThatGiveTerms = 200;
    private const int SecondsOfOneMeasurement = 10; // what takes longer is not measured again

    private static readonly int[] Sizes = [50, 500, 5_000];

    private readonly List<Prepared> _documents = [];
    private readonly Dictionary<int, RuleSet> _rules = [];
    private readonly Dictionary<int, string> _plainTerms = [];
    private readonly Dictionary<(string Row, int Size), PeerResult> _best = [];
    private readonly string _text;
    private readonly string _peers;
    private readonly double _megabytes;

    /// <param name="folder">Where the corpus and the terms are written.</param>
    /// <param name="peers">The script that asks the other programs.</param>
    public MatchingBenchmark(double megabytes, string folder, string peers)
    {
        _peers = peers;
        _text = Path.Combine(folder, "corpus.txt");
        Corpus.Write(Path.Combine(folder, "corpus"), (long)(megabytes * 1_000_000));
        using (var joined = File.Create(_text))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "corpus")).Order(StringComparer.Ordinal))
            {
                _documents.Add(Prepared.Of(file));
                joined.Write(_documents[^1].Bytes);
                joined.WriteByte((byte)'\n');
            }
        }

        _megabytes = _documents.Sum(document => document.Bytes.Length) / 1e6;
        var terms = new TermSets(_documents.Take(DocumentsThatGiveTerms).Select(document => document.Text)).Draw(Sizes[^1]);
        foreach (var size in Sizes)
        {
            _rules[size] = TermSets.Compile([.. terms.Take(size)]);
            _plainTerms[size] = TermSets.WritePlain([.. terms.Take(size)], folder);
        }
    }

    public void Run(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var row in Rows)
            {
                foreach (var size in row.SeesTerms ? Sizes : Sizes[..1]) Measure(row, size);
            }
        }

        Print();
    }

    private void Measure(Row row, int size)
    {
        var best = _best.GetValueOrDefault((row.Name, size));
        if (best?.Seconds > SecondsOfOneMeasurement || row.Measure(this, size) is not { } result) return;
        if (best is null || result.Seconds < best.Seconds) _best[(row.Name, size)] = result;
    }

    private static readonly Row[] Rows =
    [
        new("`wc -w`", false, (all, _) => Peers.Ask(all._peers, "wc -w", all._text)),
        new("words", false, (all, _) => all.ReadWords()),
        new("words, hits and spans", true, (all, size) => all.FindTerms(size, decodes: false)),
        new("the same, with decoding", true, (all, size) => all.FindTerms(size, decodes: true)),
        new("the same, judged by rules", true, (all, size) => all.Find(size)),
        new("`grep -o -i -F`", true, (all, size) => Peers.Ask(all._peers, "grep -o", all._text, all._plainTerms[size])),
        new("`rg -o -i -F`", true, (all, size) => Peers.Ask(all._peers, "rg -o", all._text, all._plainTerms[size])),
    ];

    private PeerResult ReadWords() => Measure(() =>
    {
        Tokenizer tokenizer = new();
        var words = 0L;
        foreach (var document in _documents) words += tokenizer.Read(document.Text).Length;
        return words;
    });

    private PeerResult FindTerms(int size, bool decodes) => Measure(() =>
    {
        Tokenizer tokenizer = new();
        PhraseFinder finder = new(_rules[size], tokenizer.Vocabulary);
        var hits = 0L;
        foreach (var document in _documents)
        {
            finder.Find(tokenizer.Read(decodes ? Encoding.UTF8.GetString(document.Bytes) : document.Text));
            foreach (var rule in _rules[size].Rules) hits += finder.Of(rule.Find).Count;
        }

        return hits;
    });

    private PeerResult Find(int size) => Measure(() =>
    {
        Tokenizer tokenizer = new();
        Matcher matcher = new(_rules[size], tokenizer);
        var hits = 0L;
        foreach (var document in _documents) hits += matcher.Find(document.Segmented, tokenizer.ReadMemory(document.Text)).Count;
        return hits;
    });

    private static PeerResult Measure(Func<long> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var found = work();
        return new((Environment.CpuUsage.TotalTime - before).TotalSeconds, found);
    }

    private void Print()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_megabytes:0.0} MB in {_documents.Count} documents. MB a second of the processor; in brackets the ratio to `wc -w`.\n"));
        Console.WriteLine("| | 50 terms | 500 terms | 5,000 terms | found with 50 | 500 | 5,000 |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var row in Rows)
        {
            var results = (row.SeesTerms ? Sizes : Sizes[..1]).Select(size => _best.GetValueOrDefault((row.Name, size))).ToList();
            if (results[0] is null) Console.WriteLine($"| {row.Name} | not on this machine | | | | | |");
            else Console.WriteLine($"| {row.Name} | {Cells(results, Rate)} | {Cells(results, result => row.SeesTerms ? Number(result.Lines, "N0") : "")} |");
        }

        Console.WriteLine($"\nHits and spans to `wc -w`: {Number(Ratio("`wc -w`", 500), "0.00")} at 500 terms (asked for: above 1), {Number(Ratio("`wc -w`", 5_000), "0.00")} at 5,000 (asked for: 0.7).");
        if (!_best.ContainsKey(("`rg -o -i -F`", 500))) return;

        Console.WriteLine($"Hits and spans to `rg -o`: {Number(Ratio("`rg -o -i -F`", 500), "0.00")} at 500 terms, {Number(Ratio("`rg -o -i -F`", 5_000), "0.00")} at 5,000 (asked for: above 1).");
    }

    // A row that sees no terms has one figure; its other cells stay empty.
    private static string Cells(List<PeerResult?> results, Func<PeerResult, string> show) =>
        string.Join(" | ", Enumerable.Range(0, Sizes.Length).Select(index => index < results.Count && results[index] is { } result ? show(result) : ""));

    private string Rate(PeerResult result) => Number(_megabytes / result.Seconds, "0.0") + Number(_best[("`wc -w`", Sizes[0])].Seconds / result.Seconds, " (0.00)");

    private double Ratio(string peer, int size) => (_best.GetValueOrDefault((peer, size)) ?? _best[(peer, Sizes[0])]).Seconds / _best[("words, hits and spans", size)].Seconds;

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <param name="SeesTerms">Otherwise it is measured once a round.</param>
    /// <param name="Measure">Null where the program is not on this machine.</param>
    private sealed record Row(string Name, bool SeesTerms, Func<MatchingBenchmark, int, PeerResult?> Measure);

    private sealed record Prepared(SegmentedDocument Segmented, string Text, byte[] Bytes)
    {
        public static Prepared Of(string file)
        {
            var document = DocumentReader.Read(new(Path.GetFileName(file), file, new Dictionary<string, string>()), new());
            return new(Segmenter.Split(document, new Tokenizer().Read(document.Text), SegmentUnit.Turn), document.Text, Encoding.UTF8.GetBytes(document.Text));
        }
    }
}
