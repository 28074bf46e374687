using Spancoder.Reading.Layouts;

namespace Spancoder.Reading;

/// <summary>What a format makes of a file.</summary>
internal abstract record Content
{
    private Content()
    {
    }

    /// <summary>Running text: memo marks, header block and speakers are still in it, and the layouts find them.</summary>
    /// <param name="Blocks">In reading order.</param>
    /// <param name="IsNotes">The format is one that field notes are written in, so that text without speakers is no surprise.</param>
    public sealed record Running(IReadOnlyList<Block> Blocks, bool IsNotes = false) : Content;

    /// <summary>Pieces that the file itself delimits, with the speakers that it names.</summary>
    /// <param name="Units">In reading order.</param>
    /// <param name="Layout">How speakers stand in it, as reports name it: "cues", "rows".</param>
    public sealed record Pieces(IReadOnlyList<Unit> Units, string Layout) : Content;
}
