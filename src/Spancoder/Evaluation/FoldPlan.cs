using System.Globalization;
using Spancoder.Coders;
using Spancoder.Learning;

namespace Spancoder.Evaluation;

/// <summary>Which documents are judged by what was learned from which others: each fold by all other folds.</summary>
/// <param name="FoldOf">By document: the name of its fold.</param>
/// <param name="Only">The one fold that is judged; null for all, one after the other.</param>
internal sealed record FoldPlan(IReadOnlyDictionary<string, string> FoldOf, string? Only)
{
    /// <summary>How many folds there are where nobody says it.</summary>
    public const int Usual = 5;

    /// <summary>Folds of about the same size, by document.</summary>
    public static FoldPlan Grouped(IEnumerable<JudgedSegment> segments, int count) => new(
        GroupedFolds.Of(segments.CountBy(segment => segment.Lesson.Document).ToDictionary(), count).ToDictionary(document => document.Key, document => (document.Value + 1).ToString(CultureInfo.InvariantCulture)),
        null);

    /// <summary>The folds that are judged, in order of name, numbers as numbers.</summary>
    public IReadOnlyList<string> Judged => Only is not null
        ? [Only]
        : [.. FoldOf.Values.Distinct().OrderBy(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue).ThenBy(name => name, StringComparer.Ordinal)];
}
