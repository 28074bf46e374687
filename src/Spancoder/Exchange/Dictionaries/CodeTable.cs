using Spancoder.Text;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Gathers the rows of a table of terms into categories.</summary>
/// <param name="notices">Takes what contradicts an earlier row, and rows that say nothing.</param>
internal sealed class CodeTable(List<Notice> notices)
{
    private readonly OrderedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="Code">Null, like the others, where the cell is empty.</param>
    internal sealed record Row(string? Code, string? Term, string? Parent, string? Name, string? Definition, string? List, Place Place);

    public void Add(Row row)
    {
        if (row is { Code: null, Term: null, Parent: null, Name: null, Definition: null, List: null }) return; // spreadsheets leave such rows at the end
        if (row.Code is null)
        {
            notices.Add(new(row.Place, row.Term is null ? "this row has no code and was left out" : $"'{Shown.Of(row.Term)}' has no code and was left out", "fill in its cell under 'code'"));
            return;
        }

        if (!_entries.TryGetValue(row.Code, out var entry)) _entries.Add(row.Code, entry = new(row.Code, row.Place));
        entry.Parent = Keep(entry.Parent, row.Parent, "parent", row);
        entry.Name = Keep(entry.Name, row.Name, "name", row);
        entry.Definition = Keep(entry.Definition, row.Definition, "definition", row);
        if (row.Term is not null) entry.Terms.Add(new(row.Term, row.Place, row.List));
    }

    /// <returns>The categories at the top.</returns>
    /// <exception cref="InputException">Their parents lead in a circle.</exception>
    public IReadOnlyList<Category> Build()
    {
        foreach (var entry in _entries.Values.Where(entry => entry.Parent is not null).ToList()) FindOrMakeParentOf(entry);
        Problems problems = new();
        foreach (var entry in _entries.Values.Where(entry => Above(entry).Skip(1).Take(Category.Deepest).Contains(entry)))
        {
            problems.Add(entry.Place, $"the parents of code '{Shown.Of(entry.Code)}' lead back to it", "leave one parent out");
        }

        problems.StopIfAny();
        if (_entries.Values.FirstOrDefault(entry => Above(entry).Skip(Category.Deepest).Any()) is { } deep) throw Category.TooDeep(deep.Place);

        var children = _entries.Values.ToLookup(entry => entry.Parent);
        return [.. children[null].Select(Make)];

        Category Make(Entry entry) =>
            new() { Key = entry.Code, Name = entry.Name, Definition = entry.Definition, Place = entry.Place, Terms = entry.Terms, Children = [.. children[entry.Code].Select(Make)] };
    }

    private void FindOrMakeParentOf(Entry entry)
    {
        var parent = entry.Parent!; // asked for only where there is one
        if (_entries.ContainsKey(parent)) return;

        notices.Add(new(entry.Place, $"the parent '{Shown.Of(parent)}' has no row of its own, and was made a code{Spelling.DidYouMean(parent, _entries.Keys)}", "give it a row, with a definition"));
        _entries.Add(parent, new(parent, entry.Place));
    }

    // Up to the top, itself first; without end where parents lead in a circle.
    private IEnumerable<Entry> Above(Entry entry)
    {
        for (var above = entry; above is not null; above = above.Parent is { } parent ? _entries[parent] : null) yield return above;
    }

    private string? Keep(string? first, string? here, string what, Row row)
    {
        if (first is null || here is null || first == here) return first ?? here;

        notices.Add(new(row.Place, $"code '{Shown.Of(row.Code!)}' has another {what} on a row above, and the first was kept", "write the same in all its rows, or in one only")); // rows without a code do not come here
        return first;
    }

    private sealed class Entry(string code, Place place)
    {
        public string Code => code;

        public Place Place => place;

        public string? Parent { get; set; }

        public string? Name { get; set; }

        public string? Definition { get; set; }

        public List<DictionaryTerm> Terms { get; } = [];
    }
}
