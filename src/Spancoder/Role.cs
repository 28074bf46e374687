namespace Spancoder;

/// <summary>What somebody is in the conversation.</summary>
public enum Role
{
    /// <summary>It cannot be told whose words these are.</summary>
    Unknown,

    /// <summary>Asks the questions. Never coded.</summary>
    Interviewer,
    Participant,
}
