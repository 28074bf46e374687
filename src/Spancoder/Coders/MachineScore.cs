using System.Globalization;
using Spancoder.Codebooks;

namespace Spancoder.Coders;

/// <summary>What a machine coder makes of one segment: all that whoever asks for doubtful segments knows of it.</summary>
/// <param name="Coder">Its name.</param>
/// <param name="Scores">In the codebook's order; a code of which it says nothing is not among them.</param>
internal sealed record MachineJudgement(string Coder, IReadOnlyList<MachineScore> Scores)
{
    public IEnumerable<Code> Given => Scores.Where(score => score.IsGiven).Select(score => score.Code);

    public MachineScore? Of(Code code) => Scores.FirstOrDefault(score => score.Code == code);

    /// <summary>"1 of 2 points", "0.31 of 0.42 probability".</summary>
    public static string InWords(MachineScore score) => string.Create(CultureInfo.InvariantCulture, $"{score.Score:0.###} of {score.Threshold:0.###} {score.Scale}");
}

/// <summary>How near a machine coder came to giving a segment a code, on that coder's own scale.</summary>
/// <param name="Threshold">The score at which the code is given.</param>
internal sealed record MachineScore(Code Code, double Score, double Threshold)
{
    /// <summary>What the score is: "points", "probability".</summary>
    public required string Scale { get; init; }

    /// <summary>Between which scores, both included, it is a near thing.</summary>
    public required (double From, double To) Band { get; init; }

    public required bool IsGiven { get; init; }

    /// <summary>Whether the score alone decides: nothing forbids the code, or gives one that stands for it.</summary>
    public required bool IsOpen { get; init; }

    public bool IsNear => IsOpen && Score >= Band.From && Score <= Band.To;
}
