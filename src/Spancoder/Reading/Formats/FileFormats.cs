using Spancoder.Reading.Formats.Captions;
using Spancoder.Reading.Formats.Chat;
using Spancoder.Reading.Formats.OpenDocument;
using Spancoder.Reading.Formats.OTranscribe;
using Spancoder.Reading.Formats.Rows;
using Spancoder.Reading.Formats.Rtf;
using Spancoder.Reading.Formats.Tiers;
using Spancoder.Reading.Formats.Word;

namespace Spancoder.Reading.Formats;

/// <summary>Every kind of file that is read.</summary>
internal static class FileFormats
{
    /// <summary>In the order in which they are tried; the last takes any text.</summary>
    public static readonly IReadOnlyList<IFormat> All =
    [
        new RtfText(),
        new OpenDocumentText(),
        new NotRead(),
        new WordText(),
        new WebVtt(),
        new SubRip(),
        new Elan(),
        new Transcriber(),
        new TextGrid(),
        new ChatText(),
        new OTranscribeText(),
        new JsonLines(),
        new JsonText(),
        DelimitedText.Csv,
        DelimitedText.Tsv,
        new MarkdownText(),
        new PlainText(),
    ];

    /// <summary>What <c>--input-format</c> takes.</summary>
    public static IEnumerable<string> Names => All.Where(format => format is not NotRead).Select(format => format.Name);

    public static bool IsExtension(string extension) => All.Any(format => format.Extensions.Contains(extension));

    /// <param name="file">The file.</param>
    /// <param name="said">What the user says it is; null to find out.</param>
    /// <param name="findings">Takes a notice where the file's name says something else.</param>
    /// <exception cref="InputException">It is of a kind that is not read.</exception>
    public static IFormat Find(FileContent file, string? said, Findings findings)
    {
        if (said is not null) return All.First(format => format.Name == said);

        var found = All.First(format => format.Recognises(file));
        var named = All.FirstOrDefault(format => format.Extensions.Contains(file.Extension));
        if (named is not null && named != found)
        {
            findings.Say(null, $"its name says {named.Name}, and its content is {found.Name}, so it was read as {found.Name}", "say what it is with --input-format");
        }

        return found;
    }
}
