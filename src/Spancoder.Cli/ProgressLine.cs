using System.Globalization;

namespace Spancoder.Cli;

/// <summary>One line on a terminal that says how far a pass is, written anew again and again and cleared at the end: <c>1,234 of 5,000 files, 812 segments/s, about 2 min left</c>.</summary>
/// <remarks>It says nothing in the first half second of a pass, and then speaks ten times a second at most. Not for several threads.</remarks>
/// <param name="terminal">One that takes a carriage return for what it is.</param>
/// <param name="clock">Of which nothing gets into results.</param>
/// <param name="width">Of the terminal, in columns; asked each time, since windows change.</param>
internal sealed class ProgressLine(TextWriter terminal, TimeProvider clock, Func<int> width) : IProgress<PassProgress>
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan BeforeGuess = TimeSpan.FromSeconds(2);

    private long _began;
    private long? _spoke;
    private long _segments;
    private int _shown; // characters

    public void Report(PassProgress value)
    {
        if (value.Number == 0) (_began, _spoke, _segments) = (clock.GetTimestamp(), null, 0);
        _segments += value.Segments;
        if (value.Number == value.Of)
        {
            Clear();
            return;
        }

        if (clock.GetElapsedTime(_spoke ?? _began) < (_spoke is null ? Quiet : Between)) return;

        _spoke = clock.GetTimestamp();
        Show(LineOf(value, clock.GetElapsedTime(_began)));
    }

    /// <summary>Takes the line away, if there is one: before anything else is written.</summary>
    public void Clear()
    {
        if (_shown == 0) return;

        terminal.Write($"\r{new string(' ', _shown)}\r");
        terminal.Flush();
        _shown = 0;
    }

    private void Show(string line)
    {
        line = line[..Math.Clamp(width() - 1, 0, line.Length)]; // in the last column some terminals begin a new line
        terminal.Write($"\r{line.PadRight(_shown)}");
        terminal.Flush();
        _shown = line.Length;
    }

    private string LineOf(PassProgress progress, TimeSpan since)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{progress.Number:N0} of {progress.Of:N0} files");
        if (_segments > 0) line += string.Create(CultureInfo.InvariantCulture, $", {_segments / since.TotalSeconds:N0} segments/s");
        return since < BeforeGuess || progress.Number == 0 ? line : $"{line}, about {InWords(since / progress.Number * (progress.Of - progress.Number))} left";
    }

    private static string InWords(TimeSpan left) => left switch
    {
        { TotalSeconds: < 90 } => FormattableString.Invariant($"{Math.Max(1, left.TotalSeconds):0} s"),
        { TotalMinutes: < 90 } => FormattableString.Invariant($"{left.TotalMinutes:0} min"),
        _ => FormattableString.Invariant($"{left.TotalHours:0} h"),
    };
}
