using Spancoder.Coders;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Merging;

/// <summary>One code that one coder gave one segment in one round.</summary>
internal sealed record MergedRow
{
    /// <summary>Where it was read.</summary>
    public required Place Place { get; init; }

    public required JudgementKey Key { get; init; }

    public required string Code { get; init; }

    /// <summary>Several with a bar between.</summary>
    public required string Status { get; init; }

    public required bool? Negated { get; init; }

    /// <summary>Null where no passage is named.</summary>
    public required (int Start, int End)? Points { get; init; }

    public required string Quote { get; init; }

    public required string Comment { get; init; }

    public required string Hash { get; init; }

    public required string Codebook { get; init; }

    /// <summary>What stands in columns that people added, by name.</summary>
    public required IReadOnlyDictionary<string, string> Own { get; init; }

    /// <summary>The rows that a returned row becomes, one for each of its codes, as they stand in its file: of what no document of the study can show.</summary>
    public static IEnumerable<MergedRow> Of(ReturnedRow row) => row.Coding.Codes.Select(code => new MergedRow
    {
        Place = row.Coding.Place,
        Key = new(row.Coding.Document, row.Coding.Number, row.Coding.Coder, row.Coding.Round),
        Code = code,
        Status = string.Join('|', row.Coding.Status),
        Negated = row.Coding.Negated,
        Points = row.Coding.Points,
        Quote = row.Coding.Quote,
        Comment = row.Coding.Reason.Comment,
        Hash = row.Coding.Hash,
        Codebook = row.Coding.Reason.Codebook,
        Own = row.Own,
    });

    /// <summary>The same with the segment that they belong to now, and the passage where it stands now.</summary>
    public static IEnumerable<MergedRow> Of(ReturnedRow row, PlacedCoding placed, string text, CodePoints points)
    {
        var hash = SegmentHash.WholeOf(placed.Segment.Span.In(text));
        foreach (var merged in Of(row).Select(merged => merged with { Key = merged.Key with { Number = placed.Segment.Number }, Hash = hash }))
        {
            // NONE and UNSURE rest on no words; programs write the whole segment beside them.
            var rests = merged.Code is not (Coding.Nothing or Coding.Unsure) || row.Coding.Quote.Length > 0;
            yield return rests && placed.Evidence is { } span
                ? merged with { Points = (points.At(span.Start), points.At(span.End)), Quote = span.In(text).ToString() }
                : merged with { Points = null };
        }
    }

    /// <summary>One row that says what both say; null when they differ. What only one of them has is no difference in comments, in people's own columns, and in what they coded with.</summary>
    public MergedRow? JoinedWith(MergedRow other)
    {
        if ((Code, Status, Negated, Points, Quote) != (other.Code, other.Status, other.Negated, other.Points, other.Quote)) return null;
        if (!Agree(Comment, other.Comment) || Own.Any(cell => !Agree(cell.Value, other.Own.GetValueOrDefault(cell.Key) ?? ""))) return null;

        return this with
        {
            Comment = Either(Comment, other.Comment),
            Hash = Either(Hash, other.Hash),
            Codebook = Either(Codebook, other.Codebook),
            Own = new Dictionary<string, string>([.. Own, .. other.Own.Where(cell => !Own.ContainsKey(cell.Key))]),
        };
    }

    private static bool Agree(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;

    private static string Either(string one, string other) => one.Length > 0 ? one : other;
}

/// <summary>What a judgement is of, and whose it is. In the order in which judgements are written.</summary>
internal readonly record struct JudgementKey(string Document, int Number, string Coder, int Round) : IComparable<JudgementKey>
{
    public string Segment => $"{Document}#{Number}";

    public int CompareTo(JudgementKey other)
    {
        var order = string.CompareOrdinal(Document, other.Document);
        if (order == 0) order = Number.CompareTo(other.Number);
        if (order == 0) order = string.CompareOrdinal(Coder, other.Coder);
        return order != 0 ? order : Round.CompareTo(other.Round);
    }
}
