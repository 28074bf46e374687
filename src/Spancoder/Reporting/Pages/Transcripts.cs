using System.Text;
using Spancoder.Codebooks;

namespace Spancoder.Reporting.Pages;

/// <summary>Gathers the transcripts of a page, a document at a time: none is held, and where they are more than a browser can open, the page goes without.</summary>
internal sealed class Transcripts
{
    /// <summary>About 80,000 segments of 40 words.</summary>
    public const long Most = 64L << 20; // bytes

    private readonly ScratchFile _file;
    private readonly TranscriptHtml _html;
    private readonly Func<ResultSegment, CountedCodes?> _countedOf;
    private readonly long _most;
    private int _documents;

    /// <param name="file">Where they wait.</param>
    /// <param name="codes">Of the codebook, a parent before its children.</param>
    /// <param name="countedOf">What the report counts of a segment; null where it counts nothing.</param>
    /// <param name="most">How many bytes a page may have of them.</param>
    public Transcripts(ScratchFile file, IReadOnlyList<Code> codes, Func<ResultSegment, CountedCodes?> countedOf, long most = Most)
    {
        (_file, Codes, _countedOf, _most) = (file, new(codes), countedOf, most);
        _html = new(Codes);
    }

    public PageCodes Codes { get; }

    /// <summary>There are more than a page may have: it has none, as a part would be taken for all.</summary>
    public bool AreTooMany { get; private set; }

    public void Add(ResultDocument document)
    {
        if (AreTooMany) return;

        _file.Write(Encoding.UTF8.GetBytes(_html.Of(document, ++_documents, _countedOf).ToString()));
        AreTooMany = _file.Length > _most;
        if (AreTooMany) _file.Clear();
    }

    public void CopyTo(Stream stream) => _file.CopyTo(stream);
}
