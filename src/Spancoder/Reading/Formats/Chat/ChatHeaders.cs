namespace Spancoder.Reading.Formats.Chat;

/// <summary>What the headers of a CHAT file say: who takes part, and facts about the recording. Old files write them in any case.</summary>
internal static class ChatHeaders
{
    // The fields of @ID; the third is the speaker's code, the second the corpus.
    private static readonly string[] IdFields = ["language", "corpus", "code", "age", "sex", "group", "SES", "role", "education", "custom"];
    private const int CorpusField = 1;
    private const int CodeField = 2;
    private const int RoleField = 7;

    /// <returns>The codes of those that the file introduces.</returns>
    public static IReadOnlySet<string> Read(IReadOnlyList<ChatEntry> entries, Findings findings)
    {
        AddFacts(entries, findings);
        Dictionary<string, (string? Name, string? Role)> people = [];
        foreach (var person in entries.Where(entry => entry.Is("Participants")).SelectMany(entry => entry.Value.Split(',')))
        {
            // A code, a name that may be missing, a role.
            var words = person.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is []) continue;
            people[words[0]] = (words.Length > 2 ? string.Join(' ', words[1..^1]).Replace('_', ' ') : null, words.Length > 1 ? words[^1] : null);
        }

        var listed = people.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Is("ID"))) ReadId(entry.Value, people, findings);
        foreach (var (code, (name, role)) in people) findings.Introduce(code, name, RoleOf(role));
        return listed;
    }

    // A heading is no fact: see ChatUtterances.
    private static void AddFacts(IReadOnlyList<ChatEntry> entries, Findings findings)
    {
        var facts = entries.Where(entry => entry.Mark == '@' && entry.Words is not [] && !entry.Is("ID") && !ChatUtterances.IsHeading(entry));
        foreach (var fact in facts.GroupBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase))
        {
            findings.AddFact(fact.Key, string.Join("; ", fact.Select(entry => entry.Value)));
        }
    }

    private static void ReadId(string id, Dictionary<string, (string? Name, string? Role)> people, Findings findings)
    {
        var fields = id.Split('|', StringSplitOptions.TrimEntries);
        if (fields.Length <= CodeField || fields[CodeField].Length == 0) return;

        var code = fields[CodeField];
        foreach (var (index, value) in fields.Take(IdFields.Length).Index().Where(field => field.Index != CodeField && field.Item.Length > 0))
        {
            findings.AddFact(index == CorpusField ? "corpus" : $"{code} {IdFields[index]}", value);
        }

        var known = people.GetValueOrDefault(code);
        if (fields.Length > RoleField && fields[RoleField].Length > 0) people[code] = known with { Role = known.Role ?? fields[RoleField] };
    }

    // "Investigator" is CHAT's word for who asks. A role that says neither leaves it to the code: INT is an interviewer's.
    private static Role? RoleOf(string? role) => role switch
    {
        null => null,
        _ when role.Equals("Investigator", StringComparison.OrdinalIgnoreCase) => Role.Interviewer,
        _ => Roles.Of(role),
    };
}
