using System.CommandLine;

namespace Spancoder.Cli;

/// <summary>Which segments were drawn by chance, and whether a model may learn from them.</summary>
internal sealed class SampleOptions
{
    private readonly Option<string[]> _samples = new("--sample")
    {
        Description = "A list of 'spancoder review next', or its --key, that says which segments were drawn by chance. May be given several times. Default: what people's codings say themselves.",
        HelpName = "FILE",
    };

    public Option<bool> WithSample { get; } = new("--with-sample") { Description = "Let the model learn also from segments that were drawn by chance. Then they cannot correct what it gives." };

    public IReadOnlyList<Option> All => [_samples, WithSample];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
    }

    public IReadOnlyList<string> FilesIn(ParseResult parsed) => parsed.Texts(_samples);

    public bool LearnsFromSample(ParseResult parsed) => parsed.Sound(WithSample);

    /// <summary>Says that a model which is trained already learns from nothing more.</summary>
    public void CheckBeside(Option<string?> model, ParseResult parsed, Problems problems)
    {
        if (parsed.Text(model) is null || !LearnsFromSample(parsed)) return;

        problems.Add(new(Arguments.NameOf(parsed)), $"{WithSample.Name} is for training, and --model gives a model that is trained", "leave one of them out");
    }
}
