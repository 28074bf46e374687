namespace Spancoder.Codebooks;

/// <summary>Something to look for: a term, or several under a condition.</summary>
public abstract record Operand(Place Place)
{
    /// <param name="Text">As typed; its grammar is that of docs/rules.md.</param>
    public sealed record Term(Place Place, string Text) : Operand(Place)
    {
        /// <summary>The list that it names and is nothing beside; null for other terms.</summary>
        internal string? ListAlone
        {
            get
            {
                var text = Text.Trim().TrimStart('=').Trim();
                return text is ['<', .., '>'] && text.IndexOf('>', StringComparison.Ordinal) == text.Length - 1 ? text[1..^1].Trim() : null;
            }
        }
    }

    public sealed record AnyOf(Place Place, IReadOnlyList<Operand> Operands) : Operand(Place)
    {
        /// <summary>Its operands, and those of each choice among them: never a choice.</summary>
        public IEnumerable<Operand> Flat() => Operands.SelectMany(part => part is AnyOf inner ? inner.Flat() : [part]);
    }

    /// <summary>All of them, or so many different ones, near each other.</summary>
    /// <param name="AtLeast">How many different ones; as many as there are for "all".</param>
    /// <param name="Within">How far apart two neighbours may stand, or where all must stand.</param>
    /// <param name="InOrder">Only as they are written, from the first to the last.</param>
    public sealed record Several(Place Place, IReadOnlyList<Operand> Operands, int AtLeast, Distance Within, bool InOrder) : Operand(Place);

    /// <summary>Every term in it, in order.</summary>
    public IEnumerable<Term> Terms() => this switch
    {
        Term term => [term],
        AnyOf any => any.Operands.SelectMany(operand => operand.Terms()),
        Several several => several.Operands.SelectMany(operand => operand.Terms()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>How far apart things may stand, or the stretch in which they must stand together.</summary>
/// <param name="Count">Of words or characters; 0 for a stretch.</param>
public readonly record struct Distance(DistanceUnit Unit, int Count = 0)
{
    public static Distance Sentence => new(DistanceUnit.Sentence);

    public static Distance Document => new(DistanceUnit.Document);

    /// <summary>Counted; never over the end of a sentence, a semicolon or an ellipsis.</summary>
    public bool IsCounted => Unit is DistanceUnit.Words or DistanceUnit.Characters;

    /// <summary>As it is written in a rule.</summary>
    public override string ToString() => Unit switch
    {
        DistanceUnit.Words => $"{Count} {(Count == 1 ? "word" : "words")}",
        DistanceUnit.Characters => $"{Count} {(Count == 1 ? "character" : "characters")}",
        _ => Unit.ToString().ToLowerInvariant(),
    };
}

/// <summary>What a distance is counted in, or what it is bounded by.</summary>
public enum DistanceUnit
{
    /// <summary>A word in letters or digits counts 1, a Chinese or kana character one half.</summary>
    Words,

    /// <summary>Code points of the text, blanks and punctuation included.</summary>
    Characters,
    Sentence,
    Paragraph,
    Segment,
    Turn,
    Document,
}

/// <summary>What must, or must not, stand near a hit.</summary>
/// <param name="Within">How far to look. Not used for <see cref="ContextKind.PartOf"/> and <see cref="ContextKind.PreviousTurn"/>.</param>
public sealed record Context(ContextKind Kind, Operand Operand, Distance Within);

/// <summary>Where a context is looked for.</summary>
public enum ContextKind
{
    /// <summary>On either side of the hit, or round it; not within the words that were found.</summary>
    Nearby,
    Before,
    After,

    /// <summary>The hit lies inside it, or is it.</summary>
    PartOf,

    /// <summary>In the turn before, whoever speaks it. Events, headings, memos and back-channels are passed over.</summary>
    PreviousTurn,
}
