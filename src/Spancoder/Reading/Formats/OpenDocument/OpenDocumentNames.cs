namespace Spancoder.Reading.Formats.OpenDocument;

/// <summary>The namespaces of OpenDocument, by the prefixes that its specification uses.</summary>
internal static class OpenDocumentNames
{
    public const string Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public const string Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
}
