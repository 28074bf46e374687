namespace Spancoder;

/// <summary>What one run works on.</summary>
public sealed record Study
{
    /// <summary>In order of id.</summary>
    public required IReadOnlyList<DocumentFile> Documents { get; init; }

    /// <summary>What lies there and is not a document, with the reason.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>What ids are relative to; a full path.</summary>
    public required string Root { get; init; }

    /// <summary>SHA-256 of the attributes file; null where there is none.</summary>
    public string? AttributesHash { get; init; }

    /// <summary>Files of people's codings, as the user can find them, in order.</summary>
    public IReadOnlyList<string> Codings { get; init; } = [];

    /// <summary>How facts were found in the names of files; null where nobody said.</summary>
    public string? NamePattern { get; init; }

    /// <summary>The columns of the attributes file, in its order, then what names of files say.</summary>
    public IReadOnlyList<string> AttributeNames { get; init; } = [];

    /// <summary>With what is wrong in the codebook's files, and the user knows: to be said in the results.</summary>
    public Study WithKnown(IEnumerable<Problem> wrong) => this with
    {
        Notices = [.. Notices, .. wrong.Select(problem => new Notice(new(Root), $"{problem.Place with { File = Path.GetFileName(problem.Place.File) }} of the codebook: {problem.What}", problem.Mend))],
    };
}

/// <summary>A file that will be read as a document.</summary>
/// <param name="Id">Path relative to the study's root, with <c>/</c>.</param>
/// <param name="Path">As the user can find it.</param>
/// <param name="Attributes">Its row of the attributes file; empty where it has none.</param>
public sealed record DocumentFile(string Id, string Path, IReadOnlyDictionary<string, string> Attributes);
