using System.Globalization;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>What the tests of CHAT, ELAN and TextGrid look at.</summary>
internal static class TierFiles
{
    /// <summary>One line a piece: <c>line start-end speaker: words</c>, times in milliseconds.</summary>
    public static IEnumerable<string> PiecesOf(Document document)
    {
        var pieces = document.Source.Pieces;
        for (var index = 0; index < pieces.Count; index++)
        {
            var piece = pieces[index];
            var end = index + 1 < pieces.Count ? pieces[index + 1].Start : document.Text.Length;
            var turn = document.Turns.Last(turn => turn.Span.Start <= piece.Start);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{piece.Line} {piece.StartTime?.TotalMilliseconds}-{piece.EndTime?.TotalMilliseconds} {turn.Speaker?.Key}: {document.Text[piece.Start..end].Trim()}");
        }
    }

    public static IEnumerable<string> NoticesOf(Document document) => document.Notices.Select(notice => notice.ToString());

    public static string ProblemWith(string text, string file) => Assert.Throws<InputException>(() => Given.Document(text, file)).Problems.Single().ToString();
}
