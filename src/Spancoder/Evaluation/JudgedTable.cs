using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Learning;
using Spancoder.Reading;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Evaluation;

/// <summary>A table of utterances and what people said of them, without a study and without a codebook: the codes are those that the codings name.</summary>
/// <param name="Codebook">Its codes, in order of id; no rules.</param>
/// <param name="Segments">In the order of <see cref="LabelledSegment.InOrder"/>.</param>
/// <param name="Coders">Whose judgements are taken for right.</param>
/// <param name="Unsure">Utterances that were looked at, and could not be told.</param>
internal sealed record JudgedTable(Codebook Codebook, IReadOnlyList<JudgedSegment> Segments, IReadOnlyList<string> Coders, int Unsure, FeatureSpace Space)
{
    private const int MostJudged = 100_000;
    private static readonly string[][] Columns = [["document"], ["segment"], ["speaker"], ["text"]];
    private static readonly string[][] CodingColumns = [["segment"], ["document"], ["code"], ["coder"]];

    /// <summary>Whether a file is such a table: it has the columns document, segment and text.</summary>
    public static bool Is(string file)
    {
        if (!File.Exists(file) || !Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase)) return false;

        return TableFile.FirstRowOf(file) is var names && names.Contains("document") && names.Contains("segment") && names.Contains("text");
    }

    /// <param name="codings">Files with the columns segment and code; also coder, and document where segments of several documents have one name.</param>
    /// <param name="coder">Whose judgements are taken for right; null where there is one.</param>
    /// <returns>Null when there are problems.</returns>
    public static JudgedTable? Read(string file, IReadOnlyList<string> codings, string? coder, bool withPrevious, Problems problems)
    {
        Problems wrong = new();
        var rows = ReadRows(file, wrong);
        var judgements = rows is null ? [] : ReadCodings(codings, rows, wrong);
        var coders = judgements.Values.SelectMany(ofRow => ofRow.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!wrong.Any) CheckCoder(coder, coders, judgements.Count, codings, wrong);
        problems.Add(wrong.InOrder);
        return wrong.Any ? null : Make(rows!, judgements, coder ?? coders[0], withPrevious); // without problems there are rows
    }

    private static List<Row>? ReadRows(string file, Problems problems)
    {
        using var table = TableFile.Open(file, Columns, problems);
        if (table is null || !table.Needs(problems, "document", "segment", "text")) return null;

        List<Row> rows = [];
        HashSet<(string, string)> known = [];
        foreach (var row in table.Rows(problems))
        {
            if (row["document"].Length == 0 || row["segment"].Length == 0) problems.Add(row.Place, "this row names no document, or no segment", "name both");
            else if (!known.Add((row["document"], row["segment"]))) problems.Add(row.Place, "its segment stands in the table twice", "give every utterance a segment of its own");
            else rows.Add(new(row["document"], row["segment"], row["speaker"], row["text"]));
        }

        return rows;
    }

    // By row of the table, then coder.
    private static SortedDictionary<int, SortedDictionary<string, HashSet<string>>> ReadCodings(IReadOnlyList<string> files, List<Row> rows, Problems problems)
    {
        var byName = rows.Index().ToLookup(row => row.Item.Segment, row => row.Index);
        SortedDictionary<int, SortedDictionary<string, HashSet<string>>> judgements = [];
        foreach (var file in files)
        {
            using var table = TableFile.Open(file, CodingColumns, problems);
            if (table is null || !table.Needs(problems, "segment", "code")) continue;

            foreach (var row in table.Rows(problems).Where(row => row["code"].Length > 0))
            {
                List<int> named = [.. byName[row["segment"]].Where(index => row["document"].Length == 0 || rows[index].Document == row["document"])];
                var codes = row["code"].Split('|', StringSplitOptions.TrimEntries);
                if (named is not [var only]) problems.Add(row.Place, named is [] ? "its segment is not in the table of utterances" : "several documents have a segment of this name", named is [] ? "name it as the table does" : "add the column document");
                else if (!codes.All(Code.IsId)) problems.Add(row.Place, "its code is not of letters, digits, '-', '_' and '.' alone", "rename it");
                else if (rows[only].Text.Length == 0) problems.Add(row.Place, "its utterance has no words", "give the table the words, or remove the row");
                else Judged(only, row["coder"] is { Length: > 0 } coder ? coder : Path.GetFileNameWithoutExtension(file)).UnionWith(codes);
            }
        }

        return judgements;

        HashSet<string> Judged(int row, string coder)
        {
            if (!judgements.TryGetValue(row, out var coders)) judgements.Add(row, coders = new(StringComparer.Ordinal));
            if (!coders.TryGetValue(coder, out var codes)) coders.Add(coder, codes = []);
            return codes;
        }
    }

    private static void CheckCoder(string? coder, List<string> coders, int judged, IReadOnlyList<string> files, Problems problems)
    {
        Place place = new(files is [var first, ..] ? first : "spancoder evaluate");
        if (judged > MostJudged) problems.Add(place, FormattableString.Invariant($"{judged:N0} utterances are judged, and more than {MostJudged:N0} take too long"), "evaluate some of the documents");
        else if (coders is []) problems.Add(place, files is [] ? "there are no people's codings to learn from" : "nobody judges anything in it", "give --codings a table with the columns segment and code");
        else NamedCoder.Check(coder, coders, isNeeded: true, place, problems);
    }

    private static JudgedTable Make(List<Row> rows, SortedDictionary<int, SortedDictionary<string, HashSet<string>>> judgements, string coder, bool withPrevious)
    {
        var codebook = CodebookOf(judgements.Values.SelectMany(ofRow => ofRow.Values).SelectMany(codes => codes).Distinct().Except(Coding.Reserved));
        FeatureSpace space = new(RuleCompiler.Compile(codebook, new()), withPrevious);
        Tokenizer tokenizer = new();
        FeatureExtractor extractor = new(space, tokenizer.Vocabulary);
        List<JudgedSegment> segments = [];
        var codable = judgements.Keys.ToHashSet();
        foreach (var document in rows.Index().GroupBy(row => row.Item.Document))
        {
            var (segmented, judged) = Lay([.. document], codable);
            extractor.Each(segmented, tokenizer.ReadMemory(segmented.Document.Text), [], (segment, features) =>
            {
                List<Judgement> people = [.. judgements[judged[segment.Number]].Where(said => !said.Value.Contains(Coding.Unsure)).Select(said => new Judgement(said.Key, [.. said.Value.Except([Coding.Nothing])]))];
                if (people.Find(judgement => judgement.Coder == coder) is not { Codes: { } right }) return;

                segments.Add(new()
                {
                    Lesson = new(document.Key, segment.Number, SegmentHash.Of(segment.Span.In(segmented.Document.Text)), features.Copy(), [.. codebook.Codes.Select(code => (bool?)right.Contains(code.Id))]),
                    Language = segment.Language,
                    Layer = segment.Layer,
                    Rules = RulesSay.Nothing,
                    People = people,
                });
            });
        }

        var unsure = judgements.Values.Count(ofRow => ofRow.TryGetValue(coder, out var codes) && codes.Contains(Coding.Unsure));
        return new(codebook, LabelledSegment.InOrder(segments, segment => segment.Lesson), [coder], unsure, space);
    }

    // The document that its utterances make, and for the number of each segment the row that it is.
    private static (SegmentedDocument Document, Dictionary<int, int> Rows) Lay(IReadOnlyList<(int Index, Row Item)> rows, HashSet<int> judged)
    {
        System.Text.StringBuilder text = new();
        List<Segment> segments = [];
        Dictionary<int, int> rowOf = [];
        foreach (var (index, row) in rows.Where(row => row.Item.Text.Length > 0))
        {
            if (text.Length > 0) text.Append('\n');
            TextSpan span = new(text.Length, text.Length + row.Text.Length);
            text.Append(row.Text);
            segments.Add(new()
            {
                Number = segments.Count + 1,
                Id = row.Segment,
                Span = span,
                Layer = Layer.Speech,
                Speaker = new(row.Speaker, Role.Unknown),
                Codable = judged.Contains(index),
                Language = Languages.Of(row.Text),
                Words = default,
            });
            rowOf.Add(segments.Count, index);
        }

        return (new(Document.OfTurns(rows[0].Item.Document, text.ToString(), [], new Dictionary<string, string>()), segments, [], []), rowOf);
    }

    private static Codebook CodebookOf(IEnumerable<string> codes) => new()
    {
        Id = "codings",
        Version = "0",
        Title = new([new("en", "The codes that the codings name")]),
        Codes = [.. codes.Order(StringComparer.Ordinal).Select(id => new Code { Id = id, Parent = null, Name = new([new("en", id)]), Definition = new([]), Place = new("codings") })],
        Rules = [],
        Lists = new Dictionary<string, WordList>(),
        Hash = "",
    };

    private sealed record Row(string Document, string Segment, string Speaker, string Text);
}
