namespace Spancoder.Evaluation;

/// <summary>How often a machine and a person gave a code to segments that both judged.</summary>
/// <param name="Both">Both gave it.</param>
/// <param name="OnlyMachine">The machine alone: false alarms.</param>
/// <param name="OnlyPerson">The person alone: what was missed.</param>
internal readonly record struct Outcomes(long Both, long OnlyMachine, long OnlyPerson)
{
    /// <summary>How many segments the person gave it to.</summary>
    public long Support => Both + OnlyPerson;

    /// <summary>Of what the machine gave, the share that the person gave too.</summary>
    public Figure Precision => Share(Both, Both + OnlyMachine, "the machine never gave it");

    /// <summary>Of what the person gave, the share that the machine gave too.</summary>
    public Figure Recall => Share(Both, Support, "the person never gave it");

    /// <summary>The harmonic mean of both, 2 Both / (2 Both + OnlyMachine + OnlyPerson); C. J. van Rijsbergen, Information Retrieval, 2nd ed. 1979, ch. 7.</summary>
    public Figure F1 => Share(2 * Both, 2 * Both + OnlyMachine + OnlyPerson, "neither gave it");

    public static Outcomes operator +(Outcomes left, Outcomes right) => new(left.Both + right.Both, left.OnlyMachine + right.OnlyMachine, left.OnlyPerson + right.OnlyPerson);

    public static Outcomes operator *(int times, Outcomes outcomes) => new(times * outcomes.Both, times * outcomes.OnlyMachine, times * outcomes.OnlyPerson);

    private static Figure Share(long part, long whole, string reason) => whole > 0 ? Figure.Of((double)part / whole) : Figure.Undefined(reason);
}
