using Spancoder.Reading.Formats;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>What somebody writes to a file, of any format, is what is read: turns, speakers, times and words.</summary>
public class EveryFormat
{
    private const int Seeds = 30; // for every way of writing

    public static TheoryData<string, int> Interviews()
    {
        TheoryData<string, int> interviews = [];
        foreach (var writer in FileWriters.All)
        {
            for (var seed = 1; seed <= Seeds; seed++) interviews.Add(writer.ToString(), seed);
        }

        return interviews;
    }

    public static TheoryData<string> WritersWithoutNul() => [.. FileWriters.All.Where(writer => writer.Format != "rtf" && writer.Cannot.Contains('\0', StringComparison.Ordinal)).Select(writer => writer.ToString())];

    [Fact]
    public void Has_a_writer() => Assert.Equal(FileFormats.Names.Order(StringComparer.Ordinal), FileWriters.All.Select(writer => writer.Format).Distinct().Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Interviews))]
    public void Gives_back_what_was_written(string way, int seed)
    {
        var writer = FileWriters.All.Single(one => one.ToString() == way);
        var interview = Interview.Of(seed, writer);

        var document = Given.Document(writer.Write(interview), writer.File);

        Assert.Equal(writer.Format, document.Facts.Format);

        // Said, because without it strings are compared as a language orders them, and marks of direction and zero bytes do not count.
        Assert.Equal(interview.Turns.Select(turn => $"speech {writer.NameOf(turn.Speaker)}: {TextOf(turn, writer)}"), Given.TurnsOf(document), StringComparer.Ordinal);
        Assert.Equal(interview.Turns.SelectMany(turn => TimesOf(turn, writer.Times)), document.Source.Pieces.Where(piece => piece.BeginsUnit).Select(piece => (piece.StartTime, piece.EndTime)));
        Assert.All(document.Speakers, speaker => Assert.Equal(speaker.Key == Interview.Interviewer ? Role.Interviewer : Role.Participant, speaker.Role));
    }

    [Theory, MemberData(nameof(WritersWithoutNul))]
    public void Refuses_a_zero_byte_with_its_line(string way)
    {
        var writer = FileWriters.All.Single(one => one.ToString() == way);
        var file = writer.Write(new([.. Enumerable.Range(1, 4).Select(number => new Interview.Turn(number % 2 == 0 ? "P1" : Interview.Interviewer, [new(number * 1000, number * 1000 + 500, number == 3 ? "So ze\0ro." : "So it is.")]))]));

        var problem = Assert.Throws<InputException>(() => Given.Document(file, writer.File)).Problems.Single();

        // In a package it stands in a part, which has no lines that anybody sees.
        if (file is [(byte)'P', (byte)'K', ..]) Assert.Null(problem.Place.Line);
        else Assert.Equal(file.AsSpan(0, file.IndexOf((byte)0)).Count((byte)'\n') + 1, problem.Place.Line);
    }

    // A carriage return breaks a line, and that is healed.
    private static string TextOf(Interview.Turn turn, FileWriter writer)
    {
        var hasParagraphs = writer.HasParagraphs || writer.KeepsCuts && turn.Paragraphs[0].Words.EndsWith(" then", StringComparison.Ordinal);
        return string.Join(hasParagraphs ? '\n' : ' ', turn.Paragraphs.Select(paragraph => paragraph.Words.Replace('\r', ' ')));
    }

    private static IEnumerable<(TimeSpan?, TimeSpan?)> TimesOf(Interview.Turn turn, Times times) => turn.Paragraphs.Select(paragraph => times switch
    {
        Times.None => ((TimeSpan?)null, (TimeSpan?)null),
        Times.StartsOfTurns => (TimeSpan.FromMilliseconds(turn.Paragraphs[0].StartMs), null),
        Times.Starts => (TimeSpan.FromMilliseconds(paragraph.StartMs), null),
        _ => (TimeSpan.FromMilliseconds(paragraph.StartMs), TimeSpan.FromMilliseconds(paragraph.EndMs)),
    });
}
