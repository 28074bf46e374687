using System.Text;

namespace Spancoder;

/// <summary>The files that a run writes, by name.</summary>
internal static class ResultNames
{
    public const string Segments = "segments.csv";
    public const string Codings = "codings.csv";
    public const string Hits = "hits.jsonl";
    public const string Documents = "documents.csv";
    public const string Report = "report.md";

    /// <summary>The same report to look at, with the transcripts.</summary>
    public const string Page = "report.html";

    /// <summary>Written last: where it lies, a run has been.</summary>
    public const string Run = "run.json";

    private const string Figures = "figures/", Tables = "tables/";

    /// <summary>Whether a name is that of a table or a picture of a report: what a later report may remove.</summary>
    public static bool IsOfReport(string name) =>
        (name.StartsWith(Figures, StringComparison.Ordinal) || name.StartsWith(Tables, StringComparison.Ordinal)) && name.LastIndexOf('/') == name.IndexOf('/', StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal) && Path.HasExtension(name);

    /// <summary>Where a picture lies, as the report refers to it.</summary>
    /// <param name="id">Of the picture.</param>
    public static string PictureOf(string id) => $"{Figures}{id}.svg";

    /// <summary>Where a table of the report lies as data.</summary>
    /// <param name="id">Of the table.</param>
    public static string TableOf(string id) => $"{Tables}{id}.csv";

    /// <summary>Where the description of a table's columns lies.</summary>
    /// <param name="table">The table's file.</param>
    public static string SchemaOf(string table) => Path.ChangeExtension(table, ".schema.json");

    /// <summary>Names all tables of a folder.</summary>
    public const string Package = "datapackage.json";

    /// <summary>In the order in which they appear.</summary>
    public static IReadOnlyList<string> All { get; } = [Segments, SchemaOf(Segments), Codings, SchemaOf(Codings), Hits, Documents, SchemaOf(Documents), Report, Page, Package, Run];

    /// <summary>What a report alone leaves, so that the next one, and the next run, know what it wrote.</summary>
    public const string ReportRecord = "report.json";

    /// <summary>What a report is made of, at the top of its folder.</summary>
    public static IReadOnlyList<string> OfReport { get; } = [Report, Page, Package, ReportRecord, Figures.TrimEnd('/'), Tables.TrimEnd('/')];

    /// <summary>A name for a table that may be one of a file, however attributes are called.</summary>
    /// <param name="taken">Small letters of those that there are; it is added, and numbered where it is one of them.</param>
    public static string Free(string name, HashSet<string> taken)
    {
        const int Longest = 80;
        var safe = string.Concat(name.EnumerateRunes().Take(Longest).Select(letter => Rune.IsLetterOrDigit(letter) || letter.Value is '-' or '_' or '.' ? letter.ToString() : "_"));
        var free = safe;
        for (var number = 2; !taken.Add(free.ToLowerInvariant()); number++) free = $"{safe}-{number}";
        return free;
    }
}
