namespace Spancoder.Reading.Formats.Rtf;

/// <summary>What holds in a group, and in the groups inside it until they say otherwise.</summary>
internal readonly record struct RtfState
{
    /// <summary>The level of body text, below all headings.</summary>
    public const int NoOutline = 9;

    public static readonly RtfState AtFirst = new() { FallbackLength = 1, Outline = NoOutline };

    public RtfDestination Destination { get; init; }

    /// <summary>Null: the default one.</summary>
    public int? Font { get; init; }

    public bool IsBold { get; init; }

    /// <summary>What is said next is about Chinese, Japanese and Korean characters.</summary>
    public bool IsAsian { get; init; }

    public bool IsHidden { get; init; }
    public bool IsDeleted { get; init; }
    public bool IsInserted { get; init; }
    public bool IsInTable { get; init; }

    /// <summary>0 for the highest headings.</summary>
    public int Outline { get; init; }

    /// <summary>How many characters after a <c>\u</c> stand for the same, for programs that know no Unicode.</summary>
    public int FallbackLength { get; init; }
}

/// <summary>What the words of a group are for.</summary>
internal enum RtfDestination
{
    Text,
    Fonts,

    /// <summary>The same words twice: for old programs, and in a group <c>\ud</c> for those that know Unicode.</summary>
    Alternatives,

    Other,

    /// <summary>A shape once more, for old programs.</summary>
    OldShape,
}
