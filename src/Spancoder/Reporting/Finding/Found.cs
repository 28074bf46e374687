using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>One place that was found.</summary>
/// <param name="Segment">In which it lies.</param>
/// <param name="Span">UTF-16 positions in the segment's text: words, the evidence of a coding, or the whole segment.</param>
internal sealed record Found(ResultSegment Segment, TextSpan Span)
{
    /// <summary>The term that found it; empty where no words were asked for.</summary>
    public string Term { get; init; } = "";

    /// <summary>Where words were asked for, the segment's codes as they count; else those whose evidence it is. In order of the codings, each once.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Who gave these codes.</summary>
    public required IReadOnlyList<string> Coders { get; init; }

    public string Text => Span.In(Segment.Text).ToString();

    /// <summary>Where the place begins and ends in the document's text, in code points.</summary>
    public (int Start, int End) InDocument()
    {
        CodePoints points = new(Segment.Text);
        return (Segment.Start + points.At(Span.Start), Segment.Start + points.At(Span.End));
    }
}
