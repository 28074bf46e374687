namespace Spancoder.Codebooks;

/// <summary>A rule as somebody wrote it: what words to find, what must be there besides, and what must not.</summary>
public sealed record Rule
{
    public required string Id { get; init; }

    /// <summary>The id of the code it speaks for, or against; empty for a rule that only marks.</summary>
    public required string Code { get; init; }

    /// <summary>What became of the act that a coding tells, as <see cref="Coding.Statuses"/> names it; null for a rule that speaks for a code.</summary>
    public string? Marks { get; init; }

    /// <summary>For people; null where it has none.</summary>
    public string? Title { get; init; }

    public required string Why { get; init; }

    public required Operand Find { get; init; }

    /// <summary>One of them must hold, when there are any.</summary>
    public IReadOnlyList<Context> OnlyIf { get; init; } = [];

    /// <summary>None of them may hold.</summary>
    public IReadOnlyList<Context> Unless { get; init; } = [];

    public RuleSettings Settings { get; init; } = new();

    /// <summary>What the document's facts must say, each of them. A document without the fact does not meet it.</summary>
    public IReadOnlyList<FieldTest> Where { get; init; } = [];

    public RuleStatus Status { get; init; } = RuleStatus.Tested;

    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    public required Place Place { get; init; }

    /// <summary>What it gives to its code in a segment; 0 for a veto, and for a rule that only marks.</summary>
    public int Points => Marks is not null ? 0 : Settings.Strength switch
    {
        Strength.Weak => 1,
        Strength.Normal => 2,
        Strength.Strong => 4,
        Strength.Against => -2,
        Strength.Never => 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override string ToString() => Id;

    public bool Equals(Rule? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>What a file may say once for all its rules, under <c>defaults</c>.</summary>
public sealed record RuleSettings
{
    public SpeakerTest Speakers { get; init; } = SpeakerTest.NotInterviewer;

    public NegationMode Negation { get; init; } = NegationMode.Mark;

    public Strength Strength { get; init; } = Strength.Normal;

    public Extent Extent { get; init; } = Extent.Sentence;
}

/// <summary>What becomes of a hit that is negated ("we do not export").</summary>
public enum NegationMode
{
    /// <summary>It counts, and is marked: who denies something speaks of it.</summary>
    Mark,

    /// <summary>It does not count.</summary>
    Skip,

    /// <summary>Only such hits count.</summary>
    Only,

    /// <summary>Nobody looks.</summary>
    Ignore,
}

/// <summary>How much round a hit is the evidence of a coding; never more than the segment.</summary>
public enum Extent
{
    Match,
    Sentence,
    Paragraph,
    Turn,
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

/// <summary>How far its author is with a rule.</summary>
public enum RuleStatus
{
    Draft,
    Tested,

    /// <summary>Kept on record with its examples; codes nothing.</summary>
    Retired,
}

/// <summary>A sentence, or a short exchange, that shows what a rule does, and is checked.</summary>
/// <param name="Text">As typed: <c>&lt;&lt;</c> and <c>&gt;&gt;</c> mark what should be found, "I: " or "P03: " at the head of a line says who speaks.</param>
/// <param name="Matches">True when the rule should be found in it.</param>
/// <param name="Negated">Whether the hits should be negated ones; null when the example does not say.</param>
/// <param name="Facts">Of the document that it stands for. A fact that is not here is taken to be as the rule wants it.</param>
public sealed record RuleExample(string Text, bool Matches, bool? Negated, IReadOnlyDictionary<string, string> Facts, Place Place);

/// <summary>Terms under a name, to be used in rules as <c>&lt;name&gt;</c>.</summary>
public sealed record WordList(string Name, IReadOnlyList<Operand.Term> Terms, Place Place);
