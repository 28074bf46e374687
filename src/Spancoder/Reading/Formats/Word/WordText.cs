using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Word;

/// <summary>Word documents, of Word and of what exports to it: paragraphs and tables as one stream; what is no running text is left out and counted.</summary>
internal sealed class WordText : IFormat
{
    private const string Repair = "open it in Word, let Word repair it, and save it again";

    // A target outside of the document that is no address, such as a mistyped link, is no reason not to read the words.
    private static readonly OpenSettings MendingLinks = new()
    {
        AutoSave = false,
        RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
    };

    public string Name => "docx";

    public IReadOnlyList<string> Extensions => [".docx", ".docm", ".dotx"];

    public bool Recognises(FileContent file) => Package.IsZip(file.Bytes) && Package.KindOf(file.Bytes) == PackageKind.Word;

    public Content Read(FileContent file, Findings findings)
    {
        using var document = Open(file.Bytes, findings);
        if (MainPartOf(document) is not { } main)
        {
            findings.Refuse(null, "this file has no Word document in it", Repair);
            return null;
        }

        try
        {
            var text = WordReader.Read(main, WordStyles.Read(main), findings);
            Report(text, main, findings);
            return new Content.Running(PutLabelsRight(text.Blocks, findings));
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException or IOException)
        {
            findings.Refuse(null, "this Word file is damaged", Repair);
            return null;
        }
    }

    private static WordprocessingDocument Open(byte[] bytes, Findings findings)
    {
        try
        {
            Package.CheckSize(bytes, findings);
            return Open(bytes);
        }
        catch (Exception cause) when (cause is not InputException)
        {
            // The library has no one type for what is wrong with a package: a damaged one throws whatever its parts throw.
            findings.Refuse(null, "this Word file is damaged", Repair);
            return null;
        }
    }

    private static WordprocessingDocument Open(byte[] bytes)
    {
        try
        {
            return WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        }
        catch (OpenXmlPackageException)
        {
            MemoryStream copy = new();
            copy.Write(bytes);
            return WordprocessingDocument.Open(copy, isEditable: true, MendingLinks);
        }
    }

    private static MainDocumentPart? MainPartOf(WordprocessingDocument document)
    {
        try
        {
            return document.MainDocumentPart;
        }
        catch (InvalidOperationException)
        {
            return null; // it is named, and is not there
        }
    }

    private static void Report(WordReader text, MainDocumentPart main, Findings findings)
    {
        if (text.Inserted.Count + text.Deleted.Count > 0)
        {
            findings.Say(Math.Min(text.Inserted.First ?? int.MaxValue, text.Deleted.First ?? int.MaxValue), $"it has tracked changes: insertions ({text.Inserted.Count}) were kept, deletions ({text.Deleted.Count}) were left out",
                "accept or reject them in Word");
        }

        var margins = main.HeaderParts.Cast<OpenXmlPart>().Concat(main.FooterParts).Count(HasWords);
        var leftOut = text.LeftOut.Select(entry => $"{entry.Key} ({entry.Value.Count})").ToList();
        if (margins > 0) leftOut.Add($"headers and footers ({margins})");
        if (leftOut.Count > 0) findings.Say(text.LeftOut.Values.Min(places => places.First), $"these are not speech and were left out: {string.Join(", ", leftOut)}");

        if (text.Numbered.Count > 0)
        {
            findings.Say(text.Numbered.First, $"Word itself numbers paragraphs here ({text.Numbered.Count}), and such numbers are not part of the text", "type them if they are speakers' labels");
        }

        if (text.UnknownSymbols.Count > 0)
        {
            findings.Say(text.UnknownSymbols.First, $"characters of a symbol font that are not known ({text.UnknownSymbols.Count}) stand as U+FFFD", "type them in an ordinary font");
        }
    }

    private static bool HasWords(OpenXmlPart part)
    {
        using var reader = XmlFile.Open(part.GetStream());
        var inText = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element) inText = reader is { LocalName: "t", IsEmptyElement: false };
            else if (reader.NodeType == XmlNodeType.EndElement) inText = false;
            else if (inText && reader.NodeType == XmlNodeType.Text && reader.Value.Any(char.IsLetter)) return true;
        }

        return false;
    }

    // Some people give questions a heading's style. What begins with a label of this file is speech all the same.
    private static IReadOnlyList<Block> PutLabelsRight(IReadOnlyList<Block> blocks, Findings findings)
    {
        if (!blocks.Any(block => block.Kind == BlockKind.Heading)) return blocks;

        var labels = Labels.Find(blocks.SelectMany(block => block.Lines), new Findings(findings.File));
        return [.. blocks.Select(block => IsSpeech(block) ? block with { Kind = BlockKind.Paragraph } : block)];

        bool IsSpeech(Block block) => block.Kind == BlockKind.Heading && labels.TryRead(block.Lines[0].Text, out _);
    }
}
