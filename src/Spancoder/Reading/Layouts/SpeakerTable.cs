using Row = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<Spancoder.Reading.Layouts.Line>>;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts that stand in tables: a row an utterance, or the names in one cell beside the words in the other.</summary>
/// <remarks>
/// Tables are unfolded before anything else looks at the text, so that memo marks are found in cells too: the words of a transcript's row become blocks
/// that know what the row says of them, other tables become paragraphs.
/// </remarks>
internal sealed class SpeakerTable : ILayout
{
    public string Name => "table";

    /// <returns>The same words in the same order without tables; but for remarks beside an utterance, which stand behind it as memos.</returns>
    public static IReadOnlyList<Block> Unfold(IReadOnlyList<Block> blocks, Findings findings)
    {
        if (!blocks.Any(block => block.Kind == BlockKind.Table)) return blocks;

        var body = TakeFacts([.. blocks.Where(block => block.Lines.Count > 0)], findings);
        Unfolding unfolding = new(HoldTheTurns(body, findings));
        foreach (var block in body) unfolding.Add(block);
        unfolding.Report(findings);
        return unfolding.Blocks;
    }

    /// <returns>Whether tables hold the turns was settled when they were unfolded, so that it comes before all others.</returns>
    public Fit? Fit(TextSource source) => source.Blocks.Any(block => block.Row is not null) ? new(int.MaxValue, () => Read(source)) : null;

    private static List<Unit> Read(TextSource source)
    {
        var inRows = Labels.Find(source.Blocks.Where(block => block is { IsMemo: false, Row.Layer: Layer.Note }).SelectMany(block => block.Lines), source.Findings);
        var outside = Labels.Find(source.Blocks.Where(block => block is { IsMemo: false, Row: null, Kind: not BlockKind.Heading }).SelectMany(block => block.Lines), source.Findings);
        var units = source.Blocks.SelectMany(block => UnitsOf(block, block.Row is null ? outside : inRows)).ToList();
        var notes = source.Blocks.Count(block => block is { IsMemo: false, Row: null, Kind: not BlockKind.Heading } && !outside.TryRead(block.Lines[0].Text, out _));
        Report(source.Findings, units, notes);
        return units;
    }

    private static IEnumerable<Unit> UnitsOf(Block block, Labels labels)
    {
        var wordsStart = 0;
        var speaker = block.Row?.Speaker;
        if (IsUnnamed(block) && labels.TryRead(block.Lines[0].Text, out var label)) (speaker, wordsStart) = (label.Key, label.WordsStart);

        // Times and words in which nobody has a label are what an observer writes.
        var layer = block switch
        {
            { IsMemo: true } or { Row.Layer: Layer.Memo } => Layer.Memo,
            { Kind: BlockKind.Heading } => Layer.Heading,
            { Row.Layer: Layer.Note } when labels.InOrder.Count > 0 => Layer.Speech,
            _ when speaker is not null => Layer.Speech,
            _ => block.Row?.Layer ?? Layer.Note,
        };
        var row = layer is Layer.Speech or Layer.Note ? block.Row : null;
        return block.Lines.Select((line, index) => new Unit
        {
            Layer = layer,
            Label = layer == Layer.Speech ? speaker : null,
            Text = index == 0 ? line.Text[wordsStart..] : line.Text,
            Line = line.Number,
            StartTime = row?.StartTime,
            EndTime = row?.EndTime,
            Joint = index > 0 ? Joint.Line : layer == Layer.Speech && speaker is null ? Joint.Turn : Joint.Paragraph,
        });
    }

    private static bool IsUnnamed(Block block) => block is { IsMemo: false, Kind: not BlockKind.Heading, Row: null or { Layer: Layer.Note } };

    private static void Report(Findings findings, List<Unit> units, int outside)
    {
        var unnamed = units.Where(unit => unit is { Layer: Layer.Speech, Label: null, Joint: not Joint.Line }).ToList();
        if (unnamed is [var first, ..])
        {
            findings.Say(first.Line, $"paragraphs in the table's rows ({unnamed.Count}) have no speaker", "write the speaker into every row");
        }

        if (outside > 0) findings.Say(null, $"paragraphs outside of the table ({outside}) were read as notes", "move them into the table if somebody said them");
    }

