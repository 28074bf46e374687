using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading;

internal static class Given
{
    private static readonly Dictionary<string, string> NoAttributes = [];

    /// <summary>A document as if it had stood in a file of that name.</summary>
    public static Document Document(string text, string file = "p01.txt", params string[] interviewers) => DocumentReader.Read(
        new FileContent(Encoding.UTF8.GetBytes(text), file), new(file, file, NoAttributes), new() { Interviewers = interviewers });

    /// <inheritdoc cref="Document(string, string, string[])"/>
    public static Document Document(byte[] bytes, string file) => DocumentReader.Read(new FileContent(bytes, file), new(file, file, NoAttributes), new());

    /// <summary>One line a turn: <c>layer speaker: text</c>.</summary>
    public static IEnumerable<string> TurnsOf(Document document) => document.Turns.Select(turn =>
        $"{turn.Layer.ToString().ToLowerInvariant()} {turn.Speaker?.Key}: {turn.Span.In(document.Text)}");
}
