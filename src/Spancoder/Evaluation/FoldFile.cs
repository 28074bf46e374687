using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Evaluation;

/// <summary>A table that says which fold each document is in: columns document and fold.</summary>
internal static class FoldFile
{
    private static readonly string[][] Columns = [["document"], ["fold"]];

    /// <param name="documents">Those that are judged; each needs a fold.</param>
    /// <param name="only">The fold to be judged; null for all.</param>
    /// <returns>Null when there are problems.</returns>
    public static FoldPlan? Read(string file, IReadOnlyCollection<string> documents, string? only, Problems problems)
    {
        Problems wrong = new();
        Dictionary<string, string> folds = [];
        using (var table = TableFile.Open(file, Columns, wrong))
        {
            if (table?.Needs(wrong, "document", "fold") == true)
            {
                foreach (var row in table.Rows(wrong))
                {
                    if (row["document"].Length == 0 || row["fold"].Length == 0) wrong.Add(row.Place, "this row names no document, or no fold", "name both, or remove the row");
                    else if (!folds.TryAdd(row["document"], row["fold"])) wrong.Add(row.Place, "its document has a fold already", "remove one of the rows");
                }
            }
        }

        if (!wrong.Any) Check(file, folds, documents, only, wrong);
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : new(folds.Where(fold => documents.Contains(fold.Key)).ToDictionary(), only); // a fold of which nothing is judged is none
    }

    private static void Check(string file, Dictionary<string, string> folds, IReadOnlyCollection<string> documents, string? only, Problems problems)
    {
        List<string> missing = [.. documents.Where(document => !folds.ContainsKey(document)).Order(StringComparer.Ordinal)];
        var names = folds.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        if (missing is [var first, ..]) problems.Add(new(file), $"{(missing.Count == 1 ? $"document {first} is" : $"{first} and {Counted.Of(missing.Count - 1, "other document")} are")} judged and in no fold", "add a row for each");
        else if (only is not null && !names.Contains(only)) problems.Add(new(file), $"there is no fold '{only}'{Spelling.DidYouMean(only, names)}", $"write one of: {string.Join(", ", names)}");
        else if (!documents.Any(document => only is null || folds[document] == only)) problems.Add(new(file), $"no document of fold {only} is judged", "name another, or give more codings");
        else if (documents.Select(document => folds[document]).Distinct().Count() < 2) problems.Add(new(file), "all documents that are judged are in one fold, so there is nothing to learn from", "name two folds or more");
    }
}
