using System.Text.Json;
using Spancoder.Reporting;

namespace Spancoder.Tests.Reporting;

public class ReportJsonTests
{
    [Fact]
    public void Blocks_are_laid_out_the_same_after_they_were_kept()
    {
        ReportBlock[] blocks =
        [
            new ReportBlock.Heading(3, "# How \"good\""),
            new ReportBlock.Paragraph("Zeile <b>\n第二行 \u2028 😀"),
            new ReportBlock.Bullets(["one", "", "| two"]),
            new ReportBlock.Bullets([]),
            new ReportBlock.Table([new("code", IsNumber: false), new("F1")], [["a", "0.5"], ["", "n/a"]], "of all"),
            new ReportBlock.Table([], [], ""),
        ];
        Assert.Equal(MarkdownLayout.Write(new(blocks)), MarkdownLayout.Write(new(ReportJson.Read(Written(blocks)))));
        Assert.Equal(Written(blocks).GetRawText(), Written(ReportJson.Read(Written(blocks))).GetRawText());
    }

    [Fact]
    public void What_participants_said_is_not_kept() =>
        Assert.Throws<ArgumentException>(() => Written([new ReportBlock.Quote("p01.txt#1", [], "words", "reason")]));

    private static JsonElement Written(IReadOnlyList<ReportBlock> blocks)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            ReportJson.Write(json, "blocks", blocks);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("blocks");
    }
}
