using Spancoder.Coders;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What made a run, for its report and for run.json.</summary>
/// <param name="Version">Of spancoder.</param>
/// <param name="Options">What the user chose.</param>
/// <param name="Root">The study's root: files are named relative to it, so that outputs do not depend on where the run was started.</param>
internal sealed record RunFacts(string Version, CodingOptions Options, string Root)
{
    /// <summary>The model that was trained or given; null where there was none.</summary>
    public TrainedModel? Model { get; init; }

    /// <summary>Everything that was wrong, as the report and run.json say it.</summary>
    public IReadOnlyList<string> ProblemsOf(Tallies tallies) =>
        [.. tallies.Problems.Select(problem => (problem with { Place = Named(problem.Place) }).ToString()), .. tallies.Mistakes.Select(mistake => mistake.ToString())];

    public Place Named(Place place) => place with { File = Paths.WithSlashes(Path.GetRelativePath(Root, Path.GetFullPath(place.File))) };
}
