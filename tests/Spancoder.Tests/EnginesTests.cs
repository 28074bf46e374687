using System.CommandLine;
using Spancoder.Cli;
using Spancoder.Learning;

namespace Spancoder.Tests;

public class EnginesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--engine linear")]
    public void Without_a_word_about_it_our_own_engine_learns(string words)
    {
        var (engine, problems) = Read(words);
        Assert.IsType<DualTrainer>(engine);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("liner", "--engine 'liner' is no engine, did you mean 'linear'?")]
    [InlineData("MLNET", "--engine 'MLNET' is no engine, did you mean 'mlnet'?")]
    [InlineData("forest", "--engine 'forest' is no engine")]
    public void An_unknown_engine_is_told_which_there_are(string name, string what)
    {
        var (engine, problems) = Read($"--engine {name}");
        Assert.Null(engine);
        Assert.Equal($"spancoder learn: {what}: write one of: linear, mlnet.", Assert.Single(problems).ToString());
    }

    /// <param name="words">That follow the name of a command.</param>
    internal static (ILinearTrainer? Engine, IReadOnlyList<Problem> Problems) Read(string words)
    {
        var option = Engines.CreateOption();
        RootCommand root = new() { new Command("learn") { option } };
        Problems problems = new();
        return (Engines.Read(root.Parse($"learn {words}"), option, problems), problems.InOrder);
    }
}
