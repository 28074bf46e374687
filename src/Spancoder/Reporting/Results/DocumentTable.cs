using System.Globalization;
using CsvHelper;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>The table of documents: what each was read as, and what is known of it.</summary>
internal sealed class DocumentTable : IDisposable
{
    /// <summary>Before the name of an attribute, which may have any.</summary>
    public const string AttributePrefix = "attribute.";

    private readonly CsvWriter _csv;
    private readonly IReadOnlyList<string> _attributes;

    /// <param name="stream">Stays open.</param>
    public DocumentTable(Stream stream, IReadOnlyList<string> attributes)
    {
        (_csv, _attributes) = (CsvWriter.Create(stream, Csv.Output, leaveOpen: true), attributes);
        Csv.WriteRow(_csv, [.. ResultSchemas.Documents(attributes).Fields.Select(field => field.Name)]);
    }

    public void Add(SegmentedDocument segmented)
    {
        var (document, facts) = (segmented.Document, segmented.Document.Facts);
        Csv.WriteRow(_csv,
        [
            document.Id, facts.Format, facts.Layout, facts.Encoding, facts.Newline, facts.Language, facts.Hash, segmented.Segments.Count.ToString(CultureInfo.InvariantCulture),
            segmented.Segments.Sum(segment => segment.Words.InWords).ToString(CultureInfo.InvariantCulture), .. _attributes.Select(attribute => document.Metadata.GetValueOrDefault(attribute, "")),
        ]);
    }

    public void Dispose() => _csv.Dispose();
}
