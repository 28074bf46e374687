using System.Globalization;
using CsvHelper;
using Spancoder.Review.Next;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What a person should look at next, as a table. Filled in, it is a file of people's codings; its columns are described in docs/review.md.</summary>
internal static class NextSheet
{
    private static readonly string[] Which = ["segment", "document", "hash"];
    private static readonly string[] Known = ["why", "in_question", "machine", "score", "threshold", "random", "probability", "frame"];
    private static readonly string[] Shown = ["line", "speaker", "before", "text"];
    private static readonly string[] Asked = ["code", "coder", "round", "comment"];

    /// <summary>The sheet to fill in.</summary>
    /// <param name="shown">In the order of the list.</param>
    /// <param name="isBlind">Without the columns that tell why a segment is there and what the machine makes of it.</param>
    /// <param name="round">The one that is filled in.</param>
    public static void Write(Stream stream, NextSegments next, IReadOnlyList<ShownSegment> shown, bool isBlind, int round)
    {
        using var csv = Begin(stream, [.. Which, .. Shown, .. isBlind ? [] : Known, .. Asked]);
        foreach (var segment in shown)
        {
            AddWhich(csv, segment);
            csv.WriteField(segment.Line);
            csv.WriteField(Spreadsheet.Guard(segment.Speaker));
            csv.WriteField(Spreadsheet.Guard(string.Join('\n', segment.Before)));
            csv.WriteField(Spreadsheet.Guard(segment.Text));
            if (!isBlind) AddKnown(csv, next, shown, segment);
            csv.WriteField("");
            csv.WriteField(Spreadsheet.Guard(next.Request.Reviewer ?? ""));
            csv.WriteField(round);
            csv.WriteField("");
            csv.EndRecord();
        }
    }

    /// <summary>What a blind sheet leaves out, without a word of the texts.</summary>
    public static void WriteKey(Stream stream, NextSegments next, IReadOnlyList<ShownSegment> shown)
    {
        using var csv = Begin(stream, [.. Which, .. Known]);
        foreach (var segment in shown)
        {
            AddWhich(csv, segment);
            AddKnown(csv, next, shown, segment);
            csv.EndRecord();
        }
    }

    private static CsvWriter Begin(Stream stream, IEnumerable<string> columns)
    {
        var csv = CsvWriter.Create(stream, Csv.Output, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column);
        csv.EndRecord();
        return csv;
    }

    private static void AddWhich(CsvWriter csv, ShownSegment segment)
    {
        csv.WriteField(Spreadsheet.Guard(segment.Segment));
        csv.WriteField(Spreadsheet.Guard(segment.Document));
        csv.WriteField(segment.Hash);
    }

    private static void AddKnown(CsvWriter csv, NextSegments next, IReadOnlyList<ShownSegment> shown, ShownSegment segment)
    {
        var machine = segment.Examined.Machine;
        var inQuestion = segment.Examined.Grounds.SelectMany(ground => ground.Codes).Distinct().ToList();
        csv.WriteField(string.Join('|', segment.Why));
        csv.WriteField(string.Join('|', inQuestion));
        csv.WriteField(machine.Coder);
        csv.WriteField(string.Join('|', inQuestion.Select(code => Number(machine.Of(code)?.Score))));
        csv.WriteField(string.Join('|', inQuestion.Select(code => Number(machine.Of(code)?.Threshold))));
        csv.WriteField(segment.IsRandom ? "true" : "false");
        csv.WriteField(segment.IsRandom ? NextPage.Probability(shown.Count(other => other.IsRandom), next.Frame) : segment.Examined.IsJudged ? "0" : "");
        csv.WriteField(next.Frame);
    }

    private static string Number(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
