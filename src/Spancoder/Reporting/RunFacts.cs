using Spancoder.Coders;

namespace Spancoder.Reporting;

/// <summary>What made a run, for its report and for run.json.</summary>
/// <param name="Version">Of spancoder.</param>
/// <param name="Options">What the user chose.</param>
/// <param name="Root">The study's root: files are named relative to it, so that outputs do not depend on where the run was started.</param>
internal sealed record RunFacts(string Version, CodingOptions Options, string Root)
{
    public Place Named(Place place) => place with { File = Path.GetRelativePath(Root, Path.GetFullPath(place.File)).Replace('\\', '/') };
}
