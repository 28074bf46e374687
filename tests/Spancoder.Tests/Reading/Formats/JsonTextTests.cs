using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

public class JsonTextTests
{
    private const string Whisper = """
        {"text": " Where do you sell? Here. 𠮷 😀", "language": "en", "segments": [
          {"id": 0, "start": 0.0, "end": 2.5, "text": " Where do you sell?", "tokens": [1, 2], "words": [{"word": " Where", "start": 0.0}]},
          {"id": 1, "start": 2.5, "end": 3.25, "text": " Here.", "avg_logprob": -0.25},
          {"id": 2, "start": 30.0, "end": 31.0, "text": " \ud842\udfb7 😀"}]}
        """;

    [Fact]
    public void Whisper_gives_segments_in_seconds_and_no_speakers()
    {
        var document = GivenFile.Read(Whisper, "call.json");
        Assert.Equal("json", document.Facts.Format);
        Assert.Equal(["1 0-2.5 : Where do you sell?", "2 2.5-3.25 : Here.", "3 30-31 : 𠮷 😀"], GivenFile.Pieces(document));
        Assert.Equal("Where do you sell? Here. 𠮷 😀", document.Text);
        Assert.Equal("en", document.Metadata["language"]);
        Assert.Equal(["call.json: it names no speakers, so all of its words are coded: add a column 'speaker', or say which column it is with --map speaker=COLUMN."], Notices(document));
    }

    [Fact]
    public void WhisperX_names_most_speakers()
    {
        var document = GivenFile.Read(
            """{"segments":[{"start":0.1,"end":1.0,"text":"Why?","speaker":"SPEAKER_00"},{"start":1.0,"end":2.0,"text":"Rain."},{"start":2.0,"end":3.0,"text":"Snow.","speaker":"SPEAKER_01"}],"word_segments":[{"word":"Why?","start":0.1}]}""", "call.json");
        Assert.Equal(["1 0.1-1 SPEAKER_00: Why?", "2 1-2 : Rain.", "3 2-3 SPEAKER_01: Snow."], GivenFile.Pieces(document));
        Assert.Equal(["call.json:2: 1 rows name no speaker (the first is row 2), and their words have none: fill in the column of the speakers."], Notices(document));
    }

    [Fact]
    public void Changes_of_the_speaker_are_numbered_and_nobody_is_made_up()
    {
        var document = GivenFile.Read(
            """
            {"segments": [{"start": 0.0, "end": 1.0, "text": " Where"},
              {"start": 1.0, "end": 2.0, "text": " to? [SPEAKER TURN]", "before_speaker_turn": true},
              {"start": 2.0, "end": 3.0, "text": " Oslo.", "before_speaker_turn": true},
              {"start": 3.0, "end": 4.0, "text": " When?<|speakerturn|> Today."}]}
            """, "call.json");
        Assert.Equal(["speech Turn 1: Where to?", "speech Turn 2: Oslo.", "speech Turn 3: When?", "speech Turn 4: Today."], Given.TurnsOf(document));
        Assert.Equal(
            ["call.json: it says where the speaker changes and not who speaks, so its turns were numbered, and each is a speaker's of its own: name the speakers in a column 'speaker'."],
            Notices(document));
    }

    [Fact]
    public void Whisper_cpp_writes_times_inside_an_object()
    {
        var document = GivenFile.Read(
            """{"params":{"model":"x"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:02,250"},"offsets":{"from":0,"to":2250},"text":" Why?"}]}""", "call.json");
        Assert.Equal(["1 0-2.25 : Why?"], GivenFile.Pieces(document));
    }

    [Fact]
    public void Podcasts_cut_words_that_are_joined_by_speaker()
    {
        var document = GivenFile.Read(
            """
            {"version": "1.0.0", "segments": [
              {"speaker": "Anna", "startTime": 0.5, "endTime": 0.75, "body": "Why"}, {"speaker": "Anna", "startTime": 0.5, "endTime": 1.0, "body": "though?"},
              {"speaker": "Per", "startTime": 1.0, "endTime": 2.0, "body": "Rain."}]}
            """, "show.json");
        Assert.Equal(["speech Anna: Why though?", "speech Per: Rain."], Given.TurnsOf(document));
        Assert.Empty(Notices(document));
    }

    [Theory]
    [InlineData("""{"utterances":[{"speaker":"A","start":250,"end":4000,"text":"Where do you sell?"},{"speaker":"B","start":4000,"end":5500,"text":"Here, mostly."}],"words":[{"text":"Where"}]}""", "milliseconds")]
    [InlineData("""{"results":{"utterances":[{"speaker":"A","start":0.25,"end":4.0,"transcript":"Where do you sell?"},{"speaker":"B","start":4.0,"end":5.5,"transcript":"Here, mostly."}]}}""", "seconds")]
    public void Utterances_may_count_in_milliseconds_or_seconds(string json, string unit)
    {
        var document = GivenFile.Read(json, "call.json");
        Assert.Equal(["1 0.25-4 A: Where do you sell?", "2 4-5.5 B: Here, mostly."], GivenFile.Pieces(document));
        Assert.Equal([$"call.json: its times are bare numbers, and were read as {unit}, by how much is said in them: write them as hh:mm:ss.fff, or name the columns start_ms or start_s."], Notices(document));
    }

