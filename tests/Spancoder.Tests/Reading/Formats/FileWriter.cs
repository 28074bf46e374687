namespace Spancoder.Tests.Reading.Formats;

/// <summary>One way to write an interview to a file, and what of it the file can carry.</summary>
/// <param name="Format">As <c>--input-format</c> names it.</param>
/// <param name="Way">Of the ways of one format; empty where there is one.</param>
/// <param name="File">Its name.</param>
internal sealed record FileWriter(string Format, string Way, string File, Func<Interview, byte[]> Write)
{
    /// <summary>Characters that words in such a file cannot have.</summary>
    public string Cannot { get; init; } = "";

    /// <summary>Names of speakers may have any characters; else they are such as stand before a colon.</summary>
    public bool HasAnyNames { get; init; }

    /// <summary>A file with fewer does not show that it is a transcript.</summary>
    public int FewestTurns { get; init; } = 1;

    /// <summary>Else the paragraphs of a turn are one, unless the words show no ends of sentences and <see cref="KeepsCuts"/>.</summary>
    public bool HasParagraphs { get; init; } = true;

    /// <summary>Annotations without full stops are paragraphs.</summary>
    public bool KeepsCuts { get; init; }

    public Times Times { get; init; } = Times.Starts;

    /// <summary>How the file names a speaker.</summary>
    public Func<string, string> NameOf { get; init; } = name => name;

    public override string ToString() => Way.Length == 0 ? Format : $"{Format}, {Way}";
}

/// <summary>What a file says of the times of a paragraph.</summary>
internal enum Times
{
    None,

    /// <summary>When its turn began.</summary>
    StartsOfTurns,

    /// <summary>When it began.</summary>
    Starts,

    StartsAndEnds,
}
