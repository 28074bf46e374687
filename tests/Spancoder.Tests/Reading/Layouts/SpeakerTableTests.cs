using static Spancoder.Tests.Reading.Formats.WordFiles;

namespace Spancoder.Tests.Reading.Layouts;

public class SpeakerTableTests
{
    private const string NoInterviewer = "p.docx: it cannot be told who the interviewer is (speakers: Anna, Bo), so all of them are coded: name the interviewer with --interviewer NAME.";

    [Fact]
    public void A_row_is_an_utterance_and_the_first_row_names_the_columns_in_any_order()
    {
        var document = ReadBody(Table(
            ["Timespan", "Content", "Speaker"],
            ["0:00.0 - 0:04.5", "Where do you sell?", "Interviewer"],
            ["0:04.5 - 0:20.0", "Here.\nSometimes abroad.", "P1"],
            ["0:20.0 - 0:21.0", "Mm.", "Interviewer"]));

        Assert.Equal(["speech Interviewer: Where do you sell?", "speech P1: Here.\nSometimes abroad.", "speech Interviewer: Mm."], Given.TurnsOf(document));
        Assert.Equal(
            [(5, 0, 4.5), (8, 4.5, 20), (9, 4.5, 20), (12, 20, 21)],
            document.Source.Pieces.Select(piece => (piece.Line, piece.StartTime!.Value.TotalSeconds, piece.EndTime!.Value.TotalSeconds)));
        Assert.Equal("table", document.Facts.Layout);
        Assert.Empty(NoticesOf(document));
    }

    [Fact]
    public void Without_names_of_columns_they_are_told_by_what_stands_in_them_and_a_notice_says_so()
    {
        var document = ReadBody(Table(
            ["1", "Anna:", "Where do you sell what you make here?", "00:01"],
            ["2", "Bo:", "Mostly to people from the city, in summer.", "00:05"],
            ["3", "Anna:", "And in winter, when nobody comes?", ""],
            ["4", "Bo:", "We wait.", "00:12"]));

        Assert.Equal(
            ["speech Anna: Where do you sell what you make here?", "speech Bo: Mostly to people from the city, in summer.", "speech Anna: And in winter, when nobody comes?", "speech Bo: We wait."],
            Given.TurnsOf(document));
        Assert.Equal([1, 5, null, 12], document.Source.Pieces.Select(piece => piece.StartTime?.TotalSeconds));
        Assert.Equal(
            ["p.docx:1: a table without names of columns was read as a transcript (column 2 speaker, column 3 text, column 4 time): name the columns in a first row: Time, Speaker, Text.", NoInterviewer],
            NoticesOf(document));
    }

    [Fact]
    public void Names_stacked_beside_as_many_paragraphs_are_paired_with_them_by_order()
    {
        var document = ReadBody(Table(["Anna\n\nBo\n\nAnna", "Where do you sell what you make?\n\nHere, mostly, by the river.\n\nMm."]));

        Assert.Equal(["speech Anna: Where do you sell what you make?", "speech Bo: Here, mostly, by the river.", "speech Anna: Mm."], Given.TurnsOf(document));
        Assert.Equal([6, 8, 10], document.Source.Pieces.Select(piece => piece.Line));
        Assert.Contains("p.docx:1: in row 1 of a table names stand beside equally many paragraphs, and were paired with them by order: give every utterance a row of its own.", NoticesOf(document));
    }

    [Fact]
    public void Names_stacked_beside_more_paragraphs_name_nobody()
    {
        var document = ReadBody(Table(["I\nP1\nI", "Where do you sell what you make?\nHere, mostly.\nAnd by the river.\nMm."]));

        Assert.Equal(["speech : Where do you sell what you make?", "speech : Here, mostly.", "speech : And by the river.", "speech : Mm."], Given.TurnsOf(document));
        Assert.Equal(
            [
                "p.docx:1: a table without names of columns was read as a transcript (column 1 speaker, column 2 text): name the columns in a first row: Time, Speaker, Text.",
                "p.docx:1: in row 1 of a table there are not as many names as paragraphs beside them, so these have no speaker: give every utterance a row of its own.",
                "p.docx:4: paragraphs in the table's rows (4) have no speaker: write the speaker into every row.",
            ],
            NoticesOf(document));
    }

