using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Reads the examples that stand beside a rule.</summary>
internal static class ExampleReader
{
    public static IReadOnlyList<RuleExample> Read(Yaml.Entry? entry, string what, Problems problems)
    {
        if (entry is null) return [];
        if (entry.Value is not Yaml.Mapping block)
        {
            problems.Add(entry.Value.Place, $"{what}: 'examples' is a block of two lists", "write 'match:' and 'no-match:' below it");
            return [];
        }

        var fields = new YamlFields(block, $"{what}, examples", problems);
        List<RuleExample> examples = [.. ReadList(fields, "match", what, problems), .. ReadList(fields, "no-match", what, problems)];
        fields.RefuseTheRest();
        if (!examples.Any(example => example.Matches)) fields.ReportMissing("match");
        if (examples.All(example => example.Matches)) fields.ReportMissing("no-match");
        return examples;
    }

    private static IEnumerable<RuleExample> ReadList(YamlFields fields, string key, string what, Problems problems)
    {
        IReadOnlyList<Yaml> items = fields.Find(key)?.Value is Yaml.Scalar or Yaml.Mapping ? [fields.Find(key)!.Value] : fields.Items(key); // it was just found
        return items.Select(item => ReadOne(item, key == "match", what, problems)).OfType<RuleExample>();
    }

    private static RuleExample? ReadOne(Yaml node, bool matches, string what, Problems problems)
    {
        switch (node)
        {
            case Yaml.Scalar scalar:
                return Checked(new(scalar.Value, matches, null, new Dictionary<string, string>(), scalar.Place), what, problems);
            case Yaml.Mapping block:
                var fields = new YamlFields(block, $"{what}, an example", problems);
                var text = fields.RequiredText("text");
                bool? negated = fields.Find("negated") is null ? null : fields.OneOf("negated", new Dictionary<string, bool> { ["yes"] = true, ["no"] = false }, false);
                var facts = block.Entries.Where(entry => entry.Key is not ("text" or "negated")).ToDictionary(entry => entry.Key, entry => fields.Text(entry.Key) ?? "");
                return Checked(new(text, matches, negated, facts, block.Place), what, problems);
            default:
                problems.Add(node.Place, $"{what}: an example is a list, and should be text", "put quotes round text that begins with '[', or write '- text: ...'");
                return null;
        }
    }

    private static RuleExample Checked(RuleExample example, string what, Problems problems)
    {
        var (opens, closes) = (Count(example.Text, "<<"), Count(example.Text, ">>"));
        if (opens > closes) problems.Add(example.Place, $"{what}: an example opens '<<' and does not close it", "add '>>' where the match ends");
        else if (closes > opens) problems.Add(example.Place, $"{what}: an example closes '>>' that it did not open", "add '<<' where the match begins");
        if (opens > 0 && !example.Matches) problems.Add(example.Place, $"{what}: a 'no-match' example marks a match with '<<'", "take the marks out, or move it to 'match'");
        return example;
    }

    private static int Count(string text, string mark) => text.AsSpan().Count(mark);
}