    [Fact]
    public void A_list_of_objects_is_a_table()
    {
        var document = GivenFile.Read("""[{"说话人": "访谈者", "内容": "为什么？"}, {"内容": "下雨。", "说话人": "受访者"}, {"说话人": "受访者", "内容": null}]""", "访谈.txt");
        Assert.Equal(["speech 访谈者: 为什么？", "speech 受访者: 下雨。"], Given.TurnsOf(document));
    }

    [Fact]
    public void Json_lines_are_numbered_as_an_editor_does()
    {
        var document = GivenFile.Read("{\"speaker\":\"Q\",\"text\":\"Why?\"}\r\n\r\n{\"speaker\":0,\"text\":\"Rain\\nand snow.\"}\r\n", "call.txt");
        Assert.Equal("jsonl", document.Facts.Format);
        Assert.Equal(["1 - Q: Why?", "3 - 0: Rain and snow."], GivenFile.Pieces(document));
    }

    [Fact]
    public void The_map_names_keys()
    {
        var document = GivenFile.Read("""{"log":[{"von":"Q","gesagt":"Why?"},{"von":"P1","gesagt":"Rain."}]}""", "call.json", "text=gesagt", "speaker=von");
        Assert.Equal(["speech Q: Why?", "speech P1: Rain."], Given.TurnsOf(document));
    }

    [Theory]
    [InlineData("{\"segments\": [\n{\"text\": \"a\"},\n{\"text\" \"b\"}]}", "a.json:3: this is no longer JSON here: a sign is missing or doubled, a key stands twice, or it is nested too deep: write the file again with the program that made it, or mend the line.")]
    [InlineData("[{\"text\": \"a\", \"text\": \"b\"}]", "a.json:1: this is no longer JSON here: a sign is missing or doubled, a key stands twice, or it is nested too deep: write the file again with the program that made it, or mend the line.")]
    [InlineData("""{"name": "x", "list": [1, 2]}""",
        "a.json: this is JSON, and no list in it has entries with a key for the words: name that key as one of text, utterance, content, transcript, sentence, body, message, statement, words, or say which it is with --map text=KEY.")]
    [InlineData("""{"a": [{"text": "x"}], "b": [{"text": "y"}]}""", "a.json: 2 lists in it hold utterances, and it cannot be told which is meant: make a file of each.")]
    [InlineData("""[{"text": "x"}, "y"]""", "a.json:2: entry 2 is not an object with a key for the words: make all entries alike.")]
    [InlineData("""[{"text": "x"}, {"text": "\ud842 y"}]""", "a.json:2: a text in it holds half of a character (a lone surrogate after \\u): write the file again with the program that made it.")]
    [InlineData("""[{"text": "x", "\ud842": "y"}]""", "a.json:1: a key in it holds half of a character (a lone surrogate after \\u): write the file again with the program that made it.")]
    [InlineData("""{"\ud842": 1}""", "a.json:1: a key in it holds half of a character (a lone surrogate after \\u): write the file again with the program that made it.")]
    [InlineData("""{"segments": [{"text": "a", "x": {"y": {"\udc00": []}}}]}""", "a.json:1: a key in it holds half of a character (a lone surrogate after \\u): write the file again with the program that made it.")]
    [InlineData("[]", "a.json: this is JSON, and no list in it has entries with a key for the words: name that key as one of text, utterance, content, transcript, sentence, body, message, statement, words, or say which it is with --map text=KEY.")]
    public void What_cannot_be_read_says_where_and_how_to_mend_it(string json, string problem) => Assert.Equal(problem, GivenFile.Problem(json, "a.json"));

    [Fact]
    public void Json_lines_name_the_broken_line() =>
        Assert.StartsWith("a.jsonl:3: this is no longer JSON here", GivenFile.Problem("{\"text\":\"a\"}\n\n{\"text\":\n{\"text\":\"b\"}\n", "a.jsonl"), StringComparison.Ordinal);

    [Fact]
    public void What_nests_too_deep_is_refused() =>
        Assert.StartsWith("a.json:1: this is no longer JSON here", GivenFile.Problem(new string('[', 100_000), "a.json"), StringComparison.Ordinal);

    [Fact]
    public void A_line_that_begins_with_a_bracket_is_no_json()
    {
        var document = GivenFile.Read("[00:01] Anna: Why?\n[00:02] Per: Rain.\n[00:03] Anna: Mm.\n[00:05] Per: {x}\n", "call.txt");
        Assert.Equal("text", document.Facts.Format);
    }

    [Fact]
    public void Every_beginning_is_read_or_refused()
    {
        // Alone no beginning of JSON is JSON; without the name it may be taken for text.
        GivenFile.EveryPrefixIsReadOrRefused(Encoding.UTF8.GetBytes(Whisper), "a.json");
        GivenFile.EveryPrefixIsReadOrRefused(Encoding.UTF8.GetBytes("{\"speaker\":\"Q\",\"text\":\"Why \\u4e3a?\"}\n{\"speaker\":\"P1\",\"text\":\"Rain.\"}\n"), "a.jsonl");
    }

    [Fact]
    public void Damaged_files_are_read_or_refused()
    {
        Random random = new(11);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Whisper);
            for (var change = 0; change < random.Next(1, 4); change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            try
            {
                Assert.NotEmpty(GivenFile.Read(bytes, "a.json").Text);
            }
            catch (InputException)
            {
                // refused is fine
            }
        }
    }

    private static IEnumerable<string> Notices(Document document) => document.Notices.Select(notice => notice.ToString())
        .Where(notice => !notice.Contains("it cannot be told who the interviewer is", StringComparison.Ordinal));
}
