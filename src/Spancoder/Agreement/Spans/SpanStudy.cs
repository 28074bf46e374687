namespace Spancoder.Agreement.Spans;

/// <summary>What agreement on spans is measured on: documents, who was given which of them, and what they marked there.</summary>
/// <remarks>Who was given a document and marked nothing in it has judged that nothing applies; who was not given it has not judged.</remarks>
public sealed class SpanStudy
{
    private readonly IReadOnlyDictionary<string, int> _lengths;
    private readonly HashSet<(string Coder, string Document)> _given;
    private readonly ILookup<(string Document, string Coder), CodedSpan> _ofCoder;
    private readonly ILookup<(string Document, string Coder, string Code), CodedSpan> _ofCode;

    /// <param name="lengths">Of the documents, in code points, by id.</param>
    /// <param name="given">Who was given which document: the assignment.</param>
    /// <param name="spans">In any order. The same span twice counts once.</param>
    /// <exception cref="ArgumentException">Somebody was given a document that is not there, or marked one that they were not given, or marked beyond its end.</exception>
    public SpanStudy(IReadOnlyDictionary<string, int> lengths, IEnumerable<(string Coder, string Document)> given, IEnumerable<CodedSpan> spans)
    {
        (_lengths, _given) = (lengths, [.. given]);
        foreach (var (coder, document) in _given)
        {
            if (!lengths.TryGetValue(document, out var length)) throw new ArgumentException($"'{coder}' was given '{document}', which is no document", nameof(given));
            ArgumentOutOfRangeException.ThrowIfNegative(length, nameof(lengths));
        }

        Spans = [.. spans.Distinct().OrderBy(span => span.Document, StringComparer.Ordinal).ThenBy(span => span.Start).ThenBy(span => span.End)
            .ThenBy(span => span.Coder, StringComparer.Ordinal).ThenBy(span => span.Code, StringComparer.Ordinal)];
        foreach (var span in Spans)
        {
            if (!IsGiven(span.Coder, span.Document)) throw new ArgumentException($"'{span.Coder}' marked '{span.Document}' without having been given it", nameof(spans));
            if (span.End > lengths[span.Document]) throw new ArgumentException($"'{span.Coder}' marked '{span.Document}' beyond its end", nameof(spans));
        }

        _ofCoder = Spans.ToLookup(span => (span.Document, span.Coder));
        _ofCode = Spans.ToLookup(span => (span.Document, span.Coder, span.Code));
        Documents = [.. lengths.Keys.Order(StringComparer.Ordinal)];
        Coders = [.. _given.Select(pair => pair.Coder).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Ids, ordinal.</summary>
    public IReadOnlyList<string> Documents { get; }

    /// <summary>Everybody who was given a document; ordinal.</summary>
    public IReadOnlyList<string> Coders { get; }

    /// <summary>In order of document, start, end, coder and code.</summary>
    public IReadOnlyList<CodedSpan> Spans { get; }

    /// <summary>Whether there is such a document, and it is that long.</summary>
    public bool Holds(string document, int end) => _lengths.TryGetValue(document, out var length) && end <= length;

    /// <summary>In code points.</summary>
    public int LengthOf(string document) => _lengths[document];

    public bool IsGiven(string coder, string document) => _given.Contains((coder, document));

    /// <summary>The documents that every one of these coders was given; ordinal.</summary>
    /// <exception cref="ArgumentException">A coder stands there twice, or is not of this study.</exception>
    public IReadOnlyList<string> DocumentsOfAll(params IReadOnlyList<string> coders)
    {
        if (coders.Distinct().Count() < coders.Count) throw new ArgumentException("a coder stands there twice", nameof(coders));
        if (coders.Except(Coders).FirstOrDefault() is { } unknown) throw new ArgumentException($"'{unknown}' was given no document", nameof(coders));

        return [.. Documents.Where(document => coders.All(coder => IsGiven(coder, document)))];
    }

    /// <summary>What a coder marked in a document, in order of start and end.</summary>
    internal IEnumerable<CodedSpan> SpansOf(string document, string coder) => _ofCoder[(document, coder)];

    /// <inheritdoc cref="SpansOf(string, string)"/>
    internal IEnumerable<CodedSpan> SpansOf(string document, string coder, string code) => _ofCode[(document, coder, code)];
}
