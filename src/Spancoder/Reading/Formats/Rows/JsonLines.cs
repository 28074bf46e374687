using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>JSON Lines, as programs write logs and data sets: an object a line, each an utterance.</summary>
internal sealed class JsonLines : IFormat
{
    public string Name => "jsonl";

    public IReadOnlyList<string> Extensions => [".jsonl", ".ndjson"];

    // The first line is an object by itself, and the next begins another.
    public bool Recognises(FileContent file)
    {
        if (!JsonFile.Begins(file, Extensions)) return false;
        if (Extensions.Contains(file.Extension)) return file.Head.TrimStart()[0] == '{';

        var text = file.Text.AsSpan().Trim();
        var end = text.IndexOf('\n');
        return end > 0 && text[..end].TrimEnd() is ['{', .., '}'] && text[end..].TrimStart() is ['{', ..];
    }

    public Content Read(FileContent file, Findings findings)
    {
        JsonTable rows = new(findings);
        foreach (var line in Line.Of(file.Text).Where(line => !line.IsBlank))
        {
            using var document = JsonFile.Parse(line.Text, line.Number, findings);
            rows.Add(document.RootElement, line.Number);
        }

        var table = SpeakerChanges.Number(rows.Table, findings);
        return UtteranceRows.Read(table, UtteranceColumns.Find(table, file.ColumnMap, findings), findings);
    }
}