    [Fact]
    public void A_row_without_a_name_has_no_speaker_and_text_outside_keeps_its_place()
    {
        var document = ReadBody(
            Paragraphs("Recorded at the harbour.") + Table(["Speaker", "Text"], ["I", "Where?"], ["P1", "Here."], ["", "And there."]) + Paragraphs("The tape ends."));

        Assert.Equal(["note : Recorded at the harbour.", "speech I: Where?", "speech P1: Here.", "speech : And there.", "note : The tape ends."], Given.TurnsOf(document));
        Assert.Equal(
            ["p.docx:9: paragraphs in the table's rows (1) have no speaker: write the speaker into every row.", "p.docx: paragraphs outside of the table (2) were read as notes: move them into the table if somebody said them."],
            NoticesOf(document));
    }

    [Fact]
    public void Labels_in_the_words_name_speakers_where_no_column_does()
    {
        var document = ReadBody(Table(["Time", "Text"], ["0:01", "I: Where?"], ["0:04", "P1: Here."], ["0:08", "I: Mm."]));

        Assert.Equal(["speech I: Where?", "speech P1: Here.", "speech I: Mm."], Given.TurnsOf(document));
    }

    [Fact]
    public void Times_and_words_without_any_name_are_notes() =>
        Assert.Equal(["note : Two buyers come.", "note : One of them leaves."], Given.TurnsOf(ReadBody(Table(["Time", "Text"], ["10:01", "Two buyers come."], ["10:04", "One of them leaves."]))));

    [Fact]
    public void Memo_marks_in_cells_are_found_and_other_columns_are_memos()
    {
        var document = ReadBody(Table(["#", "Speaker", "Text", "Remarks"], ["1", "I", "Where?", ""], ["2", "P1", "Here. (OC: he looks away) Or there.", "doubtful"]));

        Assert.Equal(["speech I: Where?", "speech P1: Here. Or there.", "memo : he looks away", "memo : doubtful"], Given.TurnsOf(document));
        Assert.Equal(["p.docx:12: what column 4 of a table says beside times and speakers was kept as memos."], NoticesOf(document));
    }

    [Fact]
    public void What_is_no_time_in_a_column_of_times_is_kept_as_a_memo()
    {
        var document = ReadBody(Table(["Time", "Speaker", "Text"], ["0:01", "I", "Where?"], ["later", "P1", "Here."], ["0:08", "I", "Mm."]));

        Assert.Equal(["speech I: Where?", "speech P1: Here.", "memo : later", "speech I: Mm."], Given.TurnsOf(document));
        Assert.Equal(["p.docx:7: what column 1 of a table says beside times and speakers was kept as memos."], NoticesOf(document));
    }

    [Fact]
    public void A_table_of_facts_at_the_top_is_a_header_block()
    {
        var document = ReadBody(Table(["Date", "2018-03-05"], ["Place:", "Bergen"], ["Interviewer", "Anna"]) + Paragraphs("Anna: Where?", "Bo: Here.", "Anna: Mm.", "Bo: There."));

        Assert.Equal(["speech Anna: Where?", "speech Bo: Here.", "speech Anna: Mm.", "speech Bo: There."], Given.TurnsOf(document));
        Assert.Equal("Bergen", document.Metadata["Place"]);
        Assert.Empty(NoticesOf(document));
    }

