using System.Globalization;
using CsvHelper;
using Spancoder.Reading;
using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Review.Adjudication;

/// <summary>What a study counts as after review, as a file of codings that <c>code --codings</c> reads. Its columns are described in docs/review.md.</summary>
internal static class SettledFile
{
    /// <summary>In whose name the codings stand.</summary>
    public const string Coder = "settled";

    private static readonly string[] Columns = ["segment", "document", "start", "end", "code", "coder", "status", "negated", "quote", "comment", "hash", "codebook", "settled"];

    public static void Write(Stream stream, IEnumerable<Settlement> settlements, string codebook)
    {
        using var csv = CsvWriter.Create(stream, Csv.Output, leaveOpen: true);
        Spreadsheet.WriteRow(csv, Columns);
        foreach (var settlement in settlements)
        {
            var segment = settlement.Segment;
            CodePoints points = new(segment.Text);
            foreach (var row in settlement.Rows)
            {
                Spreadsheet.WriteRow(csv,
                [
                    segment.Id, segment.Document,
                    row.Span is { } from ? Number(segment.Start + points.At(from.Start - segment.Segment.Span.Start)) : "",
                    row.Span is { } to ? Number(segment.Start + points.At(to.End - segment.Segment.Span.Start)) : "",
                    row.Code, Coder, string.Join(Verdict.Between, row.Status), row.Negated is { } negated ? negated ? "true" : "false" : "",
                    row.Span is { } span ? segment.In(span) : "",
                    row.Comment, segment.Hash, codebook, Settlement.NameOf(settlement.How),
                ]);
            }
        }
    }

    /// <summary>Whether a file is one that this program wrote.</summary>
    public static bool IsOne(string file)
    {
        try
        {
            using var reader = CsvReader.FromText(FileContent.Open(file, new()).Text, Csv.Strict);
            reader.ReadHeader();
            if (!reader.Headers.SequenceEqual(Columns)) return false;

            var coder = Array.IndexOf(Columns, "coder");
            while (reader.Read())
            {
                if (reader.GetString(coder) != Coder) return false;
            }

            return true;
        }
        catch (Exception cause) when (cause is InputException or CsvFormatException)
        {
            return false;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
