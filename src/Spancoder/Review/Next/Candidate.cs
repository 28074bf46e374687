using Spancoder.Codebooks;

namespace Spancoder.Review.Next;

/// <summary>A segment that may be picked, without its text: of these a study may have very many.</summary>
/// <param name="Document">Id of its document.</param>
/// <param name="Number">In its document.</param>
/// <param name="Grounds">Their kinds, and the codes in question.</param>
internal sealed record Candidate(string Document, int Number, IReadOnlyList<(GroundKind Kind, IReadOnlyList<Code> Codes)> Grounds)
{
    public string Segment => $"{Document}#{Number}";

    public IReadOnlyList<Code> CodesOf(GroundKind kind) => Grounds.FirstOrDefault(ground => ground.Kind == kind).Codes ?? [];

    public bool Equals(Candidate? other) => other is not null && Document == other.Document && Number == other.Number;

    public override int GetHashCode() => HashCode.Combine(Document, Number);
}
