namespace Spancoder.Reporting.Results;

/// <summary>One document as the results of a run hold it: what a report counts and shows, whether it was coded just now or is read again.</summary>
/// <param name="Id">Its path relative to the study's root, with <c>/</c>.</param>
/// <param name="Attributes">What is known of it, by the attribute's name.</param>
/// <param name="Segments">All, codable or not, in reading order.</param>
internal sealed record ResultDocument(string Id, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<ResultSegment> Segments)
{
    /// <summary>SHA-256 of the bytes of its file, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Format { get; init; }

    public required string Layout { get; init; }

    public required string Encoding { get; init; }

    /// <summary>"LF", "CRLF", "CR", "mixed", or "none".</summary>
    public required string Newline { get; init; }

    /// <summary>ISO 639-1, "und" where it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>In order of first appearance.</summary>
    public IReadOnlyList<Speaker> Speakers => [.. Segments.Select(segment => segment.Speaker).OfType<Speaker>().DistinctBy(speaker => speaker.Key)];
}

/// <summary>A segment with everybody's codings.</summary>
internal sealed record ResultSegment
{
    /// <summary>1-based, in its document.</summary>
    public required int Number { get; init; }

    /// <summary><c>document#number</c>.</summary>
    public required string Id { get; init; }

    public required Layer Layer { get; init; }

    public required bool Codable { get; init; }

    /// <summary>Where it begins in the document's text, in code points, as segments.csv has it.</summary>
    public required int Start { get; init; }

    /// <summary>On which it begins in the original, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Null in notes, and where a transcript does not say who speaks.</summary>
    public required Speaker? Speaker { get; init; }

    public required string Language { get; init; }

    /// <summary>When it begins, as segments.csv has it; empty where the file has no times.</summary>
    public required string StartTime { get; init; }

    /// <summary>A Chinese character counts one half.</summary>
    public required double Words { get; init; }

    public required string Text { get; init; }

    /// <summary>People's first, then the machine's; empty where nobody may code it.</summary>
    public required IReadOnlyList<ResultCoding> Codings { get; init; }

    /// <summary>Where rules were found, in order of the text.</summary>
    public required IReadOnlyList<ResultHit> Hits { get; init; }
}

/// <summary>One place where a rule that counts was found.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Span">The words found, as UTF-16 positions in the text of the segment.</param>
internal sealed record ResultHit(string Rule, Text.TextSpan Span, bool IsNegated);

/// <summary>One coder gave one segment one code.</summary>
/// <param name="Code">A code's id, or one of <see cref="Coding.Reserved"/>.</param>
/// <param name="Coder">A person's name, "rules" or "model".</param>
/// <param name="By">"hand", "rules" or "model".</param>
/// <param name="Score">Points of rules, or a probability in four digits; null where there is none.</param>
/// <param name="Span">The evidence, as UTF-16 positions in the text of the segment.</param>
/// <param name="Reason">In words, as codings.csv has it.</param>
internal sealed record ResultCoding(string Code, string Coder, string By, double? Score, Text.TextSpan Span, string Reason)
{
    /// <summary>Of <see cref="Coding.Statuses"/>.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    public bool? Negated { get; init; }

    /// <summary>With which a person coded, as their file says, several with a bar between; empty where it does not, and of the machine's.</summary>
    public string Codebook { get; init; } = "";

    /// <summary>How its segment came onto the list on which a person judged it; null where it was on none, and of the machine's.</summary>
    public Draw? Draw { get; init; }

    public bool IsByHand => By == "hand";

    /// <summary>Whether there are words that it rests on.</summary>
    public bool HasEvidence => Code is not (Coding.Nothing or Coding.Unsure);
}
