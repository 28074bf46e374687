using System.Text.Json;

namespace Spancoder.Reporting.Results;

/// <summary>What a run wrote, read again: its record, and its documents with all codings, one by one.</summary>
internal sealed class ResultFolder
{
    private readonly string _folder;

    private ResultFolder(string folder, RunRecord run) => (_folder, Run) = (folder, run);

    public RunRecord Run { get; }

    /// <summary>Whether a folder holds the results of a run.</summary>
    public static bool Is(string folder) => EarlierRun.Was(folder);

    /// <param name="folder">As the user named it.</param>
    /// <returns>Null when there are problems.</returns>
    public static ResultFolder? Open(string folder, Problems problems)
    {
        var file = Path.Combine(folder, ResultNames.Run);
        if (!Is(folder))
        {
            problems.Add(new(folder), Directory.Exists(folder) ? "this folder holds no results of a run (there is no run.json of a run in it)" : "there is no such folder", "give the folder that 'spancoder code' wrote with --out");
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return new(folder, RunRecordJson.Read(json.RootElement));
        }
        catch (Exception cause) when (cause is FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            problems.Add(new(file), "it was changed, or another version of spancoder wrote it", "write the results again with 'spancoder code'");
            return null;
        }
    }

    /// <summary>In order of id, read while they are asked for.</summary>
    /// <exception cref="InputException">Something in the files is not as a run writes it.</exception>
    public IEnumerable<ResultDocument> Documents()
    {
        using ResultRows documents = new(PathOf(ResultNames.Documents), [.. ResultSchemas.Documents(Run.AttributeNames).Fields.Select(field => field.Name)]);
        using ResultSegments segments = new(PathOf(ResultNames.Segments), PathOf(ResultNames.Codings), PathOf(ResultNames.Hits));
        var codes = Run.Codes.Select(code => code.Id).Concat(Coding.Reserved).ToHashSet();
        var rules = Run.Rules.Select(rule => rule.Id).ToHashSet();
        var attributes = documents.Columns.Where(column => column.StartsWith(DocumentTable.AttributePrefix, StringComparison.Ordinal)).ToList();
        while (documents.Read())
        {
            var id = documents["document"];
            var read = segments.Of(id);
            if (read.Any(segment => segment.Codings.Any(coding => !codes.Contains(coding.Code)))) throw new InputException(new(PathOf(ResultNames.Codings)), $"a code was given in '{id}' that {ResultNames.Run} does not know", "write the results again with 'spancoder code'");
            if (read.Any(segment => segment.Hits.Any(hit => !rules.Contains(hit.Rule)))) throw new InputException(new(PathOf(ResultNames.Hits)), $"a rule was found that {ResultNames.Run} does not know", "write the results again with 'spancoder code'");

            yield return new(id, attributes.Where(column => documents[column].Length > 0).ToDictionary(column => column[DocumentTable.AttributePrefix.Length..], column => documents[column]), read)
            {
                Hash = documents["sha256"],
                Format = documents["format"],
                Layout = documents["layout"],
                Encoding = documents["encoding"],
                Newline = documents["line_ends"],
                Language = documents["language"],
            };
        }

        segments.StopIfAnyLeft();
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
