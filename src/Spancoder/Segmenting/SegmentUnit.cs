namespace Spancoder.Segmenting;

/// <summary>What a segment is.</summary>
public enum SegmentUnit
{
    /// <summary>A speaker's turn; a long one is cut at sentence ends. In field notes a paragraph.</summary>
    Turn,
    Sentence,
    Paragraph,
}