    [Fact]
    public void A_header_block_between_a_heading_and_the_table_is_no_words()
    {
        var document = ReadBody(
            Paragraph("访谈记录", "<w:outlineLvl w:val=\"0\"/>") + Paragraphs("访谈日期：2018-03-05", "地点：卑尔根", "")
            + Table(["访", "你们做的东西都卖到哪里？"], ["受", "主要卖给夏天来的城里人。"], ["访", "冬天没有人来的时候呢？"], ["受", "等着。"]));

        Assert.Equal(["heading : 访谈记录", "speech 访: 你们做的东西都卖到哪里？", "speech 受: 主要卖给夏天来的城里人。", "speech 访: 冬天没有人来的时候呢？", "speech 受: 等着。"], Given.TurnsOf(document));
        Assert.Equal("卑尔根", document.Metadata["地点"]);
        Assert.Equal(["p.docx:5: a table without names of columns was read as a transcript (column 1 speaker, column 2 text): name the columns in a first row: Time, Speaker, Text."], NoticesOf(document));
    }

    [Theory]
    [InlineData("Name|Age|Place", "Anna|34|Bergen", "Bo|51|Bergen", "Cai|20|Oslo", "Dina|44|Oslo")]
    [InlineData("Do you sell abroad to anybody?|yes", "Do you sell at home, in the village?|no", "Do you sell to people from the city?|yes", "Do you sell at all, then?|no")]
    [InlineData("kiln|an oven for pots and tiles", "glaze|what makes them shine", "slip|wet clay that is poured")]
    public void A_table_that_is_no_transcript_is_read_row_by_row(params string[] rows)
    {
        var document = ReadBody(Paragraphs("What we found.") + Table(rows.Select(row => row.Split('|'))));

        Assert.Equal(["What we found.", .. rows.SelectMany(row => row.Split('|'))], document.Text.Split('\n'));
        Assert.Equal("notes", document.Facts.Layout);
        Assert.Contains("p.docx:2: a table is no transcript, and its cells were read as paragraphs, row by row.", NoticesOf(document));
    }

    [Fact]
    public void A_table_of_speakers_beside_a_labelled_transcript_is_not_the_transcript()
    {
        var document = ReadBody(Table(["I", "a researcher from Bergen"], ["P1", "a potter, fifty years old"]) + Paragraphs("I: Where?", "P1: Here.", "And there.", "I: Mm."));

        Assert.Equal("labelled", document.Facts.Layout);
        Assert.Contains("speech P1: Here.\nAnd there.", Given.TurnsOf(document));
    }

    [Fact]
    public void Every_word_of_a_table_in_a_table_is_kept_in_its_cell()
    {
        var inner = Table(["in", "side"]);
        var document = ReadBody($"<w:tbl><w:tr><w:tc>{Paragraphs("before")}{inner}{Paragraphs("after")}</w:tc><w:tc>{Paragraphs("beside")}</w:tc></w:tr></w:tbl>");

        Assert.Equal("before\nin\nside\nafter\nbeside", document.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_sentence_in_any_table_is_lost(int seed)
    {
        const string Sentence = "Who sold it to you in the city?";
        string[] lines = ["", "Anna", "P1:", "I", "00:01", "0:02 - 0:05", "P1 (0:07)", "12", Sentence, Sentence, "(OC: so she said)", "Anna: " + Sentence, "Date", "Time", "Text", "[MEMO]", "嗯", "Bergen"];
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var (width, sentences) = (random.Next(1, 5), 1);
            var body = Paragraphs(Sentence, Line()) + Rows() + Paragraphs(Line()) + Rows();
            var document = ReadBody(body);

            var found = document.Text.Split("sold").Length - 1 + document.Metadata.Values.Count(value => value.Contains("sold", StringComparison.Ordinal));
            Assert.True(sentences == found, $"{sentences} sentences in {body}\n{found} in {string.Join('\n', Given.TurnsOf(document))}");

            string Rows() => Table(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(8) == 0 ? 1 : width).Select(_ => string.Join('\n', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Line()))).ToArray()));

            string Line()
            {
                var line = lines[random.Next(lines.Length)];
                if (line.Contains("sold", StringComparison.Ordinal)) sentences++;
                return line;
            }
        }
    }
}
