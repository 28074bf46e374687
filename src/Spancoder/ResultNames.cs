namespace Spancoder;

/// <summary>The files that a run writes, by name.</summary>
internal static class ResultNames
{
    public const string Segments = "segments.csv";
    public const string Codings = "codings.csv";
    public const string Hits = "hits.jsonl";
    public const string Report = "report.md";

    /// <summary>The same report to look at, with the transcripts.</summary>
    public const string Page = "report.html";

    /// <summary>Written last: where it lies, a run has been.</summary>
    public const string Run = "run.json";

    /// <summary>Where a picture lies, as the report refers to it.</summary>
    /// <param name="id">Of the picture.</param>
    public static string PictureOf(string id) => $"figures/{id}.svg";

    /// <summary>In the order in which they appear.</summary>
    public static IReadOnlyList<string> All { get; } = [Segments, Codings, Hits, Report, Page, Run];
}
