using Spancoder.Reading;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>Finds out, document by document, what was asked for that is nowhere: a speaker's name that is misspelt, an attribute that no document has.</summary>
internal sealed class UnmetConditions(FindQuery query)
{
    private readonly HashSet<string> _documents = [];
    private readonly HashSet<string> _speakers = new(LabelComparer.Instance);
    private readonly HashSet<string> _coders = [];
    private readonly Dictionary<string, HashSet<string>> _attributes = [];

    /// <summary>Attributes that no document has. Nothing can be found by them.</summary>
    public IReadOnlyList<Problem> Problems(Place place) =>
    [
        .. query.Attributes.Select(asked => asked.Name).Distinct().Where(name => !_attributes.ContainsKey(name)).Select(name => new Problem(
            place,
            $"no document has an attribute '{name}'{Spelling.DidYouMean(name, _attributes.Keys)}",
            _attributes.Count == 0 ? "give the documents attributes, with --attributes" : $"write one of: {string.Join(", ", _attributes.Keys.Order(StringComparer.Ordinal))}")),
    ];

    /// <summary>Everything else, a line each, in the order of the options.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var name in query.Speakers.Where(name => !_speakers.Contains(name))) yield return $"No speaker is called '{name}'{Meant(name, _speakers)}";
        foreach (var id in query.Documents.Where(id => !_documents.Contains(id))) yield return $"There is no document '{id}'{Meant(id, _documents)}";
        foreach (var name in query.Coders.Where(name => !_coders.Contains(name))) yield return $"Nobody of the name '{name}' coded anything{Meant(name, _coders)}";
        foreach (var asked in query.Attributes)
        {
            if (_attributes.TryGetValue(asked.Name, out var values) && !values.Any(asked.Fits)) yield return $"No document has {asked}{Meant(asked.Value, values)}";
        }
    }

    /// <param name="attributes">That documents may have, even if none of them does.</param>
    public void Know(IEnumerable<string> attributes)
    {
        foreach (var name in attributes) _attributes.TryAdd(name, []);
    }

    public void Add(ResultDocument document)
    {
        if (query.Documents.Count > 0) _documents.Add(document.Id);
        if (query.Speakers.Count > 0) _speakers.UnionWith(document.Speakers.SelectMany(speaker => new[] { speaker.Key, speaker.Name }));
        if (query.Coders.Count > 0) _coders.UnionWith(document.Segments.SelectMany(segment => segment.Codings).Select(coding => coding.Coder));
        if (query.Attributes.Count == 0) return;

        Know(document.Attributes.Keys);
        foreach (var asked in query.Attributes)
        {
            if (document.Attributes.TryGetValue(asked.Name, out var value)) _attributes[asked.Name].Add(value);
        }
    }

    private static string Meant(string word, IEnumerable<string> known) => Spelling.DidYouMean(word, known) is { Length: > 0 } meant ? meant : ".";
}
