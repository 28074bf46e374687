using System.CommandLine;
using Spancoder.Learning;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>What can find the weights of a classifier.</summary>
internal static partial class Engines
{
    private const string Default = "linear";
    private const string WithMLNet = "mlnet";

    // Also those that only some builds have, so that help and messages are the same everywhere.
    private static readonly string[] Names = [Default, WithMLNet];

    public static Option<string?> CreateOption() => new("--engine")
    {
        Description = $"What finds the weights: {Default}, or, in a build that has it, {WithMLNet}. Default: {Default}.",
        HelpName = "NAME",
    };

    /// <returns>Null when there is a problem.</returns>
    public static ILinearTrainer? Read(ParseResult parsed, Option<string?> option, Problems problems)
    {
        var name = parsed.Text(option) ?? Default;
        if (All().Find(engine => engine.Name == name) is { } found) return found;

        Place place = new(Arguments.NameOf(parsed));
        if (name == WithMLNet) problems.Add(place, $"--engine {name}: this build has no ML.NET", "build with -p:MLNet=true where the package source carries Microsoft.ML, or leave the option out");
        else problems.Add(place, $"--engine '{name}' is no engine{Spelling.DidYouMean(name, Names)}", $"write one of: {string.Join(", ", Names)}");
        return null;
    }

    private static List<ILinearTrainer> All()
    {
        List<ILinearTrainer> engines = [new DualTrainer()];
        AddMLNet(engines);
        return engines;
    }

    /// <summary>Does nothing in a build without ML.NET.</summary>
    static partial void AddMLNet(List<ILinearTrainer> engines);
}
