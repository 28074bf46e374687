namespace Spancoder.Reading;

/// <summary>Who the labels of one document are, and who of them asks the questions.</summary>
internal static class Speakers
{
    private const int MostNamed = 8; // in a message

    /// <param name="units">All of the document's.</param>
    /// <param name="findings">Who the file introduces; takes a notice where it cannot be told who the interviewer is.</param>
    /// <param name="named">Interviewers that the user or the attributes file names.</param>
    /// <param name="isTranscript">False for notes, in which nobody need be an interviewer.</param>
    /// <returns>One for every label, in order of first appearance.</returns>
    public static IReadOnlyList<Speaker> Of(IReadOnlyList<Unit> units, Findings findings, IReadOnlyCollection<string> named, bool isTranscript)
    {
        string[] labels = [.. units.Where(unit => unit.Layer == Layer.Speech).Select(unit => unit.Label).OfType<string>().Distinct()];
        var speakers = labels.Select(label => SpeakerOf(label, findings, named)).ToList();
        if (speakers.Exists(speaker => named.Contains(speaker.Key, LabelComparer.Instance))) SettleShortLabels(speakers, findings, named);
        if (!isTranscript || speakers is [] || speakers.Exists(speaker => speaker.Role == Role.Interviewer)) return speakers;

        // M is a moderator's label, or anybody's initial.
        var moderator = speakers.FindIndex(speaker => speaker.Key is "M" or "m");
        if (moderator >= 0 && speakers.Count > 1 && named.Count == 0)
        {
            speakers[moderator] = speakers[moderator] with { Role = Role.Interviewer };
            findings.Say(null, "nobody else asks questions, so 'M' was taken to be the moderator", "name the interviewer with --interviewer NAME");
            return speakers;
        }

        findings.Say(null, $"it cannot be told who the interviewer is (speakers: {string.Join(", ", labels.Take(MostNamed))}{(labels.Length > MostNamed ? ", ..." : "")}), so all of them are coded", "name the interviewer with --interviewer NAME");
        return speakers;
    }

    // Where the interviewer is named, "I" and "IV" are somebody's initials.
    private static void SettleShortLabels(List<Speaker> speakers, Findings findings, IReadOnlyCollection<string> named)
    {
        for (var index = 0; index < speakers.Count; index++)
        {
            var speaker = speakers[index];
            if (speaker.Role != Role.Interviewer || !Roles.IsShort(speaker.Key) || named.Contains(speaker.Key, LabelComparer.Instance) || findings.Introduced.ContainsKey(speaker.Key)) continue;

            speakers[index] = speaker with { Role = Role.Participant };
            findings.Say(null, $"another speaker is named as the interviewer, so '{speaker.Key}' was taken for a participant", "name both with --interviewer NAME");
        }
    }

    private static Speaker SpeakerOf(string label, Findings findings, IReadOnlyCollection<string> named)
    {
        var introduced = findings.Introduced.GetValueOrDefault(label);
        var role = named.Contains(label, LabelComparer.Instance) || introduced?.Name is { } name && named.Contains(name, LabelComparer.Instance)
            ? Role.Interviewer
            : findings.RoleOf(label) ?? Role.Participant;
        return new(label, role) { Name = introduced?.Name ?? label };
    }
}
