using System.Diagnostics;
using System.Globalization;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;
using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;
using Spancoder.Agreement.Tables;

namespace Spancoder.Benchmarks;

/// <summary>How fast the intervals of a codebook are had, beside a bootstrap that draws every unit anew as its definition says.</summary>
internal static class AgreementBenchmark
{
    private const int Replicates = 10_000;
    private const string Coders = "abcde";
    private const int Codes = 50;

    /// <summary>Writes invented judgements: five coders, fifty codes from common to rare, every tenth judgement missing.</summary>
    public static void Write(string file, int units)
    {
        SplitMix64 chance = new(20260917);
        using StreamWriter rows = new(file);
        rows.NewLine = "\n";
        rows.WriteLine("unit,coder,code");
        for (var unit = 0; unit < units; unit++)
        {
            var there = Enumerable.Range(0, Codes).Where(code => chance.NextDouble() < 0.3 / (1 + code)).ToList();
            foreach (var coder in Coders)
            {
                if (chance.Below(10) == 0) continue;

                List<int> given = [.. there.Where(_ => chance.Below(10) < 8)];
                if (chance.Below(20) == 0) given.Add(chance.Below(Codes));
                var codes = string.Join('|', given.Distinct().Select(code => string.Create(CultureInfo.InvariantCulture, $"C{code:00}")));
                rows.WriteLine(string.Create(CultureInfo.InvariantCulture, $"u{unit},{coder},{(codes.Length > 0 ? codes : Spancoder.Coding.Nothing)}"));
            }
        }
    }

    /// <param name="redrawn">How many replicates of one code the plain bootstrap draws; it takes too long for all.</param>
    public static void Run(string file, int redrawn)
    {
        var watch = Stopwatch.StartNew();
        var judgements = JudgementReader.Read(new() { Files = [file] }, new()) ?? throw new InvalidDataException(file);
        Say("reading the file", watch, null);

        watch.Restart();
        BootstrapOptions options = new(Replicates, Threads: Environment.ProcessorCount);
        var codes = judgements.Codes.Select((code, index) => CodeFigures.Of(code, judgements.Presence(index), Frame.Pairable, patterns => Bootstrap.OverUnits(patterns, options))).ToList();
        Say(string.Create(CultureInfo.InvariantCulture, $"{codes.Count} codes with {Replicates} replicates, {options.Threads} threads"), watch, null);

        var presence = judgements.Presence(0);
        var patterns = UnitPatterns.Of(presence);
        watch.Restart();
        Bootstrap.OverUnits(patterns, options with { Threads = 1 }).Of(new KrippendorffAlpha(patterns), new GwetAc1(patterns));
        var ours = watch.Elapsed;
        Say(string.Create(CultureInfo.InvariantCulture, $"one code with {Replicates} replicates, one thread"), watch, null);

        watch.Restart();
        Redraw(patterns, redrawn);
        var plain = watch.Elapsed * ((double)Replicates / redrawn);
        Say(string.Create(CultureInfo.InvariantCulture, $"the same by drawing every unit, one thread ({redrawn} replicates measured, times {Replicates / redrawn})"), watch, plain);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {plain / ours:0}"));
    }

    private static void Redraw(UnitPatterns patterns, int replicates)
    {
        var counted = patterns.OfUnits.ToArray().Where(pattern => pattern >= 0).ToArray();
        var units = new int[patterns.Patterns.Count];
        KrippendorffAlpha alpha = new(patterns);
        GwetAc1 ac1 = new(patterns);
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var chance = SplitMix64.Stream(1, replicate);
            Array.Clear(units);
            for (var i = 0; i < counted.Length; i++) units[counted[chance.Below(counted.Length)]]++;
            alpha.Compute(units);
            ac1.Compute(units);
        }
    }

    private static void Say(string what, Stopwatch watch, TimeSpan? scaled) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(scaled ?? watch.Elapsed).TotalSeconds,8:0.00} s  {what}"));
}
