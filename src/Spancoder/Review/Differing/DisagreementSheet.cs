using CsvHelper;
using Spancoder.Text;

namespace Spancoder.Review.Differing;

/// <summary>The table of disagreements that people fill in. Its columns are described in docs/review.md.</summary>
internal static class DisagreementSheet
{
    public const string Segment = "segment", Document = "document", Hash = "hash", Line = "line", Speaker = "speaker", Before = "before", Text = "text", Type = "type";
    public const string Decision = "decision", Reason = "reason", By = "by", Date = "date", Change = "change codebook";
    public const string CodesOf = "codes: ", CommentsOf = "comments: ";

    /// <summary>Sixteen digits alone a spreadsheet may take for a number, and round.</summary>
    public const string HashMark = "sha256:";

    /// <summary>What people fill in, in order.</summary>
    public static IReadOnlyList<string> ToFillIn { get; } = [Decision, Reason, By, Date, Change];

    private static readonly string[] Shown = [Segment, Document, Hash, Line, Speaker, Before, Text, Type];

    /// <summary>Whether a column is one that this program writes.</summary>
    public static bool IsColumn(string name) => Shown.Contains(name) || ToFillIn.Contains(name) || name.StartsWith(CodesOf, StringComparison.Ordinal) || name.StartsWith(CommentsOf, StringComparison.Ordinal);

    public static void Write(Stream stream, Disagreements disagreements)
    {
        var coders = disagreements.Coders;
        using var csv = CsvWriter.Create(stream, Spreadsheet.Output, leaveOpen: true);
        Spreadsheet.WriteRow(csv, [.. Shown, .. coders.SelectMany(coder => (string[])[CodesOf + coder, CommentsOf + coder]), .. ToFillIn]);
        foreach (var disagreement in disagreements.Found)
        {
            var segment = disagreement.Segment;
            var verdicts = segment.Everybody.ToDictionary(verdict => verdict.Coder);
            Spreadsheet.WriteRow(csv,
            [
                segment.Id, segment.Document, HashMark + segment.Hash, segment.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), segment.Speaker, segment.Before, segment.Text, disagreement.Label,
                .. coders.SelectMany(coder => verdicts.TryGetValue(coder, out var verdict) ? [string.Join(Verdict.Between, verdict.Given), Comments(segment, verdict)] : (string[])["", ""]),
                .. ToFillIn.Select(_ => ""),
            ]);
        }
    }

    private static string Comments(ReviewedSegment segment, Verdict verdict)
    {
        var comments = verdict.Codings.Select(coding => (coding.Code, Comment: Comment(segment, verdict, coding))).Where(comment => comment.Comment.Length > 0).ToList();
        return verdict.Codings.Count == 1 ? comments.FirstOrDefault().Comment ?? "" : string.Join('\n', comments.Select(comment => $"{comment.Code}: {comment.Comment}"));
    }

    // Passage and status stand in it too: they may be what the coders differ in.
    private static string Comment(ReviewedSegment segment, Verdict verdict, Coding coding)
    {
        List<string> parts = [.. coding.Status];
        if (coding.Negated == true) parts.Add("negated");
        if (!verdict.IsByMachine && segment.QuoteOf(coding) is { Length: > 0 } quote) parts.Add($"\"{quote}\"");
        parts.Add(coding.Reason switch
        {
            Spancoder.Reason.ByHand hand => hand.Comment,
            Spancoder.Reason.ByRules rules => string.Join(' ', rules.Rules.Select(vote => vote.Rule)),
            _ => "",
        });
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }
}
