namespace Spancoder.Exchange.Dictionaries;

/// <summary>A code that is made of a category.</summary>
/// <param name="Lists">Its own terms, by list; none where there are none that could be carried over.</param>
internal sealed record CodeDraft(string Id, string Name, string? Definition, IReadOnlyList<ListDraft> Lists, IReadOnlyList<CodeDraft> Children)
{
    /// <summary>Itself and all below it, a parent before its children.</summary>
    public IEnumerable<CodeDraft> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <param name="Terms">In the grammar of docs/rules.md; never empty.</param>
internal sealed record ListDraft(string Name, IReadOnlyList<string> Terms);
