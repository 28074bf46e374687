using Spancoder.Text;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Makes codes and lists of categories and terms, and says of each thing that cannot be carried over why.</summary>
internal sealed class Drafting
{
    private readonly List<Notice> _notices;
    private readonly IdMaker _codes;
    private readonly IdMaker _lists;
    private readonly TermCheck _check = new();
    private readonly HashSet<(Place, string)> _left = [];

    private Drafting(List<Notice> notices) => (_notices, _codes, _lists) = (notices, new("code", notices), new("list", notices));

    /// <param name="file">As the user named it.</param>
    /// <exception cref="InputException">There are no categories, or they are nested too deep.</exception>
    public static IReadOnlyList<CodeDraft> Draft(IReadOnlyList<Category> categories, string file, List<Notice> notices)
    {
        if (categories is []) throw new InputException(new(file), "there are no categories in this file", "look whether it is the right one");
        foreach (var category in categories) CheckDepth(category, 1);

        Drafting drafting = new(notices);
        return [.. categories.Select(category => drafting.CodeOf(category, parent: null, []))];
    }

    private static void CheckDepth(Category category, int depth)
    {
        if (depth > Category.Deepest) throw Category.TooDeep(category.Place);
        foreach (var child in category.Children) CheckDepth(child, depth + 1);
    }

    /// <param name="carried">Takes what its terms and those below it find.</param>
    private CodeDraft CodeOf(Category category, string? parent, HashSet<string> carried)
    {
        var id = _codes.Make(category.Key, parent, category.Place);
        HashSet<string> below = [];
        List<CodeDraft> children = [.. category.Children.Select(child => CodeOf(child, id, below))];
        var terms = TermsOf(category, below);
        carried.UnionWith(below);
        carried.UnionWith(terms.Select(term => Folding.Fold(term.Text)));

        List<ListDraft> lists =
        [
            .. terms.GroupBy(term => term.List).Select(list => new ListDraft(_lists.Make(list.Key ?? id, list.Key is null ? null : id, list.First().Place), [.. list.Select(term => term.Text)])),
        ];
        return new(id, OneLine(category.Name ?? category.Key) is { Length: > 0 } name ? name : id, category.Definition, lists, children);
    }

    /// <returns>Those that can be carried over, each once, as a rule writes them.</returns>
    private List<DictionaryTerm> TermsOf(Category category, HashSet<string> below)
    {
        Dictionary<string, Place> seen = [];
        List<DictionaryTerm> terms = [];
        var belowToo = 0;
        foreach (var term in category.Terms.Select(term => term with { Text = OneLine(term.Text) }))
        {
            var found = Folding.Fold(term.Text);
            if (_check.LossOf(term.Text) is { } loss) LeaveOut(term, loss);
            else if (below.Contains(found)) belowToo++;
            else if (seen.TryAdd(found, term.Place)) terms.Add(term);
            else _notices.Add(new(term.Place, $"'{Shown.Of(term.Text)}' finds the same as the word on line {seen[found].Line}, and was left out"));
        }

        SayWhatIsLeft(category, terms.Count, belowToo);
        return terms;
    }

    // A term may stand in several categories, and is lost once.
    private void LeaveOut(DictionaryTerm term, TermCheck.Loss loss)
    {
        if (_left.Add((term.Place, term.Text))) _notices.Add(new(term.Place, $"{loss.What}, so it was left out", loss.Mend));
    }

    private void SayWhatIsLeft(Category category, int carried, int belowToo)
    {
        var key = Shown.Of(category.Key);
        if (belowToo > 0)
        {
            _notices.Add(new(category.Place, $"{Counted.Of(belowToo, "term")} of '{key}' also {(belowToo == 1 ? "stands" : "stand")} below it, and {(belowToo == 1 ? "was" : "were")} left there, since a code's figures include those below it"));
        }
        else if (carried == 0 && category.Terms.Count > 0)
        {
            _notices.Add(new(category.Place, $"none of the terms of '{key}' could be carried over, so no rule is for it", "write one, or add words"));
        }
        else if (category is { Terms: [], Children: [] })
        {
            _notices.Add(new(category.Place, $"'{key}' is empty, so no rule is for it", "write one, or remove its code"));
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
