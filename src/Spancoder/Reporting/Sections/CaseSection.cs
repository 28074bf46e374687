using Spancoder.Codebooks;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Every code by every document, and by every case, as counts and as 0 and 1: what comparing cases starts from.</summary>
/// <remarks>A case is a voice: a speaker in a document, and what has no speaker in a document is one too.</remarks>
internal sealed class CaseSection(RunRecord run, ReportScope scope) : IReportSection
{
    private readonly List<Case> _documents = [];
    private readonly List<Case> _cases = [];

    public void Add(CountedDocument document)
    {
        Case ofDocument = new(document.Id, Selection.Where("document", document.Id));
        Dictionary<string, Case> voices = [];
        foreach (var segment in document.Codable)
        {
            var speaker = segment.Segment.Speaker?.Key ?? "";
            if (!voices.TryGetValue(speaker, out var voice)) voices.Add(speaker, voice = new(speaker.Length > 0 ? $"{document.Id}: {speaker}" : $"{document.Id}: (no speaker)", ofDocument.Of.And("speaker", speaker)));
            ofDocument.Add(segment);
            voice.Add(segment);
        }

        _documents.Add(ofDocument);
        _cases.AddRange(voices.OrderBy(voice => voice.Key, StringComparer.Ordinal).Select(voice => voice.Value));
    }

    public IEnumerable<ReportBlock> Blocks()
    {
        IReadOnlyList<Code> codes = [.. run.Codes.Where(scope.Has)];
        yield return new ReportBlock.Heading(2, "Every code by document and by case");
        yield return Counts("code-by-document", "document", _documents, codes);
        yield return Presence("code-by-document-01", "document", _documents, codes);
        yield return Counts("code-by-case", "case", _cases, codes);
        yield return Presence("code-by-case-01", "case", _cases, codes);
        yield return new ReportBlock.Paragraph($"As 0 and 1 the same stands in {ResultNames.TableOf("code-by-document-01")} and {ResultNames.TableOf("code-by-case-01")}.");
    }

    private static ReportBlock.Table Counts(string id, string what, List<Case> cases, IReadOnlyList<Code> codes) => new(
        [new(what, IsNumber: false), new("codable"), .. codes.Select(code => new Column(code.Id))],
        [.. cases.Select(one => (IReadOnlyList<Cell>)[one.Name, Cell.Count(one.Codable, one.Of), .. codes.Select(code => one.Codable == 0 ? Cell.Undefined : one.CountOf(code) is > 0 and var count ? Cell.Count(count, one.Of.And("code", code.Id)) : Cell.Count(0))])],
        $"Counts of segments; a code's include its sub-codes. {WhatIsACase(what)}")
    {
        Id = id,
    };

    private static ReportBlock.Table Presence(string id, string what, List<Case> cases, IReadOnlyList<Code> codes) => new(
        [new(what, IsNumber: false), .. codes.Select(code => new Column(code.Id))],
        [.. cases.Select(one => (IReadOnlyList<Cell>)[one.Name, .. codes.Select(code => one.Codable == 0 ? Cell.Undefined : Cell.Count(one.CountOf(code) > 0 ? 1 : 0))])],
        $"1: some codable segment of it has the code or one below it; 0: none has; n/a: nothing in it can be coded. {WhatIsACase(what)}")
    {
        Id = id,
        IsOnlyData = true,
    };

    private static string WhatIsACase(string what) => what == "case" ? "A case is a voice in a document; what has no speaker is a case of its own." : "";

    private sealed class Case(string name, Selection of)
    {
        private readonly Dictionary<Code, int> _counts = [];

        public string Name { get; } = name;

        public Selection Of { get; } = of;

        public int Codable { get; private set; }

        public int CountOf(Code code) => _counts.GetValueOrDefault(code);

        public void Add(CountedSegment segment)
        {
            Codable++;
            foreach (var code in segment.Codes) _counts[code] = CountOf(code) + 1;
        }
    }
}
