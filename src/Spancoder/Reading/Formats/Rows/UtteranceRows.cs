using System.Text.RegularExpressions;
using Spancoder.Reading.Layouts;
using Spancoder.Text;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>A table of utterances as units, a row each, whatever kind of file it stood in.</summary>
/// <remarks>
/// Rows that carry both a start and an end were cut by a machine or by the recording, as captions are, so rows of one voice go on in one
/// paragraph. Rows that somebody typed are paragraphs. A column that counts turns decides before either.
/// </remarks>
internal sealed partial class UtteranceRows
{
    private readonly UtteranceTable _table;
    private readonly UtteranceColumns _columns;
    private readonly Findings _findings;

    private UtteranceRows(UtteranceTable table, UtteranceColumns columns, Findings findings) => (_table, _columns, _findings) = (table, columns, findings);

    /// <param name="table">As its file holds it; rows without words are dropped.</param>
    /// <param name="columns">Which of its columns is which.</param>
    /// <param name="findings">Takes what was guessed.</param>
    /// <exception cref="InputException">It holds more than one document.</exception>
    public static Content.Pieces Read(UtteranceTable table, UtteranceColumns columns, Findings findings)
    {
        UtteranceRows rows = new(table, columns, findings);
        rows.RefuseSeveralDocuments();
        rows.SayWhatIsLeftOut();
        return new(rows.MakeUnits(), "rows");
    }

    private List<Unit> MakeUnits()
    {
        var times = UtteranceTimes.Read(_table, _columns, _findings);
        var isTimedThroughout = times.Count > 0 && times.Count(time => time is { Start: not null, End: not null }) >= times.Count * 0.8;
        var voices = _columns[ColumnRole.Speaker] is null ? LabelsInWords() : SpeakersInCells();
        List<Unit> units = [];
        string? turn = null;
        foreach (var (index, row) in _table.Rows.Index())
        {
            var (label, words, time) = voices(row);
            var thisTurn = row[_columns[ColumnRole.Turn]].Trim();
            var goesOn = thisTurn.Length > 0 ? thisTurn == turn : isTimedThroughout;
            turn = thisTurn;
            units.Add(new()
            {
                Layer = Layer.Speech,
                Label = label,
                Text = words,
                Line = row.Number,
                StartTime = times[index].Start ?? time,
                EndTime = times[index].End,
                Joint = goesOn ? Joint.Cue : Joint.Paragraph,
            });
        }

        return units;
    }

    private Func<UtteranceTable.Row, (string? Label, string Words, TimeSpan? Time)> SpeakersInCells()
    {
        Dictionary<string, string> labels = new(LabelComparer.Instance); // "anna " is Anna
        UtteranceTable.Row[] nameless = [.. _table.Rows.Where(row => LabelIn(row).Length == 0 && !string.IsNullOrWhiteSpace(WordsIn(row)))];
        if (nameless.Length > 0)
        {
            _findings.Say(nameless[0].Number, $"{nameless.Length} rows name no speaker (the first is row {nameless[0].Number}), and their words have none", "fill in the column of the speakers");
        }

        var wordless = _table.Rows.Where(row => LabelIn(row).Length > 0 && string.IsNullOrWhiteSpace(WordsIn(row))).Select(row => row.Number).ToList();
        if (wordless is [var first, ..]) _findings.Say(first, $"{Counted.Of(wordless.Count, "row")} (at {Counted.Places(wordless)}) with a speaker and no words was left out", "look whether the words stand in another column");

        IntroduceByRole();
        return row =>
        {
            var label = LabelIn(row);
            if (label.Length == 0) return (null, WordsIn(row), null);
            if (!labels.TryGetValue(label, out var known)) labels[label] = known = label;
            return (known, WordsIn(row), null);
        };
    }

    // "speaker,role,text": where all of one speaker's rows say the same role, the file has told it.
    private void IntroduceByRole()
    {
        if (_columns.RolesIn(_table) is not { } column) return;

        foreach (var speaker in _table.Rows.Where(row => LabelIn(row).Length > 0).GroupBy(LabelIn, LabelComparer.Instance))
        {
            if (speaker.Select(row => Roles.Of(row[column].Trim())).Distinct().ToArray() is [{ } role]) _findings.Introduce(speaker.Key, null, role);
        }
    }

    // Without a column for them speakers may stand in the words: "Anna: we sold it". A row without one is nobody's.
    private Func<UtteranceTable.Row, (string? Label, string Words, TimeSpan? Time)> LabelsInWords()
    {
        var labels = Labels.Find(_table.Rows.Select(row => new Line(row.Number, WordsIn(row))), _findings);
        var unlabelled = _table.Rows.Where(row => !string.IsNullOrWhiteSpace(WordsIn(row)) && !labels.TryRead(WordsIn(row), out _)).Select(row => row.Number).ToList();
        if (labels.InOrder.Count == 0)
        {
            _findings.Say(null, "it names no speakers, so all of its words are coded", "add a column 'speaker', or say which column it is with --map speaker=COLUMN");
        }
        else
        {
            _findings.Say(null, $"it has no column of speakers, and labels at the head of the words were read as such ({string.Join(", ", labels.InOrder)})", "say which column it is with --map speaker=COLUMN");
        }

        if (labels.InOrder.Count > 0 && unlabelled.Count > 0)
        {
            _findings.Say(unlabelled[0], $"{unlabelled.Count} rows begin with no speaker's label (the first is row {unlabelled[0]}), and their words have no speaker", "label them");
        }

        return row =>
        {
            var words = WordsIn(row);
            return labels.TryRead(words, out var label) ? (label.Key, words[label.WordsStart..], label.Time) : (null, words, null);
        };
    }

    private string WordsIn(UtteranceTable.Row row) => row[_columns[ColumnRole.Text]];

    private string LabelIn(UtteranceTable.Row row) => Blanks().Replace(row[_columns[ColumnRole.Speaker]], " ").Trim().TrimEnd(':', '：').TrimEnd();

    private void RefuseSeveralDocuments()
    {
        if (_columns[ColumnRole.Document] is not { } column) return;

        var names = _table.Rows.Where(row => !string.IsNullOrWhiteSpace(WordsIn(row))).Select(row => (row.Number, Name: row[column].Trim())).Where(row => row.Name.Length > 0).DistinctBy(row => row.Name).ToList();
        if (names.Count < 2) return;

        _findings.Refuse(names[1].Number, $"it holds more than one document: column '{UtteranceColumns.Shown(_table.Columns[column], column)}' has {names.Count} values",
            "make a file of each, or write --map document= if the column says something else");
    }

    private void SayWhatIsLeftOut()
    {
        var left = _columns.Others(_table).Where(column => _table.Rows.Any(row => HasWords(row[column]))).ToList();
        if (left.Count == 0) return;

        _findings.Say(null, $"columns that hold words and were not read: {string.Join(", ", left.Select(column => UtteranceColumns.Shown(_table.Columns[column], column)))}");
    }

    // Two words, or any Chinese: what no identifier, no number and no "en" has.
    private static bool HasWords(string cell) =>
        cell.Any(c => Characters.KindOf(c) == CharacterKind.Han) || cell.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) >= 2;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
