namespace Spancoder.Coders;

/// <summary>One row of a file of people's codings: what one person says of one segment.</summary>
internal sealed record HandCoding
{
    public required Place Place { get; init; }

    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The segment's number when it was judged; its text may have moved since.</summary>
    public required int Number { get; init; }

    public required string Coder { get; init; }

    /// <summary>Ids of the codebook's codes, or reserved ones; at least one.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Of the text that was judged, as <see cref="Segmenting.SegmentHash"/> makes it; empty where the row does not say.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The words that it rests on; empty where the row does not say.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Where these stand, in code points of the document's text; null where the row does not say.</summary>
    public (int Start, int End)? Points { get; init; }

    /// <summary>Of <see cref="Coding.Statuses"/>.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];

    public bool? Negated { get; init; }

    /// <summary>Of several rounds of the same coder the last one counts. 0 where the row does not say.</summary>
    public int Round { get; init; }

    /// <summary>How the segment came onto a list to code; null where the row does not say.</summary>
    public Draw? Draw { get; init; }

    public required Reason.ByHand Reason { get; init; }

    public string Segment => $"{Document}#{Number}";
}
