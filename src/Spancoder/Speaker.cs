namespace Spancoder;

/// <summary>A voice in one document.</summary>
/// <param name="Key">The label as it stands in the file, without its colon: "P03", "访谈者".</param>
/// <param name="Role">From the label, from <c>--interviewer</c>, or from the attributes.</param>
public sealed record Speaker(string Key, Role Role)
{
    /// <summary>In full where the file says it ("Anna Berg" for "AB"), else the label.</summary>
    public string Name { get; init; } = Key;
}
