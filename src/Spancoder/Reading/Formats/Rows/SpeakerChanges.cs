using System.Text.RegularExpressions;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>
/// Recognisers of the tinydiarize kind say where the speaker changes and not who speaks: the segment before a change is flagged, or a mark stands
/// in its words. The turns are numbered, and nobody is made up who would speak several of them.
/// </summary>
internal static partial class SpeakerChanges
{
    private static readonly string[] Flags = ["before_speaker_turn", "speaker_turn_next"];

    /// <returns>With a speaker <c>Turn 1</c>, <c>Turn 2</c> ... for every row; the table as it is where it names speakers, or no changes.</returns>
    public static UtteranceTable Number(UtteranceTable table, Findings findings)
    {
        int? flag = table.Columns.Index().Where(column => Flags.Contains(column.Item)).Select(column => (int?)column.Index).FirstOrDefault();
        int? text = table.Columns.Index().Where(column => column.Item == "text").Select(column => (int?)column.Index).FirstOrDefault();
        if (text is not { } words || table.Columns.Any(name => UtteranceColumns.RoleOf(name) == ColumnRole.Speaker)) return table;
        if (flag is null && !table.Rows.Any(row => Mark().IsMatch(row[words]))) return table;

        var turn = 1;
        List<UtteranceTable.Row> rows = [];
        foreach (var row in table.Rows)
        {
            var pieces = Mark().Split(row[words]);
            foreach (var (index, piece) in pieces.Index())
            {
                if (index > 0) turn++;
                if (!string.IsNullOrWhiteSpace(piece)) rows.Add(WithTurn(row, words, piece, table.Columns.Count, turn));
            }

            // A mark at the end and the flag are one change.
            if (pieces.Length == 1 && row[flag] == "true") turn++;
        }

        findings.Say(null, "it says where the speaker changes and not who speaks, so its turns were numbered, and each is a speaker's of its own", "name the speakers in a column 'speaker'");
        return table with { Columns = [.. table.Columns, "speaker"], Rows = rows };
    }

    private static UtteranceTable.Row WithTurn(UtteranceTable.Row row, int words, string piece, int width, int turn)
    {
        string[] cells = [.. Enumerable.Range(0, width).Select(column => column == words ? piece : row[column]), $"Turn {turn}"];
        return row with { Cells = cells };
    }

    [GeneratedRegex(@"\[SPEAKER[ _]TURN\]|<\|speakerturn\|>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
