using System.CommandLine;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Reporting;
using Spancoder.Rules;

namespace Spancoder.Cli;

/// <summary>The arguments of every command that learns from people's codings.</summary>
internal sealed class LearningOptions
{
    private readonly Option<string> _decide;
    private readonly Option<string?> _engine = Engines.CreateOption();
    private readonly Option<bool> _previous = new("--previous-turn") { Description = "Let the classifier look at the turn before, too. Where turns answer each other it may help; 'spancoder evaluate' shows whether it does." };

    /// <param name="what">What the answer decides.</param>
    /// <param name="ways">Which answers there are.</param>
    public LearningOptions(string what, params string[] ways)
    {
        _decide = new("--decide")
        {
            Description = $"{what}: {(ways is [] ? "rules; " : "")}model, a classifier that knows no rules; both, one that sees what the rules found; or either, which adds whatever the rules give.",
            DefaultValueFactory = _ => "both",
            HelpName = "WAY",
        };
        _decide.AcceptOnlyFromAmong(ways is [] ? ["rules", "model", "both", "either"] : ways);
    }

    public IReadOnlyList<Option> All => [_decide, _previous, _engine];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
    }

    /// <summary>Both where it is something unknown, which the parser has said.</summary>
    public Decide DecideIn(ParseResult parsed) => Enum.TryParse<Decide>(parsed.Sound(_decide), ignoreCase: true, out var decide) ? decide : Decide.Both;

    public bool IsDecideGiven(ParseResult parsed) => parsed.GetResult(_decide) is { Implicit: false };

    public bool WithPrevious(ParseResult parsed) => parsed.Sound(_previous);

    public FeatureSpace SpaceOf(RuleSets rules, ParseResult parsed) => new(rules, WithPrevious(parsed));

    /// <returns>Null when there is a problem.</returns>
    public TrainingOptions? Training(ParseResult parsed, int threads, Problems problems) => Engines.Read(parsed, _engine, problems) is { } trainer ? new() { Trainer = trainer, Threads = threads } : null;

    /// <param name="withFigures">Whether to find out how good it is, which takes most of the time.</param>
    /// <param name="withSample">Whether to learn also from segments that were drawn by chance.</param>
    /// <returns>A model of a study's codings; null where nobody judged anything, or the rules are to decide alone.</returns>
    public TrainedModel? Train(ParseResult parsed, Study study, RuleSets rules, HandCodings byHand, CodingOptions options, TrainingOptions training, bool withFigures = true, bool withSample = true) => DecideIn(parsed) == Decide.Rules
        ? null
        : TrainingPipeline.Train(study, rules, byHand, options, training, DecideIn(parsed), WithPrevious(parsed), withFigures, withSample);
}
