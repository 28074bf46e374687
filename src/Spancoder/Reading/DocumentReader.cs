using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Reads one file: bytes, text, layout, units, and from these the document.</summary>
public static class DocumentReader
{
    /// <param name="file">Which file, under which id.</param>
    /// <param name="options">What the user said about reading.</param>
    /// <exception cref="InputException">It cannot be read; with --strict also when something had to be guessed.</exception>
    public static Document Read(DocumentFile file, ReadingOptions options)
    {
        var decoded = Decoding.Decode(ReadBytes(file.Path), file.Path, options.Encoding);
        return Read(decoded, file, options);
    }

    internal static Document Read(Decoded decoded, DocumentFile file, ReadingOptions options)
    {
        Dictionary<string, string> metadata = [];
        List<Notice> notices = [];
        if (!decoded.IsSure)
        {
            notices.Add(new(new(file.Path), $"it does not say what encoding it is in, and was read as {decoded.Encoding.ToUpperInvariant()}", "name it with --encoding"));
        }

        string[] interviewers = [.. options.Interviewers, .. SplitNames(file.Attributes.GetValueOrDefault("interviewer"))];
        var source = TextSource.Of(decoded.Text, file.Path, interviewers, metadata, notices);
        var (layout, units) = ReadUnits(source);
        var speakers = SpeakersOf(units, source);
        var (text, turns, map) = Rendering.Of(units, speakers);
        if (layout is Notes && !source.IsMarkdown) notices.Add(new(new(file.Path), "it has no speakers' labels, so it was read as notes", "begin turns with a label, such as 'P03:', if it is a transcript"));
        if (text.Length == 0) throw new InputException(new(file.Path), "there are no words in this file", "remove it, or put the transcript into it");

        foreach (var (key, value) in file.Attributes) metadata[key] = value;
        var document = new Document
        {
            Id = file.Id,
            File = file.Path,
            Text = text,
            Turns = turns,
            Source = map,
            Speakers = speakers,
            Metadata = metadata,
            Facts = new(source.IsMarkdown ? "markdown" : "text", layout.Name, decoded.Encoding, decoded.IsSure, decoded.Newline, Languages.Of(text), decoded.Hash,
                map.Pieces.Count(piece => piece.BeginsUnit), map.Pieces.Count(piece => piece is { BeginsUnit: true, StartTime: not null })),
            Notices = notices,
        };
        if (options.Strict && notices.Count > 0) throw new InputException([.. notices.Select(notice => notice.AsProblem())]);
        return document;
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(new(path), "there is no such file", "look at the path");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(path), "this file cannot be opened", "see whether it is a file, and who may read it");
        }
    }

    private static (ILayout Layout, IReadOnlyList<Unit> Units) ReadUnits(TextSource source)
    {
        foreach (var layout in Layouts.All)
        {
            if (layout.TryRead(source) is { } units) return (layout, units);
        }

        throw new System.Diagnostics.UnreachableException("the last layout takes anything");
    }

    private static List<Speaker> SpeakersOf(IReadOnlyList<Unit> units, TextSource source)
    {
        string[] labels = [.. units.Where(unit => unit.Layer == Layer.Speech).Select(unit => unit.Label).OfType<string>().Distinct()];
        var speakers = labels.Select(label => new Speaker(label, RoleOf(label, source.Interviewers))).ToList();
        if (speakers is [] || source.Blocks.Any(block => block.Kind == BlockKind.Quote)) return speakers;

        if (speakers.Exists(speaker => speaker.Role == Role.Interviewer)) return speakers;

        // M is a moderator's label, or anybody's initial.
        var moderator = speakers.FindIndex(speaker => speaker.Key == "M");
        if (moderator >= 0 && speakers.Count > 1)
        {
            speakers[moderator] = speakers[moderator] with { Role = Role.Interviewer };
            source.Notices.Add(new(new(source.File), "nobody else asks questions, so 'M' was taken to be the moderator", "name the interviewer with --interviewer NAME"));
            return speakers;
        }

        source.Notices.Add(new(new(source.File),
            $"it cannot be told who the interviewer is (speakers: {string.Join(", ", labels)}), so all of them are coded", "name the interviewer with --interviewer NAME"));
        return speakers;
    }

    private static Role RoleOf(string label, IReadOnlyCollection<string> interviewers) =>
        interviewers.Contains(label, StringComparer.OrdinalIgnoreCase) ? Role.Interviewer : Roles.Of(label) ?? Role.Participant;

    private static string[] SplitNames(string? names) =>
        names?.Split([';', '；', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
