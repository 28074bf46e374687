using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Sections;

/// <summary>Whether what a report is asked for is there at all.</summary>
internal sealed class ScopeCheck(RunRecord run)
{
    private readonly HashSet<string> _documents = [], _speakers = [], _coders = [];
    private readonly Dictionary<string, HashSet<string>> _values = run.AttributeNames.ToDictionary(name => name, _ => new HashSet<string>());

    public void Add(ResultDocument document)
    {
        _documents.Add(document.Id);
        _speakers.UnionWith(document.Speakers.Select(speaker => speaker.Key));
        _coders.UnionWith(document.Segments.SelectMany(segment => segment.Codings).Select(coding => coding.Coder));
        foreach (var (name, values) in _values) values.Add(document.Attributes.GetValueOrDefault(name, ""));
    }

    /// <param name="place">The command.</param>
    public void Check(ReportScope scope, Place place, Problems problems)
    {
        Check("--code", "code", scope.Codes, [.. run.Codes.Select(code => code.Id)]);
        Check("--document", "document", scope.Documents, _documents);
        Check("--speaker", "speaker", scope.Speakers, _speakers);
        Check("--coder", "coder", scope.Coders, _coders);
        Check("--where", "attribute", [.. scope.Where.Select(test => test.Name)], _values.Keys);
        Check("--cross", "attribute", scope.Crossed ?? [], _values.Keys);
        foreach (var (name, values) in scope.Where.Where(test => _values.ContainsKey(test.Name))) Check("--where", $"value of {name}", values, _values[name]);

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
