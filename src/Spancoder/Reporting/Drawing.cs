namespace Spancoder.Reporting;

/// <summary>What a picture shows, without colours, sizes or places.</summary>
public abstract record Drawing
{
    private Drawing()
    {
    }

    /// <summary>A bar for each thing, lying, one below the other; each may have an interval.</summary>
    /// <param name="Axis">What their lengths are: "share of codable segments".</param>
    /// <param name="IsShare">Whether the axis is in percent; values are from 0 to 1 then.</param>
    public sealed record Bars(IReadOnlyList<Bar> Items, string Axis, bool IsShare) : Drawing;

    /// <summary>A point for each thing on a line from <paramref name="From"/> to <paramref name="To"/>, with its interval; as agreement is shown.</summary>
    /// <param name="Marks">Where lines are drawn across: thresholds.</param>
    public sealed record Points(IReadOnlyList<Bar> Items, string Axis, double From, double To, IReadOnlyList<double> Marks) : Drawing;

    /// <summary>A field for each pair of a row and a column, the darker the higher.</summary>
    /// <param name="Axis">What a field's depth is: "share of the document's codable segments".</param>
    /// <param name="Cells">By row, then column; a value from 0 to <paramref name="Most"/>, null where there is none.</param>
    public sealed record HeatMap(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, string Axis, double Most, IReadOnlyList<IReadOnlyList<HeatCell>> Cells) : Drawing
    {
        /// <summary>Whether the key is in percent.</summary>
        public bool IsShare { get; init; }
    }

    /// <summary>Codes on a circle, and a line between any two that stand together, the thicker the closer.</summary>
    public sealed record Network(IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkLink> Links) : Drawing;

    /// <summary>A strip for each document from its beginning to its end, with a track for each code that shows where it was given.</summary>
    /// <param name="Codes">The tracks, from the top.</param>
    public sealed record Strips(IReadOnlyList<string> Codes, IReadOnlyList<Strip> Documents) : Drawing;
}

/// <param name="Label">Short: a code's id, a document.</param>
/// <param name="Name">In full; empty where the label is all.</param>
/// <param name="Text">The value as it is written: "34 (6.3%)".</param>
/// <param name="Value">Null where it is undefined: the text says so, and nothing is drawn.</param>
/// <param name="Lower">Of the interval; null where there is none.</param>
/// <param name="Upper">Of the interval; null where there is none.</param>
/// <param name="Level">0 at the top; 1 for what is a part of the last one at 0.</param>
public sealed record Bar(string Label, string Name, string Text, double? Value, double? Lower = null, double? Upper = null, int Level = 0)
{
    /// <summary>What it counts; null where it cannot be followed.</summary>
    public Selection? Of { get; init; }
}

/// <param name="Text">As it is written: "6".</param>
public sealed record HeatCell(double? Value, string Text)
{
    public Selection? Of { get; init; }
}

/// <param name="Size">How often it was given.</param>
public sealed record NetworkNode(string Label, string Name, int Size)
{
    public Selection? Of { get; init; }
}

/// <param name="First">Index of a node.</param>
/// <param name="Second">Index of another.</param>
/// <param name="Strength">From 0 to 1.</param>
/// <param name="Text">"7 segments, c = 0.07".</param>
public sealed record NetworkLink(int First, int Second, double Strength, string Text)
{
    public Selection? Of { get; init; }
}

/// <param name="Label">The document.</param>
/// <param name="Length">In segments, codable or not.</param>
/// <param name="Marks">Where codes were given: the segment's index from 0 to <paramref name="Length"/> - 1, and the index of its track.</param>
/// <param name="Gaps">Stretches of segments that are not coded, as indices, half-open: the interviewer's, memos.</param>
public sealed record Strip(string Label, int Length, IReadOnlyList<(int Segment, int Track, string Id)> Marks, IReadOnlyList<(int Start, int End)> Gaps);
