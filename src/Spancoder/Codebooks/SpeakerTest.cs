namespace Spancoder.Codebooks;

/// <summary>Whose words a rule looks at. Interviewers' words are never coded, whatever it says.</summary>
/// <param name="AnyOf">One of them must fit.</param>
public sealed record SpeakerTest(IReadOnlyList<SpeakerTest.Who> AnyOf)
{
    public const string Everyone = "everyone";

    /// <summary>What stands for the voice of a field note.</summary>
    public const string Note = "note";

    public static SpeakerTest NotInterviewer { get; } = new([new("interviewer", IsNot: true)]);

    /// <param name="speaker">Null in notes, and where it cannot be told.</param>
    public bool Fits(Speaker? speaker, Layer layer)
    {
        if (ReferenceEquals(this, NotInterviewer)) return speaker?.Role != Role.Interviewer; // what most rules ask, of every hit

        foreach (var who in AnyOf)
        {
            if (who.Fits(speaker, layer)) return true;
        }

        return false;
    }

    public override string ToString() => string.Join(", ", AnyOf.Select(who => who.IsNot ? $"not {who.Name}" : who.Name));

    /// <param name="Name">A role, "note", "everyone", or a speaker's label or name.</param>
    public sealed record Who(string Name, bool IsNot)
    {
        public bool Fits(Speaker? speaker, Layer layer) => IsNot != (Name switch
        {
            Everyone => true,
            Note => layer == Layer.Note,
            "interviewer" => speaker?.Role == Role.Interviewer,
            "participant" => speaker?.Role == Role.Participant,
            "unknown" => layer == Layer.Speech && speaker is null or { Role: Role.Unknown },
            _ => speaker is not null && (IsName(speaker.Key) || IsName(speaker.Name)),
        });

        private bool IsName(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);
    }
}
