using System.CommandLine;
using Spancoder.Coders;
using Spancoder.Reporting;
using Spancoder.Rules;
using Spancoder.Segmenting;

namespace Spancoder.Cli;

/// <summary>A model that was trained before, instead of one of the study's codings.</summary>
internal static class ModelOption
{
    public static Option<string?> Create() => new("--model")
    {
        Description = "A model that 'spancoder train' wrote. Default: one is trained on the study's codings, where there are any.",
        HelpName = "FILE",
    };

    /// <param name="unit">What the segments of this run are; null where that is not chosen.</param>
    /// <returns>Null where none is given, or there are problems.</returns>
    public static TrainedModel? Read(ParseResult parsed, Option<string?> option, LearningOptions learning, RuleSets? rules, SegmentUnit? unit, Problems problems)
    {
        if (parsed.Text(option) is not { } file) return null;

        Place place = new(Arguments.NameOf(parsed));
        foreach (var other in learning.All.Where(other => other.Name != "--decide" && parsed.GetResult(other) is { Implicit: false }))
        {
            problems.Add(place, $"{other.Name} is for training, and --model gives a model that is trained", "leave one of them out");
        }

        if (Read(file, rules, unit, problems) is not { } model) return null;
        if (!learning.IsDecideGiven(parsed)) return model;

        var decide = learning.DecideIn(parsed);
        if (decide == model.Decide || IsWithRules(decide) && IsWithRules(model.Decide)) return model with { Decide = decide };

        problems.Add(place, $"--decide {Name(decide)}, and the model was trained for {Name(model.Decide)}", decide == Decide.Rules ? "leave --model out" : $"train one with 'spancoder train --decide {Name(decide)}'");
        return null;

        static bool IsWithRules(Decide decide) => decide is Decide.Both or Decide.Either;

        static string Name(Decide decide) => decide.ToString().ToLowerInvariant();
    }

    /// <summary>A model that decides as it was trained to.</summary>
    /// <returns>Null where there are no rules, or there are problems.</returns>
    public static TrainedModel? Read(string file, RuleSets? rules, SegmentUnit? unit, Problems problems)
    {
        if (rules is null || problems.Try(() => ModelFile.Read(file, rules)) is not { } model) return null;
        if (unit?.ToString().ToLowerInvariant() is not { } name || name == model.Facts.Unit) return model;

        problems.Add(new(file), $"it learned from segments that are a {model.Facts.Unit} each, and here they are a {name}", $"give --unit {model.Facts.Unit}, or train another");
        return null;
    }
}
