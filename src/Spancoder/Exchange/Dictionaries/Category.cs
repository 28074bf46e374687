namespace Spancoder.Exchange.Dictionaries;

/// <summary>A category of a dictionary, whatever tool it was made for: its own terms, and the categories below it.</summary>
internal sealed record Category
{
    /// <summary>Levels. A codebook's file nests twice for each, and is read to a depth of 50.</summary>
    public const int Deepest = 20;

    /// <summary>By which the dictionary calls it, and from which its code's id is made. May hold anything.</summary>
    public required string Key { get; init; }

    /// <summary>For people; null where it is the key.</summary>
    public string? Name { get; init; }

    public string? Definition { get; init; }

    public required Place Place { get; init; }

    /// <summary>Without those of the categories below it, unless the file lists them here too. In the file's order.</summary>
    public IReadOnlyList<DictionaryTerm> Terms { get; init; } = [];

    public IReadOnlyList<Category> Children { get; init; } = [];

    public static InputException TooDeep(Place place) => new(place, $"categories are nested more than {Deepest} deep", "flatten them");

    /// <summary>Itself and all below it, a parent before its children.</summary>
    public IEnumerable<Category> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <summary>A word, stem or phrase of a dictionary.</summary>
/// <param name="Text">As typed there.</param>
/// <param name="List">The list that it belongs to, where the file parts a category's terms into lists.</param>
internal sealed record DictionaryTerm(string Text, Place Place, string? List = null);
