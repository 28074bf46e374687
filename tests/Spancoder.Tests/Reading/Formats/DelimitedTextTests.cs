using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

public class DelimitedTextTests
{
    private const string Small = "speaker,start,end,text\nInterviewer,0:00.5,0:02,\"Where, exactly?\"\nP1,0:02,0:04.25,\"He said \"\"here\"\",\nand left 😀\"\nP1,0:05,0:06,So 𠮷\n";

    [Fact]
    public void Rows_are_units_with_speakers_times_and_row_numbers()
    {
        var document = GivenFile.Read(Small, "p01.csv");
        Assert.Equal("csv", document.Facts.Format);
        Assert.Equal("rows", document.Facts.Layout);
        Assert.Equal(["2 0.5-2 Interviewer: Where, exactly?", "3 2-4.25 P1: He said \"here\", and left 😀", "4 5-6 P1: So 𠮷"], GivenFile.Pieces(document));
        Assert.Equal(["speech Interviewer: Where, exactly?", "speech P1: He said \"here\", and left 😀 So 𠮷"], Given.TurnsOf(document));
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void Typed_rows_of_one_speaker_are_paragraphs()
    {
        var document = GivenFile.Read("Speaker;Utterance\nQ;Why?\nP1;It rained.\nP1;It was late.\n", "p01.csv");
        Assert.Equal("Why?\nIt rained.\nIt was late.", document.Text);
        Assert.Equal(2, document.Turns.Count);
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void A_column_of_turns_says_where_paragraphs_begin()
    {
        var document = GivenFile.Read("turn\tspeaker\ttext\n1\tQ\tWhy?\n2\tP1\tIt\n2\tP1\trained.\n3\tP1\tLate.\n", "p01.tsv");
        Assert.Equal("Why?\nIt rained.\nLate.", document.Text);
    }

    [Theory]
    [InlineData("speaker,text\nQ,Why?\nP1,Rain.\n", "a.csv", "csv")]
    [InlineData("speaker;text\nQ;Why, though?\nP1;Rain, wind, snow.\n", "a.csv", "csv")]
    [InlineData("speaker|text\nQ|Why?\nP1|Rain; wind; snow.\n", "a.csv", "csv")]
    [InlineData("| Speaker | Text |\n|---|---|\n| Q | Why? |\n| P1 | Rain. |\n", "a.txt", "csv")]
    [InlineData("sep=;\nspeaker;text\nQ;Why?\nP1;Rain.\n", "a.csv", "csv")]
    [InlineData("\uFEFFspeaker,text\r\nQ,Why?\r\nP1,Rain.\r\n", "a.csv", "csv")]
    [InlineData("speaker\ttext\nQ\tWhy?\nP1\tRain.\n", "a.csv", "tsv")]
    [InlineData("speaker\ttext\nQ\tWhy?\nP1\tRain.\n", "a.txt", "tsv")]
    [InlineData("说话人,开始时间,内容\n访谈者,0:01,为什么？\n受访者,0:03,下雨。\n", "a.txt", "csv")]
    public void The_separator_is_told_by_the_content(string text, string file, string format)
    {
        var document = GivenFile.Read(text, file);
        Assert.Equal(format, document.Facts.Format);
        Assert.Equal(2, document.Turns.Count);
        Assert.Equal(Role.Interviewer, document.Speakers[0].Role);
    }

    [Theory]
    [InlineData("Interviewer: Where, exactly, is it?\nP1: Here, I think, or there.\nInterviewer: Mm, yes, well.\nP1: So, then, no.\n", "labelled")]
    [InlineData("Rain, wind, cold.\nTwo men, one cart, no fish.\nThe market, empty, closes.\n", "notes")]
    [InlineData("10:15, rain, nobody there.\n10:40, first van, two men.\n11:05, coffee, talk.\n", "notes")]
    [InlineData("10:15\tnobody there.\n10:40\tfirst van.\n11:05\tcoffee.\n", "notes")]
    [InlineData("Anna Berg\t0:03\nHello, you.\n\nSpeaker 2\t0:07\nYes; well.\n", "name-and-time")]
    [InlineData("Time, place and text are known,\nand the speaker, too, is.\nWe went, we saw.\n", "notes")]
    public void Words_full_of_commas_are_no_table(string text, string layout)
    {
        var document = GivenFile.Read(text, "note.txt");
        Assert.Equal("text", document.Facts.Format);
        Assert.Equal(layout, document.Facts.Layout);
    }

    [Fact]
    public void Whisper_writes_milliseconds_and_never_quotes_a_cell()
    {
        var document = GivenFile.Read("start\tend\ttext\n0\t2400\tWhere do you sell?\n2400\t6100\t\"Abroad,\" she said.\n6100\t7000\t\"We\n7000\t9000\tdo.\"\n", "call.tsv");
        Assert.Equal(["2 0-2.4 : Where do you sell?", "3 2.4-6.1 : \"Abroad,\" she said.", "4 6.1-7 : \"We", "5 7-9 : do.\""], GivenFile.Pieces(document));
        Assert.Equal(["call.tsv: it names no speakers, so all of its words are coded: add a column 'speaker', or say which column it is with --map speaker=COLUMN."], Notices(document));
    }

    [Fact]
    public void Timespans_are_two_times_and_names_may_hold_commas()
    {
        var document = GivenFile.Read("Timespan\tSpeaker\tContent\n0:01.2 - 0:05.3\tBerg, Anna\tWhy?\n0:05,3 – 1:00:09,0\tI\tRain.\n\tI\tMostly.\n", "nvivo.tsv");
        Assert.Equal(["2 1.2-5.3 Berg, Anna: Why?", "3 5.3-3609 I: Rain.", "4 - I: Mostly."], GivenFile.Pieces(document));
        Assert.Empty(document.Notices);
    }

    [Theory]
    [InlineData("0,10\n12,20", "0-10|12-20", "seconds")]
    [InlineData("0,10000\n12000,20000", "0-10|12-20", "milliseconds")]
    [InlineData("0.5,10.25\n12.0,20", "0.5-10.25|12-20", "seconds")]
    [InlineData("0.0001,0.0002\n0.0002,0.0003", "8.64-17.28|17.28-25.92", "days")]
    public void What_bare_numbers_count_is_told_by_the_amount_of_words(string times, string expected, string unit)
    {
        var rows = times.Split('\n').Select(row => $"P1,{row},I will tell you what we sold there");
        var document = GivenFile.Read($"speaker,start,end,text\n{string.Join('\n', rows)}\n", "p01.csv");
        Assert.Equal(expected, string.Join('|', GivenFile.Pieces(document).Select(piece => piece.Split(' ')[1])));
        Assert.Equal([$"p01.csv: its times are bare numbers, and were read as {unit}, by how much is said in them: write them as hh:mm:ss.fff, or name the columns start_ms or start_s."], Notices(document));
    }

    [Fact]
    public void A_unit_in_the_name_of_the_column_needs_no_guess()
    {
        var document = GivenFile.Read("speaker,start_ms,end_ms,text\nQ,100,200,Why?\nP1,200,300,Rain.\n", "p01.csv");
        Assert.Equal(["2 0.1-0.2 Q: Why?", "3 0.2-0.3 P1: Rain."], GivenFile.Pieces(document));
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void Two_digits_that_stay_below_25_are_frames()
    {
        var document = GivenFile.Read("speaker,timestamp,words\nQ,00:00:01.05,Why?\nP1,00:00:03.24,Rain.\nP1,,Snow.\n", "p01.csv");
        Assert.Equal(["2 1.2- Q: Why?", "3 3.96- P1: Rain.", "4 - P1: Snow."], GivenFile.Pieces(document));
        Assert.Equal(["p01.csv: the two last digits of its times are never above 24, so they were read as frames, 25 a second: write hh:mm:ss.fff if they are parts of a second."], Notices(document));
    }

    [Fact]
    public void A_cell_that_is_no_time_is_left_out_and_said()
    {
        var document = GivenFile.Read("speaker,start,end,text\nQ,0:01,0:02,Why?\nP1,soon,0:04,Rain.\nP1,0:09,0:05,Snow.\n", "p01.csv");
        Assert.Equal(["2 1-2 Q: Why?", "3 -4 P1: Rain.", "4 9- P1: Snow."], GivenFile.Pieces(document));
        Assert.Equal(
            [
                "p01.csv:3: 1 cells of its columns of times hold no time on a recording, and were left out (the first in row 3): write hh:mm:ss, or seconds.",
                "p01.csv:4: 1 rows end before they begin (the first is row 4), and their ends were left out: mend the times.",
            ],
            Notices(document));
    }

    [Fact]
    public void Without_a_column_of_speakers_labels_in_the_words_are_read_and_nobody_is_made_up()
    {
        var document = GivenFile.Read("start,text\n0:01,Interviewer: Why?\n0:02,P1: Rain.\n0:04,And snow.\n", "p01.csv");
        Assert.Equal(["2 1- Interviewer: Why?", "3 2- P1: Rain.", "4 4- : And snow."], GivenFile.Pieces(document));
        Assert.Equal(
            [
                "p01.csv: it has no column of speakers, and labels at the head of the words were read as such (Interviewer, P1): say which column it is with --map speaker=COLUMN.",
                "p01.csv:4: 1 rows begin with no speaker's label (the first is row 4), and their words have no speaker: label them.",
            ],
            Notices(document));
    }

    [Fact]
    public void A_row_without_a_speaker_has_none()
    {
        var document = GivenFile.Read("speaker,text\nQ,Why?\nAnna:,Rain.\n,Snow.\n anna ,Hail.\n", "p01.csv");
        Assert.Equal(["speech Q: Why?", "speech Anna: Rain.", "speech : Snow.", "speech Anna: Hail."], Given.TurnsOf(document));
        Assert.Equal(["p01.csv:4: 1 rows name no speaker (the first is row 4), and their words have none: fill in the column of the speakers."], Notices(document));
    }

    [Fact]
    public void A_column_of_roles_beside_the_names_says_who_asks()
    {
        var document = GivenFile.Read("speaker,role,text\nAnna,interviewer,Why?\nPer,participant,Rain.\nLiv,interviewer,Snow.\nLiv,participant,Hail.\n", "p01.csv");
        Assert.Equal([("Anna", Role.Interviewer), ("Per", Role.Participant), ("Liv", Role.Participant)], document.Speakers.Select(speaker => (speaker.Key, speaker.Role)));
        Assert.Empty(document.Notices);
    }

    [Theory]
    [InlineData("a.csv", "csv")]
    [InlineData("a.tsv", "tsv")]
    public void One_column_is_a_table_under_the_name_of_one(string file, string format)
    {
        var document = GivenFile.Read("text\nIt rained.\nIt snowed.\n", file);
        Assert.Equal(format, document.Facts.Format);
        Assert.Equal("It rained.\nIt snowed.", document.Text);
    }

    [Fact]
    public void Rows_that_end_early_are_listed()
    {
        var document = GivenFile.Read("speaker,text,code\nQ,Why?\n\nP1,Rain.,x\nP1,Snow.\n", "p01.csv");
        Assert.Equal(["2 - Q: Why?", "4 - P1: Rain.", "5 - P1: Snow."], GivenFile.Pieces(document));
        Assert.Equal(["p01.csv:2: rows have fewer cells than there are columns (2, 5), and those at their ends were taken to be empty: fill them in."], Notices(document));
    }

    [Theory]
    [InlineData("speaker,text\nQ,Why?\nP1,Rain, and snow.\n", "p01.csv:3: row 3 has 3 cells, and the first row has 2: put quotation marks around a cell that holds the separator, or name the columns.")]
    [InlineData("speaker,note,text\nQ,,Why?\nP1,,Rain\nand snow.\n", "p01.csv:4: row 4 ends before the column of the words: put quotation marks around a cell that holds a line break, or fill in the row.")]
    [InlineData("speaker,text\nQ,\"Why?\nP1,Rain.\n", "p01.csv:2: a quotation mark opens a cell in row 2 and is never closed: double the quotation marks inside a cell, and put one at each of its ends.")]
    [InlineData("speaker,text\nQ,\"Why\" not?\nP1,Rain.\n",
        "p01.csv:2: something stands behind the quotation mark that closes a cell in row 2: double the quotation marks inside a cell, and put one at each of its ends.")]
    [InlineData("case,age,interest\n1,20,music\n2,30,art\n",
        "p01.csv:1: it cannot be told which column holds the words (columns: case, age, interest): name it with --map text=COLUMN, or keep a table that is no transcript out of the study.")]
    [InlineData("speaker,text,content\nQ,a,b\nP1,c,d\n", "p01.csv:1: several columns may be its text: text (number 2), content (number 3): say which with --map text=COLUMN, by name or number.")]
    [InlineData("speaker,text,text\nQ,a,b\nP1,c,d\n", "p01.csv:1: several columns may be its text: text (number 2), text (number 3): say which with --map text=COLUMN, by name or number.")]
    [InlineData("file,speaker,text\na,Q,Why?\na,P1,Rain.\nb,Q,When?\n",
        "p01.csv:4: it holds more than one document: column 'file' has 2 values: make a file of each, or write --map document= if the column says something else.")]
    [InlineData("We sold it to them. All of it!,Another thing that somebody has said here\nwords,more words\n",
        "p01.csv:1: it cannot be told which column holds the words (columns: 1, 2): name it with --map text=COLUMN, or keep a table that is no transcript out of the study.")]
    public void What_cannot_be_read_says_where_and_how_to_mend_it(string text, string problem) => Assert.Equal(problem, GivenFile.Problem(text, "p01.csv"));

    [Fact]
    public void The_map_says_which_column_is_which_by_name_or_number()
    {
        const string Table = "file,Who,Said,Said\na,Q,x,Why?\nb,P1,y,Rain.\n";
        var document = GivenFile.Read(Table, "p01.csv", "text=4", "speaker=who", "document=");
        Assert.Equal(["2 - Q: Why?", "3 - P1: Rain."], GivenFile.Pieces(document));
        Assert.Empty(document.Notices);
        Assert.Equal("p01.csv:1: several columns may be its text: Said (number 3), Said (number 4): say which with --map text=COLUMN, by name or number.", GivenFile.Problem(Table, "p01.csv", "text=Said"));
    }

    [Fact]
    public void A_mapped_column_that_is_not_there_is_said()
    {
        var document = GivenFile.Read("speaker,text\nQ,Why?\nP1,Rain.\n", "p01.csv", "speaker=Whoo");
        Assert.Equal(["speech Q: Why?", "speech P1: Rain."], Given.TurnsOf(document));
        Assert.Equal(["p01.csv:1: it has no column 'Whoo', which --map speaker names (columns: speaker, text): look at its name."], Notices(document));
    }

    [Fact]
    public void A_table_without_names_is_told_by_its_times()
    {
        var document = GivenFile.Read("00:01\tAnna\tWhy would you?\n00:03\tPer\tRain.\n00:05\tAnna\tAnd then we went.\n00:09\tPer\tMm.\n", "call.txt");
        Assert.Equal(["1 1- Anna: Why would you?", "2 3- Per: Rain.", "3 5- Anna: And then we went.", "4 9- Per: Mm."], GivenFile.Pieces(document));
        Assert.Contains("call.txt:1: its columns have no names, and were told by the form of their cells (start 1, speaker 2, text 3): give it a first row with the names, "
            + "or say which is which with --map text=NUMBER and --map speaker=NUMBER.", Notices(document));
        Assert.StartsWith("call.txt:1: it cannot be told which column holds the words (columns: 1, 2, 3)", GivenFile.Problem("00:01\tWe went.\tWe left.\n00:03\tRain.\tSun!\n", "call.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Quotation_marks_inside_bare_cells_are_words()
    {
        var document = GivenFile.Read("speaker,text\nQ,Why \"there\"?\nP1,Rain.\n", "p01.csv");
        Assert.Equal("Why \"there\"?\nRain.", document.Text);
        Assert.Equal(["p01.csv:2: quotation marks stand inside cells that have none around them, in 1 rows (the first is row 2), and were read as part of the words."], Notices(document));
    }

    [Fact]
    public void Columns_of_words_that_are_left_out_are_named()
    {
        var document = GivenFile.Read("id,speaker,text,translation,lang,tags\n1,Q,为什么？,Why was it?,zh,\n2,P1,下雨。,It rained.,zh,\n", "p01.csv");
        Assert.Equal(["p01.csv: columns that hold words and were not read: translation."], Notices(document));
    }

    [Fact]
    public void Speakers_and_columns_may_be_called_by_what_is_no_character() =>
        Assert.Equal(["2 - A\uFFFEB: We sold it.", "3 - Q: Why\uFFFE not?"], GivenFile.Pieces(GivenFile.Read("speaker,text,\uFFFE\nA\uFFFEB,We sold it.,1\nQ,Why\uFFFE not?,2\n", "a.csv")));

    [Fact]
    public void A_cell_in_quotation_marks_may_hold_tabs_and_line_breaks()
    {
        var document = GivenFile.Read("speaker\ttext\nQ\tWhy?\nP1\t\"The\tferry,\nmostly.\"\nQ\tMm.\n", "a.tsv");
        Assert.Equal(["2 - Q: Why?", "3 - P1: The\tferry, mostly.", "4 - Q: Mm."], GivenFile.Pieces(document));
        Assert.Equal(["a.tsv:3: tabs and line breaks stand between quotation marks, and were read as one cell, since so all rows have the same number of cells."], Notices(document));
    }

    [Fact]
    public void Rows_between_two_quotation_marks_are_not_one_speakers()
    {
        var document = GivenFile.Read("speaker\ttext\nQ\tWhy?\nP1\t\"The ferry\nQ\tMostly?\"\n", "a.tsv");
        Assert.Equal(["2 - Q: Why?", "3 - P1: \"The ferry", "4 - Q: Mostly?\""], GivenFile.Pieces(document));
        Assert.Equal(["a.tsv: quotation marks stand in it that enclose no cell, so they were read as part of the words."], Notices(document));
    }

    [Theory]
    [InlineData("p01.csv")]
    [InlineData("p01.tsv")]
    public void Every_beginning_of_a_table_is_read_or_refused(string file)
    {
        var text = file.EndsWith("csv", StringComparison.Ordinal) ? Small : Small.Replace(',', '\t');
        GivenFile.EveryPrefixIsReadOrRefused(Encoding.UTF8.GetBytes(text), file);
        GivenFile.EveryPrefixIsReadOrRefused(Encoding.GetEncoding("utf-16").GetBytes("\uFEFF" + text), file);
    }

    [Fact]
    public void Damaged_tables_are_read_or_refused()
    {
        Random random = new(7);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Small);
            for (var change = 0; change < random.Next(1, 6); change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotEmpty(GivenFile.Read(bytes, random.Next(2) == 0 ? "a.csv" : "a.tsv").Text);
            }
            catch (InputException)
            {
                // refused is fine
            }
        }
    }

    // What is said about who the interviewer is has its own tests.
    private static IEnumerable<string> Notices(Document document) => document.Notices.Select(notice => notice.ToString())
        .Where(notice => !notice.Contains("it cannot be told who the interviewer is", StringComparison.Ordinal) && !notice.Contains("its name says", StringComparison.Ordinal));
}
