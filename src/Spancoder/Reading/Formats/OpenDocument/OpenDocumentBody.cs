using System.Globalization;
using System.Xml;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;
using Names = Spancoder.Reading.Formats.OpenDocument.OpenDocumentNames;

namespace Spancoder.Reading.Formats.OpenDocument;

/// <summary>The words of an OpenDocument text, taken from its XML element by element.</summary>
internal sealed class OpenDocumentBody(OpenDocumentStyles styles, Findings findings)
{
    private const int MostBlanks = 100; // that one element may stand for
    private const string Boxes = "text boxes were left out";
    private const string HiddenText = "stretches of hidden text were left out";

    private readonly BlockBuilder _blocks = new(findings);
    private readonly Omissions _omissions = new();
    private readonly Stack<OpenDocumentLook> _looks = [];
    private readonly char[] _chunk = new char[4096];
    private readonly Dictionary<string, string> _changes = []; // what is said of each, by its id: they stand before the words
    private string _encoding = "utf-8";
    private string _change = "";
    private bool _isInText;
    private bool _wasRead;
    private int _paragraphs; // that are open
    private int _merged; // cells to the right that are part of this one
    private int _tables; // that are open, one in the other
    private bool _isAfterBlank;
    private bool _isInHidden;
    private Skip? _skip;

    /// <summary>Takes what the reader stands on.</summary>
    /// <exception cref="InputException">It is no text, or too long.</exception>
    public void Read(XmlReader reader)
    {
        if (_skip is { } skip) StepOver(reader, skip);
        else if (!_isInText) LookForText(reader);
        else ReadNode(reader);
    }

    /// <exception cref="InputException">There was no text.</exception>
    public IReadOnlyList<Block> Finish()
    {
        if (!_wasRead) findings.Refuse(null, "there is no text document in this OpenDocument file", "save its text as .odt");

        findings.Encoding = _encoding;
        var blocks = _blocks.Finish();
        _omissions.SayTo(findings);
        return blocks;
    }

