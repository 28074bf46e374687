using Spancoder.Coders;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>What made a run.</summary>
/// <param name="Version">Of spancoder.</param>
/// <param name="Options">What the user chose.</param>
/// <param name="Root">The study's root: files are named relative to it, so that outputs do not depend on where the run was started.</param>
internal sealed record RunFacts(string Version, CodingOptions Options, string Root)
{
    /// <summary>The model that was trained or given; null where there was none.</summary>
    public TrainedModel? Model { get; init; }

    /// <summary>What the record of a run says when it has ended.</summary>
    public RunRecord Finish(RunRecord run, RunLog log) => run with
    {
        Machine = Model is null ? [] : [.. ModelBlocks.Of(Model, [.. log.Documents.Select(document => document.Facts.Hash)])],
        Problems = [.. log.Problems.Select(problem => (problem with { Place = Named(problem.Place) }).ToString()), .. log.Mistakes.Select(mistake => mistake.ToString())],
        Notices = [.. log.Notices.Select(notice => (notice with { Place = Named(notice.Place) }).ToString())],
    };

    public Place Named(Place place) => place with { File = Paths.WithSlashes(Path.GetRelativePath(Root, Path.GetFullPath(place.File))) };
}
