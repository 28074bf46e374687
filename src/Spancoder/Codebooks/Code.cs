namespace Spancoder.Codebooks;

/// <summary>One idea we look for, as the codebook defines it.</summary>
public sealed record Code
{
    /// <summary>Unique in its codebook. Written into every codings file, so renaming one breaks old files.</summary>
    public required string Id { get; init; }

    /// <summary>The code it is nested in; null for one at the top. Given by nesting, never by spelling.</summary>
    public required Code? Parent { get; init; }

    public required Bilingual Name { get; init; }

    public required Bilingual Definition { get; init; }

    /// <summary>Who made it, or what it leans on; null where it does not say.</summary>
    public string? Origin { get; init; }

    /// <summary>When to give it; one sentence each.</summary>
    public IReadOnlyList<Bilingual> UseWhen { get; init; } = [];

    /// <summary>When not to, and what to give instead.</summary>
    public IReadOnlyList<Bilingual> NotWhen { get; init; } = [];

    /// <summary>Passages that deserve this code, in the codebook's order.</summary>
    public IReadOnlyList<TypicalExample> Typical { get; init; } = [];

    /// <summary>Passages that look like it and are not.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init; } = [];

    /// <summary>How many points a segment needs for this code.</summary>
    public int Threshold { get; init; } = 2;

    public required Place Place { get; init; }

    /// <summary>The code at the top of its branch: itself, when it has no parent.</summary>
    public Code Top => Parent?.Top ?? this;

    /// <summary>True for the code itself and for all below it.</summary>
    public bool IsWithin(Code ancestor) => ReferenceEquals(this, ancestor) || Parent is not null && Parent.IsWithin(ancestor);

    public static bool IsId(string text) =>
        text is not [] && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');

    // A record would print its parents and examples.
    public override string ToString() => Id;

    public bool Equals(Code? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>A passage that deserves a code.</summary>
public sealed record TypicalExample(string Text, Place Place);

/// <summary>A passage that looks like a code and is not.</summary>
/// <param name="Instead">The codes it deserves instead; empty for none.</param>
/// <param name="Why">A clause; may be empty.</param>
public sealed record NearMiss(string Text, IReadOnlyList<string> Instead, string Why, Place Place);