    // A legend or a list beside a labelled transcript is not what the transcript is.
    private static bool HoldTheTurns(IReadOnlyList<Block> blocks, Findings findings)
    {
        var rows = blocks.Where(block => block.Kind == BlockKind.Table && TableColumns.Find(block.Rows) is not null).Sum(block => block.Rows.Count);
        var outside = blocks.Where(block => block.Kind is BlockKind.Paragraph).SelectMany(block => block.Lines).ToList();
        var labels = Labels.Find(outside, new Findings(findings.File));
        return rows >= outside.Count(line => labels.TryRead(line.Text, out _));
    }

    // "Date | 2018-03-05": a table of facts at the top is a header block.
    private static IReadOnlyList<Block> TakeFacts(IReadOnlyList<Block> blocks, Findings findings)
    {
        var place = blocks.TakeWhile(block => block.Kind == BlockKind.Heading).Count();
        if (place == blocks.Count) return blocks;

        var table = blocks[place];
        if (table.Kind != BlockKind.Table || !table.Rows.All(row => row is [[var key], [var value]] && !key.IsBlank && !value.IsBlank)) return blocks;

        Block header = new(BlockKind.Paragraph, [.. table.Rows.Select(row => row[0][0] with { Text = $"{row[0][0].Text.Trim().TrimEnd(':', '：')}: {row[1][0].Text.Trim()}" })]);
        var after = blocks.Skip(place + 1).ToList();
        return HeaderBlock.Take([header, .. after], findings).Count == after.Count ? [.. blocks.Take(place), .. after] : blocks;
    }

    /// <summary>Makes blocks of tables, and keeps in mind what there is to say about them.</summary>
    /// <param name="takesTranscripts">Tables that look like transcripts are.</param>
    private sealed class Unfolding(bool takesTranscripts)
    {
        private readonly List<Block> _blocks = [];
        private readonly List<(int Line, string Columns)> _guessed = [];
        private readonly List<int> _flattened = [];
        private readonly List<(int Row, int Line)> _paired = [];
        private readonly List<(int Row, int Line)> _unpaired = [];
        private readonly List<(int Row, int Line)> _odd = [];
        private readonly List<(int Column, int Line)> _remarks = [];

        public IReadOnlyList<Block> Blocks => _blocks;

        public void Add(Block block)
        {
            if (block.Kind != BlockKind.Table)
            {
                _blocks.Add(block);
                return;
            }

            if (!takesTranscripts || TableColumns.Find(block.Rows) is not { } columns)
            {
                _flattened.Add(block.Lines[0].Number);
                foreach (var row in block.Rows) Flatten(row);
                return;
            }

            if (!columns.HasHeader) _guessed.Add((block.Lines[0].Number, columns.ToString()));
            foreach (var (index, row) in block.Rows.Index().Skip(columns.HasHeader ? 1 : 0)) AddRow(row, index + 1, columns);
        }

        public void Report(Findings findings)
        {
            foreach (var alike in _guessed.GroupBy(table => table.Columns))
            {
                Say([.. alike.Select(table => table.Line)], $"without names of columns was read as a transcript ({alike.Key})", "name the columns in a first row: Time, Speaker, Text");
            }

            const string OneRowEach = "give every utterance a row of its own";
            SayRows(_paired, "names stand beside equally many paragraphs, and were paired with them by order", OneRowEach);
            SayRows(_unpaired, "there are not as many names as paragraphs beside them, so these have no speaker", OneRowEach);
            SayRows(_odd, "there are not as many cells as in the others, or none with words beside the speaker, and they were read as notes", mend: null);
            foreach (var column in _remarks.GroupBy(remark => remark.Column))
            {
                findings.Say(column.First().Line, $"what column {column.Key + 1} of a table says beside times and speakers was kept as memos");
            }

            Say(_flattened, "is no transcript, and its cells were read as paragraphs, row by row", mend: null);

            void Say(List<int> lines, string what, string? mend)
            {
                if (lines is [var first, ..]) findings.Say(first, $"{(lines.Count == 1 ? "a table" : $"each of {lines.Count} tables (this is the first)")} {what}", mend);
            }

            void SayRows(List<(int Row, int Line)> rows, string what, string? mend)
            {
                if (rows is [var (_, line), ..]) findings.Say(line, $"in row {Rows(rows)} of a table {what}", mend);
            }
        }

