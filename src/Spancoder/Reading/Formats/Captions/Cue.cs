namespace Spancoder.Reading.Formats.Captions;

/// <summary>A cue, read: its words without tags, and its times repaired.</summary>
/// <param name="Number">1-based, in the order of the file.</param>
/// <param name="Utterance">The same for cues that are one utterance cut for display. Null where the file does not say.</param>
/// <param name="Start">Null where it cannot be read.</param>
/// <param name="End">Null where it cannot be read.</param>
/// <param name="Pieces">In order. Empty where the cue has no words.</param>
internal sealed record Cue(int Number, string? Utterance, TimeSpan? Start, TimeSpan? End, IReadOnlyList<Voiced> Pieces);
