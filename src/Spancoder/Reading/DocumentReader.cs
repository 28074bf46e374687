using Spancoder.Reading.Formats;
using Spancoder.Reading.Layouts;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Reads one file: bytes, format, layout, units, and from these the document.</summary>
public static class DocumentReader
{
    /// <param name="file">Which file, under which id.</param>
    /// <param name="options">What the user said about reading.</param>
    /// <exception cref="InputException">It cannot be read; with --strict also when something had to be guessed.</exception>
    public static Document Read(DocumentFile file, ReadingOptions options) => Read(FileContent.Open(file.Path, options), file, options);

    internal static Document Read(FileContent content, DocumentFile file, ReadingOptions options)
    {
        Findings findings = new(file.Path);
        var format = FileFormats.Find(content, options.Format, findings);
        var (layout, units, isTranscript) = Arrange(format.Read(content, findings), findings, options);

        InnerLabels.Report(units, findings);
        var inAttributes = SplitNames(file.Attributes.GetValueOrDefault("interviewer"));
        var speakers = Speakers.Of(units, findings, [.. options.Interviewers, .. inAttributes], isTranscript);
        SayUnknown(inAttributes, speakers, findings);
        var (text, turns, map) = Rendering.Of(units, speakers);
        if (text.Length == 0) throw new InputException(new(file.Path), "there are no words in this file", "remove it, or put the transcript into it");
        if (!turns.Any(MayBeCoded)) findings.Say(null, "nothing in it can be coded: there is neither a note nor anybody's speech but interviewers'", "look at the roles of its speakers with 'spancoder inspect'");

        var document = new Document
        {
            Id = file.Id,
            File = file.Path,
            Text = text,
            Turns = turns,
            Source = map,
            Speakers = speakers,
            Metadata = new Dictionary<string, string>([.. findings.Facts.Where(fact => !file.Attributes.ContainsKey(fact.Key)), .. file.Attributes]),
            Facts = FactsOf(content, findings, format, layout, text, map),
            Notices = [.. EncodingNotice(content), .. findings.Notices],
        };
        if (options.Strict && document.Notices.Count > 0) throw new InputException([.. document.Notices.Select(notice => notice.AsProblem())]);
        return document;
    }

    private static (string Layout, IReadOnlyList<Unit> Units, bool IsTranscript) Arrange(Content content, Findings findings, ReadingOptions options)
    {
        if (content is Content.Pieces pieces) return (pieces.Layout, pieces.Units, true);

        var source = TextSource.Of((Content.Running)content, findings) with { BoldSpeaker = options.BoldSpeaker, PlainSpeaker = options.PlainSpeaker, UnlabelledSpeaker = options.UnlabelledSpeaker };
        var (layout, units) = TextLayouts.Read(source);
        return (layout.Name, units, layout is not Notes);
    }

    private static void SayUnknown(IEnumerable<string> interviewers, IReadOnlyList<Speaker> speakers, Findings findings)
    {
        var labels = speakers.Select(speaker => speaker.Key).ToList();
        foreach (var name in interviewers.Where(name => speakers.Count > 0 && !labels.Contains(name, LabelComparer.Instance)))
        {
            findings.Say(null, $"the attributes name '{name}' as its interviewer, and no speaker has that label{Spelling.DidYouMean(name, labels)}", "write the label as the file does");
        }
    }

    private static bool MayBeCoded(Turn turn) => turn.Layer == Layer.Note || turn is { Layer: Layer.Speech, Speaker: null or { Role: not Role.Interviewer } };

    private static SourceFacts FactsOf(FileContent content, Findings findings, IFormat format, string layout, string text, SourceMap map)
    {
        var (encoding, isSure, newline) = content.IsDecoded
            ? (content.Decoded.Encoding, content.Decoded.IsSure, content.Decoded.Newline)
            : (findings.Encoding ?? "utf-8", true, "none");
        return new(format.Name, layout, encoding, isSure, newline, Languages.Of(text), content.Hash,
            map.Pieces.Count(piece => piece.BeginsUnit), map.Pieces.Count(piece => piece is { BeginsUnit: true, StartTime: not null }));
    }

    private static IEnumerable<Notice> EncodingNotice(FileContent content)
    {
        if (content.IsDecoded && !content.Decoded.IsSure)
        {
            yield return new(new(content.Name), $"it does not say what encoding it is in, and was read as {content.Decoded.Encoding.ToUpperInvariant()}", "name it with --encoding");
        }
    }

    private static string[] SplitNames(string? names) =>
        names?.Split([';', '；', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
