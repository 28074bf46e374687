using Spancoder.Cli;

namespace Spancoder.Tests;

public sealed class ProgressLineTests : IDisposable
{
    private readonly Clock _clock = new();
    private readonly StringWriter _terminal = new();
    private int _width = 100;

    [Fact]
    public void Nothing_is_said_in_the_first_half_second()
    {
        Run(files: 4, of: 5, seconds: 0.12);
        Assert.Equal("", _terminal.ToString());
    }

    [Fact]
    public void It_says_how_far_how_fast_and_how_long()
    {
        Run(files: 1234, of: 5000, seconds: 0.1);
        Assert.EndsWith("\r1,234 of 5,000 files, 70 segments/s, about 6 min left", _terminal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, 1, "1 of 2 files, 7 segments/s")]
    [InlineData(3, 9, 1, "3 of 9 files, 7 segments/s, about 6 s left")]
    [InlineData(2, 100, 200, "2 of 100 files, 0 segments/s, about 5 h left")]
    public void How_long_is_said_in_what_fits_and_not_before_two_seconds(int files, int of, double seconds, string expected)
    {
        Run(files, of, seconds);
        Assert.Equal(expected, LastLine);
    }

    [Fact]
    public void Where_no_segments_are_made_none_are_counted()
    {
        ProgressLine line = new(_terminal, _clock, () => _width);
        line.Report(new(0, 9, 0));
        _clock.Passed += TimeSpan.FromSeconds(1);
        line.Report(new(3, 9, 0));
        Assert.Equal("3 of 9 files", LastLine);
    }

    [Fact]
    public void It_speaks_ten_times_a_second_at_most()
    {
        Run(files: 3000, of: 5000, seconds: 0.001);
        Assert.InRange(_terminal.ToString().Count(c => c == '\r'), 20, 26); // in two and a half seconds
    }

    [Fact]
    public void It_is_cleared_at_the_end_and_no_line_leaves_a_rest_of_the_one_before()
    {
        var line = Run(files: 20, of: 20, seconds: 1);
        Assert.Equal("", Screen(_terminal.ToString()));
        line.Clear();
        Assert.Equal("", Screen(_terminal.ToString()));
    }

    [Fact]
    public void The_next_pass_begins_anew()
    {
        var line = Run(files: 20, of: 20, seconds: 1);
        _terminal.GetStringBuilder().Clear();
        Report(line, files: 3, of: 9, seconds: 1);
        Assert.Equal("3 of 9 files, 7 segments/s, about 6 s left", LastLine);
    }

    [Fact]
    public void It_is_never_wider_than_the_terminal()
    {
        _width = 12;
        Run(files: 9, of: 20, seconds: 1);
        Assert.Equal("9 of 20 fil", LastLine);
    }

    [ToolFact("script")]
    public void It_stands_on_a_terminal_and_in_no_pipe()
    {
        using var folder = ManyFiles();
        var shown = Shell.Run("script -qec 'spancoder code many --codebook $CODEBOOK > out.txt' /dev/null", folder.Path);
        var piped = Shell.Run("spancoder code many --codebook $CODEBOOK --out again", folder.Path);
        var dumb = Shell.Run("TERM=dumb script -qec 'spancoder code many --codebook $CODEBOOK --out dumb > out.txt' /dev/null", folder.Path);
        Assert.Matches(@"\r[0-9,]+ of 400 files, [0-9,]+ segments/s", shown.Output);
        Assert.Equal("", Screen(shown.Output.Split('\n')[0].TrimEnd('\r')));
        Assert.DoesNotContain("files,", piped.Output + piped.Error + dumb.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(folder.Path, "out", "codings.csv")), File.ReadAllText(Path.Combine(folder.Path, "again", "codings.csv")));
    }

    [ToolFact("script")]
    public void Words_are_bold_on_a_terminal_unless_nobody_wants_colour()
    {
        using TemporaryFolder folder = new();
        folder.Add("a.txt", "P1: we sold a cup\nP1: and a pot\n");
        const string find = "spancoder find a.txt --words cup --codebook $CODEBOOK";
        Assert.Contains("| \e[1mcup\e[0m |", Shell.Run($"script -qec '{find}' /dev/null", folder.Path, new Dictionary<string, string?> { ["NO_COLOR"] = null }).Output, StringComparison.Ordinal);
        Assert.Contains("| cup |", Shell.Run($"script -qec '{find}' /dev/null", folder.Path).Output, StringComparison.Ordinal);
        Assert.Contains("| cup |", Shell.Run(find, folder.Path, new Dictionary<string, string?> { ["NO_COLOR"] = null }).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();

    private string LastLine => _terminal.ToString().Split('\r')[^1].TrimEnd();

    private ProgressLine Run(int files, int of, double seconds)
    {
        ProgressLine line = new(_terminal, _clock, () => _width);
        Report(line, files, of, seconds);
        return line;
    }

    private void Report(ProgressLine line, int files, int of, double seconds)
    {
        _clock.Passed += TimeSpan.FromSeconds(77); // before a pass something else is done
        line.Report(new(0, of, 0));
        for (var number = 1; number <= files; number++)
        {
            _clock.Passed += TimeSpan.FromSeconds(seconds);
            line.Report(new(number, of, 7));
        }
    }

    // What is left to be seen on one line.
    private static string Screen(string written)
    {
        var line = "";
        foreach (var part in written.Split('\r')) line = part + line[Math.Min(part.Length, line.Length)..];
        return line.TrimEnd();
    }

    // Enough for more than half a second.
    private static TemporaryFolder ManyFiles()
    {
        TemporaryFolder folder = new();
        Directory.CreateDirectory(Path.Combine(folder.Path, "many"));
        var talk = string.Concat(Enumerable.Range(1, 60).Select(number => $"P1: In week {number} we sold cups to a shop in Oslo, and told them about the kilns.\nQ: And then?\n"));
        foreach (var number in Enumerable.Range(1, 400)) folder.Add($"many/{number}.txt", talk);
        return folder;
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
