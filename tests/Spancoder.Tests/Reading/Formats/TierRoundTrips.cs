using System.Security;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>One conversation written as CHAT, as ELAN and as TextGrid, and read back.</summary>
public class TierRoundTrips
{
    // Emoji, a rare character, a combining mark, a right-to-left mark, Chinese, quotation marks, and what XML and CHAT make something of.
    private static readonly (string Speaker, double Start, double End, string Words)[] Said =
    [
        ("Interviewer", 0, 1.25, "Where do you \"sell\" them?"),
        ("Kari", 1.25, 2.001, "Mostly here & <abroad> 😀."),
        ("Kari", 2.001, 3, "In Cafe\u0301 \u200Fשלום\u200F street."),
        ("张三", 3, 4.5, "𠮷字号，卖到国外。"),
        ("Interviewer", 4.5, 5, "OK * : @ % [*]?"),
        ("张三", 5, 6, "是的。"),
    ];

    [Fact]
    public void Chat() => ComesBack(Given.Document(
        "@UTF8\n@Begin\n@Participants:\tInterviewer Investigator, Kari Informant, 张三 Informant\n"
        + string.Concat(Said.Select(one => $"*{one.Speaker}:\t{one.Words} \u0015{one.Start * 1000}_{one.End * 1000}\u0015\n")) + "@End\n", "talk.cha"));

    [Fact]
    public void Elan() => ComesBack(Given.Document(
        ElanTests.Make(string.Join(' ', Said.Select(one => one.Start * 1000).Append(6000)), [.. Said.Index().GroupBy(one => one.Item.Speaker).Select(speaker =>
            ElanTests.MakeTier($"TIER_ID='{speaker.Key}'", [.. speaker.Select(one => ($"{one.Index + 1} {one.Index + 2}", SecurityElement.Escape(one.Item.Words)))]))]), "talk.eaf"));

    [Fact]
    public void TextGrid() => ComesBack(Given.Document(
        TextGridTests.MakeShort([.. Said.GroupBy(one => one.Speaker).Select(speaker => (speaker.Key, speaker.Select(one => (one.Start, one.End, one.Words)).ToArray()))]), "talk.TextGrid"));

    private static void ComesBack(Document document)
    {
        Assert.Equal(
            [
                "speech Interviewer: Where do you \"sell\" them?",
                "speech Kari: Mostly here & <abroad> 😀. In Cafe\u0301 \u200Fשלום\u200F street.",
                "speech 张三: 𠮷字号，卖到国外。",
                "speech Interviewer: OK * : @ % [*]?",
                "speech 张三: 是的。",
            ], Given.TurnsOf(document));
        Assert.Equal(Said.Select(one => (one.Start, one.End)), document.Source.Pieces.Select(piece => (piece.StartTime!.Value.TotalSeconds, piece.EndTime!.Value.TotalSeconds))); // all have both
        Assert.Equal([Role.Interviewer, Role.Participant, Role.Participant], document.Speakers.Select(speaker => speaker.Role));
        Assert.Empty(document.Notices);
    }
}
