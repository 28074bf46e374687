using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>Whether what a report is asked for is there at all.</summary>
internal sealed class ScopeCheck(RunRecord run)
{
    private readonly HashSet<string> _documents = [], _speakers = [], _coders = [];
    private readonly HashSet<string> _ways = [];
    private readonly SortedDictionary<string, HashSet<string>> _values = new(run.AttributeNames.ToDictionary(name => name, _ => new HashSet<string>()), StringComparer.Ordinal);

    public void Add(ResultDocument document)
    {
        _documents.Add(document.Id);
        _speakers.UnionWith(document.Speakers.Select(speaker => speaker.Key));
        _coders.UnionWith(document.Segments.SelectMany(segment => segment.Codings).Select(coding => coding.Coder));
        _ways.UnionWith(document.Segments.SelectMany(segment => segment.Codings).Select(coding => coding.By));
        foreach (var (name, value) in document.Attributes)
        {
            if (!_values.TryGetValue(name, out var values)) _values.Add(name, values = []);
            values.Add(value);
        }
    }

    /// <param name="place">The command.</param>
    public void Check(ReportScope scope, Place place, Problems problems)
    {
        Check("--code", "code", scope.Codes, [.. run.Codes.Select(code => code.Id)]);
        Check("--document", "document", scope.Documents, _documents);
        Check("--speaker", "speaker", scope.Speakers, _speakers);
        Check("--coder", "coder", scope.Coders, _coders);
        Check("--by", "coding", scope.By, _ways);
        Check("--where", "attribute", [.. scope.Where.Select(fact => fact.Name).Distinct()], _values.Keys);
        Check("--cross", "attribute", scope.Crossed ?? [], _values.Keys);
        foreach (var fact in scope.Where.Where(fact => _values.TryGetValue(fact.Name, out var values) && !values.Any(fact.Fits))) Check("--where", $"value of {fact.Name}", [fact.Value], _values[fact.Name]);

        void Check(string option, string what, IReadOnlyList<string> asked, IReadOnlyCollection<string> known)
        {
            foreach (var name in asked.Where(name => !known.Contains(name)))
            {
                problems.Add(place, $"{option}: there is no {what} '{name}' in these results{Spelling.DidYouMean(name, known)}", known.Count == 0 ? "leave it out" : $"write one of: {Listed(known)}");
            }
        }
    }

    private static string Listed(IReadOnlyCollection<string> known)
    {
        const int Most = 12;
        return string.Join(", ", known.Order(StringComparer.Ordinal).Take(Most)) + (known.Count > Most ? $", and {known.Count - Most} more" : "");
    }
}
