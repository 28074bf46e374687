using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;

namespace Spancoder.Reading.Formats.Word;

/// <summary>The main part of a Word file, read once from beginning to end: its paragraphs and tables as blocks.</summary>
/// <remarks>
/// Words stand in <c>w:t</c>, with tabs, breaks and symbols between them. Whatever else may hold words (links, results of fields, content controls,
/// insertions) is walked through; what is no running text is passed over and counted.
/// </remarks>
internal sealed class WordReader
{
    private const int Deepest = 200; // elements in elements; a table in a table in a content control comes to 40
    private const string Alternatives = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static readonly FrozenSet<string> WordNamespaces = FrozenSet.ToFrozenSet(
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main", // "Strict Open XML Document"
    ]);

    private static readonly FrozenDictionary<string, string> Pointers = new Dictionary<string, string>
    {
        ["footnoteReference"] = "footnotes",
        ["endnoteReference"] = "endnotes",
        ["commentReference"] = "comments",
        ["altChunk"] = "embedded documents",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Asides = new Dictionary<string, string>
    {
        ["txbxContent"] = "text boxes",
        ["rt"] = "readings beside characters",
    }.ToFrozenDictionary();

    // Former properties, codes of fields, choices of a list: nothing that a reader of the document sees.
    private static readonly FrozenSet<string> Unseen = FrozenSet.ToFrozenSet(["instrText", "delInstrText", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sdtPr", "sectPr"]);

    private readonly XmlReader _reader;
    private readonly WordStyles _styles;
    private readonly Findings _findings;
    private readonly WordBlocks _blocks = new();
    private readonly StringBuilder _words = new();
    private readonly Stack<int> _alternatives = []; // how much had been found where each began
    private WordParagraph? _paragraph;
    private Run _run = new();
    private Properties _properties;
    private bool _inWords;
    private bool _keepsBlanks;
    private int _number;
    private int _found;

    private WordReader(XmlReader reader, WordStyles styles, Findings findings) => (_reader, _styles, _findings) = (reader, styles, findings);

    private enum Properties
    {
        None,
        OfParagraph,
        OfParagraphMark,
        OfRun,
        OfRow,
    }

    public IReadOnlyList<Block> Blocks => _blocks.All;

    public Sightings Inserted { get; } = new();

    public Sightings Deleted { get; } = new();

    /// <summary>Paragraphs before which Word writes a number.</summary>
    public Sightings Numbered { get; } = new();

    public Sightings UnknownSymbols { get; } = new();

    /// <summary>By what it is, in the plural.</summary>
    public SortedDictionary<string, Sightings> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <param name="main">The part that holds the words.</param>
    /// <param name="styles">Of the same file.</param>
    /// <param name="findings">Takes the problem when it is nested too deeply.</param>
    /// <exception cref="XmlException">It is not XML, or declares a document type.</exception>
    public static WordReader Read(MainDocumentPart main, WordStyles styles, Findings findings)
    {
        using var reader = XmlFile.Open(main.GetStream());
        WordReader words = new(reader, styles, findings);
        words.Read();
        return words;
    }

    private void Read()
    {
        while (_reader.Read())
        {
            if (_reader.Depth > Deepest) _findings.Refuse(null, $"this Word file is nested more than {Deepest} elements deep", "copy its words into a new document");

            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when !TryPass():
                    var isEmpty = _reader.IsEmptyElement;
                    Begin(_reader.LocalName);
                    if (isEmpty) End(_reader.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    End(_reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _inWords:
                    _words.Append(_reader.Value);
                    break;
            }
        }

        EndParagraph();
    }

    // What is not walked into. Leaves the reader on the last node of it.
    private bool TryPass()
    {
        var name = _reader.LocalName;
        if (_reader.NamespaceURI == Alternatives) return TryPassRepeated(name);
        if (name != "oMath" && !WordNamespaces.Contains(_reader.NamespaceURI)) return false;

        if (name == "oMath") PassAside("formulas");
        else if (Unseen.Contains(name)) PassWords();
        else if (name is "del" or "moveFrom" && _properties == Properties.None) PassDeleted();
        else if (Asides.TryGetValue(name, out var kind)) PassAside(kind);
        else return false;
        return true;
    }

    // The same thing for older and newer programs: the first version in which anything is found counts.
    private bool TryPassRepeated(string name)
    {
        var isRepeated = name is "Choice" or "Fallback" && _alternatives.TryPeek(out var before) && _found > before;
        if (isRepeated) PassWords();
        return isRepeated;
    }

    private void PassDeleted()
    {
        if (PassWords()) Deleted.Add(_number);
    }

    private void PassAside(string kind)
    {
        if (PassWords()) LeaveOut(kind);
    }

    /// <returns>Whether there were any words.</returns>
    private bool PassWords()
    {
        if (_reader.IsEmptyElement) return false;

        var (depth, hasWords, inWords) = (_reader.Depth, false, false);
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element) inWords = _reader is { LocalName: "t" or "delText", IsEmptyElement: false };
            else if (_reader.NodeType == XmlNodeType.EndElement) inWords = false;
            else hasWords |= inWords && !string.IsNullOrWhiteSpace(_reader.Value);
        }

        return hasWords;
    }

    private void LeaveOut(string kind)
    {
        if (!LeftOut.TryGetValue(kind, out var places)) LeftOut[kind] = places = new();
        places.Add(Math.Max(_number, 1));
        _found++;
    }

    private void Begin(string name)
    {
        if (_reader.NamespaceURI == Alternatives)
        {
            if (name == "AlternateContent") _alternatives.Push(_found);
            return;
        }

        if (!WordNamespaces.Contains(_reader.NamespaceURI)) return;

        if (_properties != Properties.None) BeginProperty(name);
        else if (Pointers.TryGetValue(name, out var kind)) LeaveOut(kind);
        else BeginContent(name);
    }

    private void BeginContent(string name)
    {
        switch (name)
        {
            case "p": BeginParagraph(); break;
            case "pPr": _properties = Properties.OfParagraph; break;
            case "r": _run = new(); break;
            case "rPr": _properties = Properties.OfRun; break;
            case "trPr": _properties = Properties.OfRow; break;
            case "t": (_inWords, _keepsBlanks) = (true, _reader.XmlSpace == XmlSpace.Preserve); break;
            case "tab" or "ptab": Add("\t"); break;
            case "br" or "cr": Add("\n"); break;
            case "noBreakHyphen": Add("\u2011"); break;
            case "sym": AddSymbol(); break;
            case "ins" or "moveTo": Inserted.Add(Math.Max(_number, 1)); break;
            case "tbl":
                EndParagraph();
                _blocks.BeginTable();
                break;
        }
    }

    private void BeginProperty(string name)
    {
        var value = _reader.GetAttribute("val", _reader.NamespaceURI);
        switch (_properties, name)
        {
            case (Properties.OfParagraph, "pStyle"): Current.Style = value; break;
            case (Properties.OfParagraph, "outlineLvl"): Current.OutlineLevel = ToNumber(value); break;
            case (Properties.OfParagraph, "numId"): Current.List = value; break;
            case (Properties.OfParagraph, "ilvl"): Current.ListLevel = ToNumber(value) ?? 0; break;
            case (Properties.OfParagraph, "rPr"): _properties = Properties.OfParagraphMark; break;
            case (Properties.OfParagraphMark, "del" or "moveFrom"): Current.GoesOn = true; break;
            case (Properties.OfRun, "b"): _run.IsBold = WordStyles.IsOn(value); break;
            case (Properties.OfRun, "rStyle"): _run.Style = value; break;
            case (Properties.OfRun, "vanish"): _run.IsHidden = WordStyles.IsOn(value); break;
            case (Properties.OfRow, "del"):
                Deleted.Add(Math.Max(_number, 1));
                _blocks.DropRow();
                break;
        }
    }

    private void End(string name)
    {
        if (_reader.NamespaceURI == Alternatives)
        {
            if (name == "AlternateContent") _alternatives.TryPop(out _);
            return;
        }

        if (!WordNamespaces.Contains(_reader.NamespaceURI)) return;

        switch (name)
        {
            case "p" when Current.GoesOn: break; // its end was deleted, so the next one goes on in it
            case "p": EndParagraph(); break;
            case "t": EndWords(); break;
            case "rPr": _properties = _properties == Properties.OfParagraphMark ? Properties.OfParagraph : Properties.None; break;
            case "pPr" or "trPr": _properties = Properties.None; break;
            case "tc":
                EndParagraph();
                _blocks.EndCell();
                break;
            case "tr":
                EndParagraph();
                _blocks.EndRow();
                break;
            case "tbl":
                EndParagraph();
                _blocks.EndTable();
                break;
        }
    }

    private WordParagraph Current => _paragraph ??= new(Math.Max(_number, 1));

    private void BeginParagraph()
    {
        _number++;
        if (_paragraph is { GoesOn: true }) _paragraph.GoesOn = false;
        else EndParagraph();
        _paragraph ??= new(_number);
    }

    private void EndParagraph()
    {
        if (_paragraph is not { } paragraph) return;

        _paragraph = null;
        var isHeading = _styles.IsHeading(paragraph.Style, paragraph.OutlineLevel);
        if (!isHeading && _styles.IsNumbered(paragraph.Style, paragraph.List, paragraph.ListLevel) && paragraph.HasWords) Numbered.Add(paragraph.Number);
        _blocks.Add(paragraph, isHeading ? BlockKind.Heading : BlockKind.Paragraph);
    }

    private void EndWords()
    {
        _inWords = false;
        var words = _words.ToString();
        _words.Clear();
        Add(_keepsBlanks ? words : words.Trim(' ', '\t', '\r', '\n'));
    }

    private void AddSymbol()
    {
        var symbol = WordSymbols.Of(_reader.GetAttribute("font", _reader.NamespaceURI), _reader.GetAttribute("char", _reader.NamespaceURI));
        if (symbol == WordSymbols.Unknown) UnknownSymbols.Add(Math.Max(_number, 1));
        Add(symbol);
    }

    private void Add(string words)
    {
        if (words.Length == 0) return;
        _found++;
        if (_run.IsHidden && !string.IsNullOrWhiteSpace(words)) LeaveOut("hidden words");
        else if (!_run.IsHidden) Current.Add(words, _run.IsBold ?? _styles.IsBold(_run.Style ?? Current.Style) ?? _styles.IsBold(Current.Style) ?? false);
    }

    private static int? ToNumber(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What its properties say of the words that follow.</summary>
    private sealed class Run
    {
        /// <summary>Null where only styles say.</summary>
        public bool? IsBold { get; set; }

        public string? Style { get; set; }

        public bool IsHidden { get; set; }
    }
}
