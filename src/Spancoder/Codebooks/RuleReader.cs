using System.Text;
using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Reads one rule as text; what its terms mean is for <c>Rules/</c> to say.</summary>
internal static class RuleReader
{
    private static readonly Dictionary<string, Strength> Strengths = new()
    {
        ["weak"] = Strength.Weak,
        ["normal"] = Strength.Normal,
        ["strong"] = Strength.Strong,
        ["against"] = Strength.Against,
        ["never"] = Strength.Never,
    };

    private static readonly Dictionary<string, Within> Windows = new() { ["sentence"] = Within.Sentence, ["segment"] = Within.Segment };

    public static Rule? Read(Yaml entry, Problems problems)
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

        fields.Text("title");
        fields.Text("notes");
        if (fields.Find("find") is null) fields.ReportMissing("find");
        var rule = new Rule
        {
            Id = id,
            Code = fields.RequiredText("code"),
            Why = fields.RequiredText("why"),
            Find = fields.Find("find") is { } find ? ReadOperand(find.Value, what, problems) : new Operand.AnyOf(block.Place, []),
            OnlyIf = ReadContexts(fields.Find("only-if"), what, problems),
            Unless = ReadContexts(fields.Find("unless"), what, problems),
            Strength = fields.OneOf("strength", Strengths, Strength.Normal),
            Examples = ReadExamples(fields.Find("examples"), what, problems),
            Place = block.Place,
        };
        if (fields.Find("examples") is null) fields.ReportMissing("examples");
        fields.RefuseTheRest();
        return rule;
    }

    private static Operand ReadOperand(Yaml node, string what, Problems problems)
    {
        switch (node)
        {
            case Yaml.Scalar scalar:
                return new Operand.Term(scalar.Place, scalar.Value);
            case Yaml.Sequence { Items.Count: > 0 } sequence:
                return new Operand.AnyOf(node.Place, [.. sequence.Items.Select(item => ReadOperand(item, what, problems))]);
            case Yaml.Mapping { Entries: [{ Key: "any" } any] }:
                return ReadOperand(any.Value, what, problems);
            default:
                problems.Add(node.Place, $"{what}: here stands a block or an empty list, and there should be words to find", "write a term, or a list of terms");
                return new Operand.AnyOf(node.Place, []);
        }
    }

    // A list means any of its entries. Plain terms in it are one context: somewhere else in the same sentence.
    private static List<Context> ReadContexts(Yaml.Entry? entry, string what, Problems problems)
    {
        if (entry is null) return [];

        var items = entry.Value is Yaml.Sequence sequence ? sequence.Items : [entry.Value];
        List<Context> contexts = [];
        List<Operand> plain = [];
        foreach (var item in items)
        {
            if (item is Yaml.Mapping block && block.Find("any") is null) contexts.Add(ReadContext(block, $"{what}, {entry.Key}", problems));
            else plain.Add(ReadOperand(item, what, problems));
        }

        if (plain.Count > 0) contexts.Insert(0, new(new Operand.AnyOf(entry.Value.Place, plain), Within.Sentence, IsPartOf: false));
        return contexts;
    }

    private static Context ReadContext(Yaml.Mapping block, string what, Problems problems)
    {
        var fields = new YamlFields(block, what, problems);
        var partOf = fields.Find("part-of");
        var nearby = fields.Find("nearby");
        var within = fields.OneOf("within", Windows, Within.Sentence);
        if ((partOf ?? nearby) is not { } words)
        {
            problems.Add(block.Place, $"{what}: it does not say what to look for", "add 'nearby: ...' or 'part-of: ...'");
            fields.RefuseTheRest();
            return new(new Operand.AnyOf(block.Place, []), within, IsPartOf: false);
        }

        if (nearby is not null && fields.Find("within") is null)
        {
            problems.Add(block.Place, $"{what}: 'nearby' needs 'within'", "add 'within: sentence' or 'within: segment'");
        }

        fields.RefuseTheRest();
        return new(ReadOperand(words.Value, what, problems), within, partOf is not null);
    }

    private static List<RuleExample> ReadExamples(Yaml.Entry? entry, string what, Problems problems)
    {
        if (entry is null) return [];
        if (entry.Value is not Yaml.Mapping block)
        {
            problems.Add(entry.Value.Place, $"{what}: 'examples' is a block of two lists", "write 'match:' and 'no-match:' below it");
            return [];
        }

        var fields = new YamlFields(block, $"{what}, examples", problems);
        List<RuleExample> examples =
        [
            .. fields.Texts("match").Select(text => ReadExample(text, matches: true, what, problems)),
            .. fields.Texts("no-match").Select(text => ReadExample(text, matches: false, what, problems)),
        ];
        fields.RefuseTheRest();
        if (!examples.Any(example => example.Matches)) fields.ReportMissing("match");
        if (examples.All(example => example.Matches)) fields.ReportMissing("no-match");
        return examples;
    }

    private static RuleExample ReadExample(Yaml.Scalar scalar, bool matches, string what, Problems problems)
    {
        var text = new StringBuilder();
        List<TextSpan> spans = [];
        var rest = scalar.Value.Trim();
        while (rest.IndexOf("<<", StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf(">>", open, StringComparison.Ordinal);
            if (close < 0)
            {
                problems.Add(scalar.Place, $"{what}: an example opens '<<' and does not close it", "add '>>' where the match ends");
                break;
            }

            text.Append(rest, 0, open);
            spans.Add(new(text.Length, text.Length + close - open - 2));
            text.Append(rest, open + 2, close - open - 2);
            rest = rest[(close + 2)..];
        }

        if (spans.Count > 0 && !matches)
        {
            problems.Add(scalar.Place, $"{what}: a 'no-match' example marks a match with '<<'", "take the marks out, or move it to 'match'");
        }

        return new(text.Append(rest).ToString(), spans, matches, scalar.Place);
    }
}
