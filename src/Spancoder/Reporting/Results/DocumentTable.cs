using System.Globalization;
using CsvHelper;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>The table of documents: what each was read as, and what is known of it. Which columns it has shows only at the end, since documents may bring facts of their own.</summary>
/// <param name="attributes">The columns of the attributes file, and what names of files say; they stand first.</param>
internal sealed class DocumentTable(IReadOnlyList<string> attributes)
{
    /// <summary>Before the name of an attribute, which may have any.</summary>
    public const string AttributePrefix = "attribute.";

    private readonly List<(string[] Cells, IReadOnlyDictionary<string, string> Attributes)> _rows = [];

    public void Add(SegmentedDocument segmented)
    {
        var (document, facts) = (segmented.Document, segmented.Document.Facts);
        _rows.Add((
            [
                document.Id, facts.Format, facts.Layout, facts.Encoding, facts.Newline, facts.Language, facts.Hash, segmented.Segments.Count.ToString(CultureInfo.InvariantCulture),
                segmented.Segments.Sum(segment => segment.Words.InWords).ToString(CultureInfo.InvariantCulture),
            ],
            document.Metadata));
    }

    public void Write(OutputFolder folder)
    {
        IReadOnlyList<string> names = [.. attributes, .. _rows.SelectMany(row => row.Attributes.Keys).Distinct().Except(attributes).Order(StringComparer.Ordinal)];
        var schema = ResultSchemas.Documents(names);
        using (var stream = folder.Create(ResultNames.Documents))
        {
            using var csv = CsvWriter.Create(stream, Csv.Output, leaveOpen: true);
            Csv.WriteRow(csv, [.. schema.Fields.Select(field => field.Name)]);
            foreach (var (cells, known) in _rows) Csv.WriteRow(csv, [.. cells, .. names.Select(name => known.GetValueOrDefault(name, ""))]);
        }

        schema.WriteBeside(folder, ResultNames.Documents);
    }
}
