using System.Text.RegularExpressions;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading;

/// <summary>
/// Every file in tests/situations is a test: a sentence, a file as somebody has it (<c>=== name</c>), and the turns and notices that come
/// of it. <c>\u200B</c> and the like stand for characters that nobody sees. GOLDEN=write makes them so; read the diff.
/// </summary>
public partial class Situations
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Repository.File("tests", "situations"), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Is_read_as_it_says(string name)
    {
        var path = Repository.File("tests", "situations", name);
        var parts = Form().Match(File.ReadAllText(path));
        Assert.True(parts.Success, $"{path} has another form");

        var file = parts.Groups["file"].Value;
        var text = Escape().Replace(parts.Groups["text"].Value, escape => ((char)Convert.ToInt32(escape.Groups["code"].Value, 16)).ToString());
        var document = Given.Document(text, file, parts.Groups["interviewers"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var asked = Given.Document(text, file, [.. document.Speakers.Select(speaker => speaker.Key)]);
        Assert.Equal(document.Turns.Select(turn => (turn.Span, turn.Span.In(document.Text).ToString())), asked.Turns.Select(turn => (turn.Span, turn.Span.In(asked.Text).ToString()))); // who is an interviewer changes no character

        var roles = string.Concat(document.Speakers.Where(speaker => speaker.Role == Role.Interviewer).Select(speaker => $"interviewer: {speaker.Key}\n"));
        var facts = string.Concat(document.Metadata.Select(fact => $"fact {fact.Key}: {fact.Value}\n"));
        var turns = string.Concat(Given.TurnsOf(document).Zip(document.Turns, (words, turn) => words.Replace("\n", "\n    ", StringComparison.Ordinal) + TimesOf(document, turn) + "\n"));
        var notices = string.Concat(document.Notices.Select(notice => $"{notice}\n"));
        Golden.Matches(path, $"{parts.Groups["given"].Value}=== is\n{facts}{roles}{turns}{notices}");
    }

    private static string TimesOf(Document document, Turn turn)
    {
        var (first, last) = (document.Source.At(turn.Span.Start), document.Source.At(turn.Span.End - 1));
        return (first.StartTime, last.EndTime) is (null, null) ? "" : $"  [{first.StartTime:h\\:mm\\:ss\\.f} {last.EndTime:h\\:mm\\:ss\\.f}]";
    }

    [GeneratedRegex(@"^(?<given>(?<sentence>[^\n]+)\n(?:interviewers: (?<interviewers>[^\n]+)\n)?=== (?<file>[^\n]+)\n(?<text>.*?))=== is\n(?<is>.*)$", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"\\u(?<code>[0-9A-F]{4})")]
    private static partial Regex Escape();
}
