namespace Spancoder.Codebooks;

/// <summary>A rule as somebody wrote it: what words to find, what must be there besides, and what must not.</summary>
public sealed record Rule
{
    public required string Id { get; init; }

    /// <summary>The id of the code it speaks for, or against.</summary>
    public required string Code { get; init; }

    public required string Why { get; init; }

    public required Operand Find { get; init; }

    /// <summary>One of them must hold, when there are any.</summary>
    public IReadOnlyList<Context> OnlyIf { get; init; } = [];

    /// <summary>None of them may hold.</summary>
    public IReadOnlyList<Context> Unless { get; init; } = [];

    public Strength Strength { get; init; } = Strength.Normal;

    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    public required Place Place { get; init; }

    public override string ToString() => Id;

    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>Something to look for: a term, or any of several.</summary>
public abstract record Operand(Place Place)
{
    /// <param name="Text">As typed; its grammar is that of docs/rules.md.</param>
    public sealed record Term(Place Place, string Text) : Operand(Place);

    public sealed record AnyOf(Place Place, IReadOnlyList<Operand> Operands) : Operand(Place);

    /// <summary>Every term in it, in order.</summary>
    public IEnumerable<Term> Terms() => this switch
    {
        Term term => [term],
        AnyOf any => any.Operands.SelectMany(operand => operand.Terms()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What must, or must not, stand near a hit.</summary>
/// <param name="Within">How far to look. Ignored for <paramref name="IsPartOf"/>.</param>
/// <param name="IsPartOf">The hit lies inside the operand's hit, or equals it; otherwise the operand is looked for outside the hit.</param>
public sealed record Context(Operand Operand, Within Within, bool IsPartOf);

/// <summary>How far round a hit a context reaches.</summary>
public enum Within
{
    Sentence,
    Segment,
}

/// <summary>What a hit is worth to its code. Points of different rules are added up, segment by segment.</summary>
public enum Strength
{
    /// <summary>1 point: a hint.</summary>
    Weak,

    /// <summary>2 points, which is what a code needs unless it says otherwise.</summary>
    Normal,

    /// <summary>4 points.</summary>
    Strong,

    /// <summary>Takes 2 points away.</summary>
    Against,

    /// <summary>The segment does not get this code, nor any below it, whatever else is found.</summary>
    Never,
}

/// <summary>A sentence that shows what a rule does, and is checked.</summary>
/// <param name="Text">With the span marks taken out.</param>
/// <param name="Spans">What exactly should be found; empty when the example does not say.</param>
/// <param name="Matches">True when the rule should be found in it.</param>
public sealed record RuleExample(string Text, IReadOnlyList<Spancoder.Text.TextSpan> Spans, bool Matches, Place Place);

/// <summary>Terms under a name, to be used in rules as <c>&lt;name&gt;</c>.</summary>
public sealed record WordList(string Name, IReadOnlyList<Operand.Term> Terms, Place Place);
