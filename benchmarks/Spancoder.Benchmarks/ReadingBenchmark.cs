using System.Globalization;
using Spancoder.Reading;

namespace Spancoder.Benchmarks;

/// <summary>How fast each format is read, beside what others take for the same files in the same run.</summary>
/// <remarks>
/// Seconds of the processor, of all threads (collecting garbage too), because a machine that does other work spoils any other clock. Every round
/// reads every file once and asks every peer once, so that what disturbs one disturbs all; of the rounds the best counts.
/// </remarks>
internal static class ReadingBenchmark
{
    public static void Run(IReadOnlyList<string> files, double megabytes, int rounds, string? peers)
    {
        var best = files.ToDictionary(file => file, _ => (Own: double.MaxValue, Peer: double.MaxValue));
        var layouts = new Dictionary<string, string>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var file in files)
            {
                (var own, layouts[file]) = Measure(file);
                var peer = peers is null || PeerOf(file) is not { } name ? double.MaxValue : Peers.Ask(peers, name, file)?.Seconds ?? double.MaxValue;
                best[file] = (Math.Min(own, best[file].Own), Math.Min(peer, best[file].Peer));
            }
        }

        Console.WriteLine("| file | read as | MB of words a second | peer | the peer's MB a second | ours to the peer's |");
        Console.WriteLine("|---|---|--:|---|--:|--:|");
        foreach (var file in files)
        {
            var (own, peer) = best[file];
            var beside = peer < double.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"{PeerOf(file)} | {megabytes / peer:0.0} | {peer / own:0.00}") : "| |";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileName(file)} | {layouts[file]} | {megabytes / own:0.0} | {beside} |"));
        }
    }

    private static (double Seconds, string ReadAs) Measure(string file)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var document = DocumentReader.Read(new(Path.GetFileName(file), file, new Dictionary<string, string>()), new());
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        return (seconds, $"{document.Facts.Format}, {document.Facts.Layout}");
    }

    private static string? PeerOf(string file) => Path.GetExtension(file) switch { ".txt" => "wc -w", ".docx" => "python-docx", _ => null };
}