        private static string Rows(List<(int Row, int Line)> rows) => string.Join(", ", rows.Take(5).Select(row => row.Row)) + (rows.Count > 5 ? " ..." : "");

        private void Flatten(Row row)
        {
            foreach (var paragraph in row.SelectMany(ParagraphsOf)) _blocks.Add(new(BlockKind.Paragraph, paragraph) { IsAfterGap = true });
        }

        private void AddRow(Row row, int number, TableColumns columns)
        {
            if (row.SelectMany(cell => cell).Where(line => !line.IsBlank).ToList() is not [var first, ..]) return;

            if (row.Count != columns.Width || row[columns.Text].All(line => line.IsBlank) && columns.Speaker is { } who && row[who].Any(line => !line.IsBlank))
            {
                _odd.Add((number, first.Number));
                Flatten(row);
                return;
            }

            var paragraphs = ParagraphsOf(row[columns.Text]).ToList();
            var names = NamesOf(row, columns).ToList();
            if (names.Count > 1 && paragraphs.Count > 0) (names.Count == paragraphs.Count ? _paired : _unpaired).Add((number, first.Number));
            var times = TimesOf(row, columns).ToList();
            var ends = EndsOf(row, columns).ToList();
            foreach (var (index, paragraph) in paragraphs.Index())
            {
                var (start, until) = Pick(times, index, paragraphs.Count);
                _blocks.Add(new(BlockKind.Paragraph, paragraph)
                {
                    IsAfterGap = true,
                    Row = new(columns.Speaker is null ? Layer.Note : Layer.Speech, Pick(names, index, paragraphs.Count), start, Pick(ends, index, paragraphs.Count) ?? until),
                });
            }

            AddRemarks(row, columns);
        }

        // Whatever is neither a time nor the number of a row.
        private void AddRemarks(Row row, TableColumns columns)
        {
            foreach (var column in columns.Others)
            {
                foreach (var paragraph in ParagraphsOf(row[column]).Where(lines => lines.Any(IsRemark)))
                {
                    _remarks.Add((column, paragraph[0].Number));
                    _blocks.Add(new(BlockKind.Paragraph, paragraph) { IsAfterGap = true, Row = new(Layer.Memo, null, null, null) });
                }
            }
        }

        private static bool IsRemark(Line line) => !line.Text.Trim().All(char.IsAsciiDigit) && !TableColumns.TryReadTime(line.Text.Trim(), out _, out _);

        // One for all of the cell's paragraphs, or one for each.
        private static T? Pick<T>(List<T> values, int index, int count) => values.Count == count ? values[index] : values.Count == 1 ? values[0] : default;

        private static IEnumerable<string> NamesOf(Row row, TableColumns columns) => columns.Speaker is not { } column ? []
            : row[column].Where(line => !line.IsBlank && !TableColumns.TryReadTime(line.Text.Trim(), out _, out _)).Select(line => Split(line.Text).Name);

        private static IEnumerable<(TimeSpan? Start, TimeSpan? End)> TimesOf(Row row, TableColumns columns)
        {
            var lines = columns.Start is { } time ? row[time] : columns.Speaker is { } speaker ? row[speaker] : [];
            foreach (var line in lines.Where(line => !line.IsBlank))
            {
                if (TableColumns.TryReadTime(line.Text.Trim(), out var start, out var end)) yield return (start, end);
                else if (columns.Start is null && Split(line.Text).Time is { } beside) yield return (beside, null);
            }
        }

        private static IEnumerable<TimeSpan?> EndsOf(Row row, TableColumns columns) => columns.End is not { } column ? []
            : row[column].Where(line => !line.IsBlank).Select(line => TableColumns.TryReadTime(line.Text.Trim(), out var time, out _) ? time : null);

        // "P1:", "P1 (00:12)"
        private static (string Name, TimeSpan? Time) Split(string cell)
        {
            var name = cell.Trim().TrimEnd(':', '：', ' ');
            return Labels.TryParse(name + ":", out var label) && label.Time is { } time ? (label.Key, time) : (name, null);
        }

        private static IEnumerable<IReadOnlyList<Line>> ParagraphsOf(IReadOnlyList<Line> cell) =>
            cell.Where(line => !line.IsBlank).GroupBy(line => line.Number).Select(lines => (IReadOnlyList<Line>)[.. lines]);
    }
}
