using System.Globalization;
using System.Text.RegularExpressions;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Rtf;

/// <summary>Transana's time codes, a currency sign and milliseconds: <c>¤&lt;72000&gt;</c>.</summary>
/// <remarks>At the head of a line, or right behind a label, one is the time at which the words begin; elsewhere it is taken out.</remarks>
internal static partial class TimeCodes
{
    public const char Sign = '¤';

    private const int LongestLabel = 60; // characters

    public static IReadOnlyList<Block> Read(IReadOnlyList<Block> blocks, Findings findings)
    {
        if (!blocks.Any(block => block.Lines.Any(line => line.Text.Contains(Sign, StringComparison.Ordinal)))) return blocks;

        Omissions inside = new();
        Block[] read = [.. blocks.Select(block => block with
        {
            Lines = [.. block.Lines.Select(line => Read(line, inside)).Where(line => !line.IsBlank)],
            Rows = [.. block.Rows.Select(row => row.Select(cell => cell.Select(line => Read(line, new())).ToList()).ToList())],
        })];
        inside.SayTo(findings);
        return [.. read.Where(block => block.Lines.Count > 0)];
    }

    /// <summary>How much of hidden words is a time code: the sign is seen, and its number hidden behind it.</summary>
    /// <param name="before">The character before them.</param>
    public static int LengthOfHidden(char before, string hidden)
    {
        var code = Code().Match(before == Sign ? Sign + hidden : hidden);
        return code is { Success: true, Index: 0 } ? code.Length - (before == Sign ? 1 : 0) : 0;
    }

    private static Line Read(Line line, Omissions inside) => line with { Text = Code().Replace(line.Text, code => StampFor(code, line, inside)) };

    private static string StampFor(Match code, Line line, Omissions inside)
    {
        var time = TimeSpan.FromMilliseconds(long.Parse(code.ValueSpan[2..^1], CultureInfo.InvariantCulture));
        if (IsAtHead(line.Text.AsSpan(0, code.Index))) return string.Create(CultureInfo.InvariantCulture, $@"[{(int)time.TotalHours:00}:{time:mm\:ss\.fff}] ");

        inside.Add("time codes inside paragraphs were left out", line.Number);
        return "";
    }

    private static bool IsAtHead(ReadOnlySpan<char> before) => before.TrimEnd() is [] || before.Length <= LongestLabel && before.TrimEnd() is [.., ':' or '：'];

    [GeneratedRegex("¤<[0-9]{1,8}>", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
