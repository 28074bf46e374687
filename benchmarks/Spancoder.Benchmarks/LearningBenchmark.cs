using System.Globalization;
using System.Text;
using System.Text.Json;
using Spancoder.Evaluation;
using Spancoder.Learning;
using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Benchmarks;

/// <summary>How fast the classifier learns twenty codes and says probabilities of them, on one thread, beside the same written with scikit-learn, from the same files in the same run.</summary>
/// <remarks>
/// From reading the file to the last weight, or the last probability written. Weights only: how probabilities are scaled and cut takes five more solutions of a problem a fifth smaller, which scikit-learn is not asked for either.
/// Seconds of the processor (collecting garbage too), and of the rounds the median of each and of their ratio; every round measures everything once, so that what disturbs one disturbs all.
/// </remarks>
internal sealed class LearningBenchmark(string folder, string script)
{
    private readonly string _utterances = Path.Combine(folder, "utterances.csv");
    private readonly string _codings = Path.Combine(folder, "codings.csv");
    private readonly string _lines = Path.Combine(folder, "lines.jsonl");

    public void Run(int rounds)
    {
        List<(double Ours, double Features, double Peer)> training = [];
        List<(double Ours, double Peer)> predicting = [];
        var (learned, predicted) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var (classifier, count, features, ours) = Train();
            var model = Path.Combine(folder, "peer.model");
            training.Add((ours, features, Ask("train", _utterances, _codings, model).Seconds));
            learned = count;

            GC.Collect();
            var before = Seconds;
            predicted = Predict(classifier, Path.Combine(folder, "ours.csv"));
            var took = Seconds - before;
            var peer = Ask("predict", _lines, model, Path.Combine(folder, "peer.csv"));
            if (peer.Lines != predicted) throw new InvalidDataException($"{peer.Lines} segments there, {predicted} here");
            predicting.Add((took, peer.Seconds));
        }

        Console.WriteLine("| | segments | ours, segments a second | MB a second | scikit-learn's segments a second | MB a second | ratio, median (and span) |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        Say("training", learned, _utterances, [.. training.Select(one => (one.Ours, one.Peer))]);
        Say("prediction", predicted, _lines, predicting);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nof training, reading the table and making features: {Median(training.Select(one => one.Features)):0.00} s of {Median(training.Select(one => one.Ours)):0.00}"));
    }

    private PeerResult Ask(string what, params string[] files) => Peers.Ask(script, what, files) ?? throw new InvalidOperationException("scikit-learn is missing");

    private static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds;

    private (Classifier Classifier, int Segments, double Features, double All) Train()
    {
        GC.Collect();
        var before = Seconds;
        Problems problems = new();
        var table = JudgedTable.Read(_utterances, [_codings], null, withPrevious: false, problems);
        problems.StopIfAny();
        var lessons = table!.Segments.Select(segment => segment.Lesson).ToList(); // without problems there is a table
        var rows = SparseRows.Of([.. lessons.Select(lesson => lesson.Vector)]);
        var features = Seconds - before;
        DualTrainer trainer = new();
        int[] all = [.. Enumerable.Range(0, lessons.Count)];
        List<LearnedCode> codes = [.. table.Codebook.Codes.Select((code, index) => new LearnedCode(code, default)
        {
            Model = new(trainer.Train(new(rows, all, segment => lessons[segment].Labels[index] == true, 4)), new(-1, 0), default),
        })];
        return (new(table.Space, codes, rows.Features), lessons.Count, features, Seconds - before);
    }

    // A document is the utterances of one name, as they follow each other.
    private int Predict(Classifier classifier, string output)
    {
        Tokenizer tokenizer = new();
        FeatureExtractor extractor = new(classifier.Space, tokenizer.Vocabulary);
        using StreamWriter rows = new(output);
        var number = new char[16];
        var count = 0;
        foreach (var document in Documents())
        {
            extractor.Each(document, tokenizer.ReadMemory(document.Document.Text), [], (segment, features) =>
            {
                rows.Write(segment.Id);
                foreach (var probability in classifier.Probabilities(features))
                {
                    probability.TryFormat(number, out var length, "0.000", CultureInfo.InvariantCulture);
                    rows.Write(',');
                    rows.Write(number.AsSpan(0, length));
                }

                rows.Write('\n');
                count++;
            });
        }

        return count;
    }

    private IEnumerable<SegmentedDocument> Documents()
    {
        StringBuilder text = new();
        List<Segment> segments = [];
        var name = "";
        foreach (var line in File.ReadLines(_lines))
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement.GetProperty("document").GetString() ?? "";
            if (document != name && segments.Count > 0) yield return End();
            name = document;
            var words = json.RootElement.GetProperty("text").GetString() ?? "";
            if (text.Length > 0) text.Append('\n');
            segments.Add(new()
            {
                Number = segments.Count + 1,
                Id = json.RootElement.GetProperty("segment").GetString() ?? "",
                Span = new(text.Length, text.Length + words.Length),
                Layer = Layer.Speech,
                Speaker = new(json.RootElement.GetProperty("speaker").GetString() ?? "", Role.Unknown),
                Codable = true,
                Language = Languages.Of(words),
                Words = default,
            });
            text.Append(words);
        }

        if (segments.Count > 0) yield return End();

        SegmentedDocument End()
        {
            SegmentedDocument whole = new(Document.OfTurns(name, text.ToString(), [], new Dictionary<string, string>()), [.. segments], [], []);
            text.Clear();
            segments.Clear();
            return whole;
        }
    }

    private static void Say(string what, int segments, string file, List<(double Ours, double Peer)> rounds)
    {
        var megabytes = new FileInfo(file).Length / 1e6;
        var (ours, peer) = (Median(rounds.Select(one => one.Ours)), Median(rounds.Select(one => one.Peer)));
        var ratios = rounds.Select(one => one.Peer / one.Ours).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {segments:#,0} | {segments / ours:#,0} | {megabytes / ours:0.00} | {segments / peer:#,0} | {megabytes / peer:0.00} | {Median(ratios):0.0} ({ratios.Min():0.0} to {ratios.Max():0.0}) |"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
