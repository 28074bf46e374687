using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>Makes small Word files and reads them.</summary>
internal static class WordFiles
{
    private const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    /// <param name="body">What stands in w:body.</param>
    /// <param name="styles">What stands in w:styles; null for no such part.</param>
    /// <param name="numbering">What stands in w:numbering; null for no such part.</param>
    /// <param name="header">What stands in w:hdr; null for no such part.</param>
    public static byte[] Document(string body, string? styles = null, string? numbering = null, string? header = null)
    {
        MemoryStream file = new();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Feed(main, $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            if (styles is not null) Feed(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Namespaces}>{styles}</w:styles>");
            if (numbering is not null) Feed(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Namespaces}>{numbering}</w:numbering>");
            if (header is not null) Feed(main.AddNewPart<HeaderPart>(), $"<w:hdr {Namespaces}>{header}</w:hdr>");
        }

        return file.ToArray();
    }

    /// <summary>As if the file had been p.docx.</summary>
    public static Document Read(byte[] file, ReadingOptions? options = null) =>
        DocumentReader.Read(new FileContent(file, "p.docx"), new("p.docx", "p.docx", new Dictionary<string, string>()), options ?? new());

    public static Document ReadBody(string body, ReadingOptions? options = null) => Read(Document(body), options);

    public static IEnumerable<string> NoticesOf(Document document) => document.Notices.Select(notice => notice.ToString());

    public static string Paragraph(string text, string? properties = null) => $"<w:p><w:pPr>{properties}</w:pPr>{Run(text)}</w:p>";

    public static string Paragraphs(params IEnumerable<string> texts) => string.Concat(texts.Select(text => Paragraph(text)));

    public static string Bold(string text) => $"<w:p>{Run(text, "<w:b/>")}</w:p>";

    public static string Run(string text, string? properties = null) =>
        $"<w:r><w:rPr>{properties}</w:rPr>{string.Join("<w:br/>", text.Split('\n').Select(line => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(line)}</w:t>"))}</w:r>";

    /// <summary>Of each cell its paragraphs, one a line.</summary>
    public static string Table(params IEnumerable<string[]> rows) =>
        $"<w:tbl><w:tblPr/>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{Paragraphs(cell.Split('\n'))}</w:tc>"))}</w:tr>"))}</w:tbl>";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