    private void LookForText(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.XmlDeclaration) _encoding = reader.GetAttribute("encoding")?.ToLowerInvariant() ?? _encoding;
        styles.Read(reader);
        if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Names.Office) return;

        if (reader.LocalName == "text" && !reader.IsEmptyElement) _isInText = true;
        if (reader.LocalName == "text") _wasRead = true;
        if (reader.LocalName == "spreadsheet") findings.Refuse(null, "this is an OpenDocument spreadsheet", "save its table as CSV (UTF-8)");
        if (reader.LocalName is "presentation" or "drawing" or "chart" or "image" or "database")
        {
            findings.Refuse(null, $"this is an OpenDocument {reader.LocalName}, not a text", "save its text as .odt");
        }
    }

    private void ReadNode(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when !IsSkipped(reader):
                Begin(reader);
                if (reader.IsEmptyElement) End(reader);
                break;
            case XmlNodeType.EndElement:
                End(reader);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _paragraphs > 0:
                AddText(reader);
                break;
        }
    }

    private bool IsSkipped(XmlReader reader)
    {
        var what = (reader.NamespaceURI, reader.LocalName) switch
        {
            (Names.Text, "note") => "footnotes were left out",
            (Names.Office, "annotation") => "comments were left out",
            (Names.Text, "ruby-text") => "readings above characters were left out",
            (Names.Text, "section") when reader.GetAttribute("display", Names.Text) == "none" => HiddenText,
            (Names.Text, "table-of-content" or "illustration-index" or "table-index" or "object-index" or "user-index" or "alphabetical-index" or "bibliography") =>
                "generated indexes were left out",
            (Names.Text, "tracked-changes" or "script") or (Names.Office, "forms") or (Names.Draw, _) => "",
            _ => null,
        };
        if (what is null) return false;

        if (what.Length > 0) _omissions.Add(what, _blocks.Paragraph);
        if (!reader.IsEmptyElement) _skip = new(reader.Depth, IsDrawing: reader.NamespaceURI == Names.Draw);
        return true;
    }

    private void StepOver(XmlReader reader, Skip skip)
    {
        if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == skip.Depth) _skip = null;
        if (reader.NodeType == XmlNodeType.Text && skip is { IsDrawing: true, HasParagraph: true })
        {
            _omissions.Add(Boxes, _blocks.Paragraph);
            _skip = skip with { IsDrawing = false }; // counted
        }

        if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Names.Text) return;

        if (reader.LocalName is "p" or "h") _skip = skip with { HasParagraph = true };
        if (reader.LocalName == "changed-region") _change = reader.GetAttribute("id", Names.Text) ?? "";
        if (reader.LocalName == "deletion") _changes[_change] = "tracked deletions were left out";
        if (reader.LocalName == "insertion") _changes[_change] = "tracked insertions were kept";
    }

    private void Begin(XmlReader reader)
    {
        switch (reader.NamespaceURI, reader.LocalName)
        {
            case (Names.Text, "p" or "h"):
                BeginParagraph(reader);
                break;
            case (Names.Text, "span" or "a"):
                _looks.Push(styles.LookOf("text", reader.GetAttribute("style-name", Names.Text), Look));
                break;
            case (Names.Text, "s"):
                Append(new string(' ', BlanksOf(reader)));
                break;
            case (Names.Text, "tab"):
                Append("\t");
                break;
            case (Names.Text, "line-break"):
                _blocks.BreakLine();
                _isAfterBlank = true;
                break;
            case (Names.Text, "change" or "change-start"):
                if (_changes.TryGetValue(reader.GetAttribute("change-id", Names.Text) ?? "", out var said)) _omissions.Add(said, _blocks.Paragraph);
                break;
            case (Names.Table, "table-cell") when _tables == 1:
                _merged = SpanOf(reader) - 1;
                break;
            case (Names.Table, "table"):
                if (++_tables > 1) _omissions.Add("tables inside tables were read as lines of the outer cell", _blocks.Paragraph);
                break;
        }
    }

    private static int SpanOf(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("number-columns-spanned", Names.Table), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Max(1, span) : 1;

    private OpenDocumentLook Look => _looks.TryPeek(out var look) ? look : default;

    private void End(XmlReader reader)
    {
        switch (reader.NamespaceURI, reader.LocalName)
        {
            case (Names.Text, "p" or "h"):
                EndParagraph(reader.LocalName == "h");
                break;
            case (Names.Text, "span" or "a"):
                _looks.TryPop(out _);
                break;
            case (Names.Table, "table-cell") when _tables == 1:
                _blocks.EndCell();
                break;
            case (Names.Table, "covered-table-cell") when _tables == 1:
                // Merged with the one to its left it is no cell; with the one above it is an empty one, as in Word.
                if (_merged > 0) _merged--;
                else _blocks.EndCell();
                break;
            case (Names.Table, "table-row") when _tables == 1:
                _blocks.EndRow();
                break;
            case (Names.Table, "table"):
                if (--_tables == 0) _blocks.EndTable();
                break;
            case (Names.Office, "text"):
                _isInText = false;
                break;
        }
    }

    private void BeginParagraph(XmlReader reader)
    {
        if (_paragraphs++ > 0) _blocks.BreakLine(); // none stands in another, unless the file is not as it should be
        _looks.Push(styles.LookOf("paragraph", reader.GetAttribute("style-name", Names.Text), default));
        _isAfterBlank = true;
        _isInHidden = false;
    }

    private void EndParagraph(bool isHeading)
    {
        _looks.TryPop(out _);
        if (--_paragraphs > 0) return;

        if (_tables > 0) _blocks.EndParagraphInCell();
        else _blocks.EndParagraph(isHeading ? BlockKind.Heading : BlockKind.Paragraph);
    }

    private static int BlanksOf(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("c", Names.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, MostBlanks) : 1;

    private void AddText(XmlReader reader)
    {
        int length;
        while ((length = reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0) Append(_chunk.AsSpan(0, Collapse(_chunk.AsSpan(0, length))));
    }

    // Line ends and runs of blanks are how the XML is laid out; what was typed stands as text:s and text:line-break.
    private int Collapse(Span<char> chunk)
    {
        var end = 0;
        foreach (var c in chunk)
        {
            var isBlank = c is ' ' or '\t' or '\n' or '\r';
            if (isBlank && _isAfterBlank) continue;

            chunk[end++] = isBlank ? ' ' : c;
            _isAfterBlank = isBlank;
        }

        return end;
    }

    private void Append(ReadOnlySpan<char> words)
    {
        if (_paragraphs == 0 || words.IsEmpty) return;

        if (Look.IsHidden && !_isInHidden) _omissions.Add(HiddenText, _blocks.Paragraph);
        _isInHidden = Look.IsHidden;
        if (!Look.IsHidden) _blocks.Append(words, Look.IsBold);
    }

    /// <summary>An element whose words are not the document's.</summary>
    /// <param name="Depth">Of the element.</param>
    /// <param name="IsDrawing">Where words are to be reported that nobody has counted yet.</param>
    private sealed record Skip(int Depth, bool IsDrawing, bool HasParagraph = false);
}
