using System.Text.Json;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.OTranscribe;

/// <summary>oTranscribe's own files: JSON around the HTML of its editor. Speakers and stamps stand in the words, as they were typed.</summary>
internal sealed class OTranscribeText : IFormat
{
    public string Name => "otr";

    public IReadOnlyList<string> Extensions => [".otr"];

    public bool Recognises(FileContent file)
    {
        if (!JsonFile.Begins(file, Extensions) || file.Head.TrimStart()[0] != '{') return false;
        if (Extensions.Contains(file.Extension)) return true;
        if (!file.Text.Contains("\"media", StringComparison.Ordinal)) return false;

        using var document = JsonFile.TryParse(file.Text);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            && (root.TryGetProperty("media-time", out _) || root.TryGetProperty("media", out _));
    }

    public Content Read(FileContent file, Findings findings)
    {
        using var document = JsonFile.Parse(file.Text, 1, findings);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("text", out var html) || html.ValueKind != JsonValueKind.String)
        {
            findings.Refuse(null, "this is not what oTranscribe writes: it has no key 'text' with words under it", "export it again as .otr, or as plain text");
            return null;
        }

        if (root.TryGetProperty("media", out var media) && media.ValueKind == JsonValueKind.String && JsonFile.StringOf(media, null, findings) is { Length: > 0 } name) findings.AddFact("media", name);

        List<Block> blocks = [];
        var isGap = false;
        foreach (var line in EditorHtml.LinesOf(JsonFile.StringOf(html, null, findings)))
        {
            if (!line.IsBlank) blocks.Add(new(BlockKind.Paragraph, [line]) { IsAfterGap = isGap });
            isGap = line.IsBlank;
        }

        return new Content.Running(blocks);
    }
}
