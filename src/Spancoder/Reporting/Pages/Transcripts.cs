using System.Text;
using Spancoder.Codebooks;
using Spancoder.Reporting.Sections;

namespace Spancoder.Reporting.Pages;

/// <summary>Gathers the transcripts of a page, a document at a time: none is held, and where they are more than a browser can open, the page goes without.</summary>
internal sealed class Transcripts
{
    /// <summary>About 80,000 segments of 40 words.</summary>
    public const long Most = 64L << 20; // bytes

    private readonly ScratchFile _file;
    private readonly TranscriptHtml _html;
    private readonly long _most;
    private int _documents;

    /// <param name="file">Where they wait.</param>
    /// <param name="codes">Of the codebook, a parent before its children.</param>
    /// <param name="most">How many bytes a page may have of them.</param>
    public Transcripts(ScratchFile file, IReadOnlyList<Code> codes, long most = Most)
    {
        (_file, Codes, _most) = (file, new(codes), most);
        _html = new(Codes);
    }

    public PageCodes Codes { get; }

    /// <summary>There are more than a page may have: it has none, as a part would be taken for all.</summary>
    public bool AreTooMany { get; private set; }

    public void Add(CountedDocument document)
    {
        if (AreTooMany) return;

        _file.Write(Encoding.UTF8.GetBytes(_html.Of(document, ++_documents).ToString()));
        AreTooMany = _file.Length > _most;
        if (AreTooMany) _file.Clear();
    }

    public void CopyTo(Stream stream) => _file.CopyTo(stream);
}
