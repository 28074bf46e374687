using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Reads one rule as text; what its terms mean is for <c>Rules/</c> to say.</summary>
internal static class RuleReader
{
    /// <param name="defaults">What the file says for all its rules.</param>
    /// <returns>Null where there is no block to read.</returns>
    public static Rule? Read(Yaml entry, RuleSettings defaults, Problems problems)
    {
        if (entry is not Yaml.Mapping block)
        {
            problems.Add(entry.Place, "a rule is a block of 'word: ...' lines", "begin it with '- id: ...'");
            return null;
        }

        var id = block.Find("id")?.Value is Yaml.Scalar scalar ? scalar.Value : "";
        var what = id.Length > 0 ? $"rule '{id}'" : "a rule";
        var fields = new YamlFields(block, what, problems);
        if (fields.RequiredText("id") is { Length: > 0 } name && !Code.IsId(name))
        {
            problems.Add(block.Place, $"'{name}' cannot be a rule's id", "use letters, digits, '-', '_' and '.'");
        }

        var code = fields.Text("code");
        var marks = fields.Find("marks") is null ? null : fields.OneOf("marks", Coding.Statuses.ToDictionary(status => status), Coding.Statuses[0]);
        if (marks is null && string.IsNullOrEmpty(code)) fields.ReportMissing("code");
        if (marks is not null && code is not null) problems.Add(block.Place, $"{what} has 'code' and 'marks'", "write two rules, for a rule speaks for a code or says what became of it");
        OperandReader operands = new(what, problems);
        var rule = new Rule
        {
            Id = id,
            Code = code ?? "",
            Marks = marks,
            Title = fields.Text("title"),
            Why = fields.RequiredText("why"),
            Find = fields.Find("find") is { } find ? operands.Read(find.Value) : new Operand.AnyOf(block.Place, []),
            OnlyIf = operands.ReadContexts(fields.Find("only-if")),
            Unless = operands.ReadContexts(fields.Find("unless")),
            Settings = ReadSettings(fields, what, defaults, problems),
            Where = ReadWhere(fields.Find("where"), what, problems),
            Status = fields.OneOf("status", Words<RuleStatus>(), RuleStatus.Tested),
            Examples = ExampleReader.Read(fields.Find("examples"), what, problems),
            Place = block.Place,
        };
        foreach (var needed in (string[])["find", "examples"])
        {
            if (fields.Find(needed) is null) fields.ReportMissing(needed);
        }

        foreach (var forPeople in (string[])["author", "date", "notes"]) fields.Text(forPeople);
        fields.RefuseTheRest();
        return rule;
    }

    /// <summary>The words that a rule and a file's <c>defaults</c> have in common.</summary>
    public static RuleSettings ReadSettings(YamlFields fields, string what, RuleSettings defaults, Problems problems) => new()
    {
        Speakers = fields.Find("speakers") is null ? defaults.Speakers : ReadSpeakers(fields.Texts("speakers"), what, problems),
        Negation = fields.OneOf("negation", Words<NegationMode>(), defaults.Negation),
        Strength = fields.OneOf("strength", Words<Strength>(), defaults.Strength),
        Extent = fields.OneOf("code-what", Words<Extent>(), defaults.Extent),
    };

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());

    private static SpeakerTest ReadSpeakers(IReadOnlyList<Yaml.Scalar> texts, string what, Problems problems)
    {
        List<SpeakerTest.Who> anyOf = [];
        foreach (var text in texts)
        {
            var (isNot, name) = CutNot(text.Value);
            anyOf.Add(new(name, isNot));
            if (name.Length == 0) problems.Add(text.Place, $"{what}: 'speakers' names nobody", "write a label, participant, note, everyone, or not and one of them");
            if (name != "interviewer" || isNot) continue;

            problems.Add(text.Place, $"{what}: it looks at interviewers, whose words are never coded", "put the words under 'only-if' with 'previous-turn', and find what is answered");
        }

        return anyOf is [] ? SpeakerTest.NotInterviewer : new(anyOf);
    }

    private static List<FieldTest> ReadWhere(Yaml.Entry? entry, string what, Problems problems)
    {
        if (entry is null) return [];
        if (entry.Value is not Yaml.Mapping block)
        {
            problems.Add(entry.Value.Place, $"{what}: 'where' is a block of facts about documents", "write '{kind: interview}', or a line for each fact");
            return [];
        }

        var fields = new YamlFields(block, $"{what}, where", problems);
        List<FieldTest> tests = [];
        foreach (var fact in block.Entries)
        {
            List<FieldTest.Value> values = [.. fields.Texts(fact.Key).Select(text => ReadValue(text, $"{what}, where, {fact.Key}", problems))];
            if (values is [] || values.Any(value => value.Text.Length == 0)) problems.Add(fact.Place, $"{what}: 'where' does not say what '{fact.Key}' must be", "write a value, a list, 'not' and a value, or '>= 2010'");
            tests.Add(new(fact.Key, values));
        }

        return tests;
    }

    private static FieldTest.Value ReadValue(Yaml.Scalar scalar, string what, Problems problems)
    {
        var text = scalar.Value.Trim();
        foreach (var sign in (string[])[">=", "<=", ">", "<"])
        {
            if (!text.StartsWith(sign, StringComparison.Ordinal)) continue;

            var limit = text[sign.Length..].Trim();
            if (!limit.Any(char.IsAsciiDigit)) problems.Add(scalar.Place, $"{what}: '{text}' compares with something that is no number and no date", "write a number, or a date such as 2016 or 2016-05-12");
            return new(sign, limit);
        }

        var (isNot, value) = CutNot(text);
        return new(isNot ? "not" : "", value);
    }

    private static (bool IsNot, string Words) CutNot(string text)
    {
        var words = text.Trim();
        return words.StartsWith("not ", StringComparison.Ordinal) ? (true, words[4..].TrimStart()) : (false, words);
    }
}
