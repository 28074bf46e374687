using System.Globalization;
using System.Text.RegularExpressions;
using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Reads what a rule looks for, and what must stand near it.</summary>
/// <param name="rule">"rule 'x'", for messages.</param>
/// <param name="problems">Where what is wrong is gathered.</param>
internal sealed partial class OperandReader(string rule, Problems problems)
{
    private const int MostParts = 64;

    private static readonly string[] Combinations = ["any", "all", "at-least"];
    private static readonly ContextKind[] WithDistance = [ContextKind.Nearby, ContextKind.Before, ContextKind.After];

    private static readonly Dictionary<string, ContextKind> Kinds = new()
    {
        ["nearby"] = ContextKind.Nearby,
        ["before"] = ContextKind.Before,
        ["after"] = ContextKind.After,
        ["part-of"] = ContextKind.PartOf,
        ["previous-turn"] = ContextKind.PreviousTurn,
        ["document"] = ContextKind.Nearby,
    };

    public Operand Read(Yaml node)
    {
        switch (node)
        {
            case Yaml.Scalar scalar: return new Operand.Term(scalar.Place, scalar.Value);
            case Yaml.Sequence { Items.Count: > 0 } sequence: return new Operand.AnyOf(node.Place, [.. sequence.Items.Select(Read)]);
            case Yaml.Mapping block when Combinations.Any(word => block.Find(word) is not null): return ReadCombination(block);
            case Yaml.Mapping block:
                foreach (var entry in block.Entries) problems.Add(entry.Place, $"{rule}: unknown word '{entry.Key}'{Spelling.DidYouMean(entry.Key, Combinations)}", $"write a term, a list of terms, or one of: {string.Join(", ", Combinations)}");
                break;
            default:
                problems.Add(node.Place, $"{rule}: here stands an empty list, and there should be words to find", "write a term, or a list of terms");
                break;
        }

        return new Operand.AnyOf(node.Place, []);
    }

    /// <summary>A list means any of its entries. Plain words in it are one context: somewhere else in the same sentence.</summary>
    public IReadOnlyList<Context> ReadContexts(Yaml.Entry? entry)
    {
        if (entry is null) return [];

        var items = entry.Value is Yaml.Sequence sequence ? sequence.Items : [entry.Value];
        List<Context> contexts = [];
        List<Operand> plain = [];
        foreach (var item in items)
        {
            if (item is Yaml.Mapping block && !Combinations.Any(word => block.Find(word) is not null)) contexts.Add(ReadContext(block, $"{rule}, {entry.Key}"));
            else plain.Add(Read(item));
        }

        if (items is []) problems.Add(entry.Value.Place, $"{rule}: '{entry.Key}' is an empty list", "write what to look for, or take it out");
        if (plain.Count > 0) contexts.Insert(0, new(ContextKind.Nearby, new Operand.AnyOf(entry.Value.Place, plain), Distance.Sentence));
        return contexts;
    }

    private Operand ReadCombination(Yaml.Mapping block)
    {
        var fields = new YamlFields(block, rule, problems);
        var (any, all, atLeast) = (fields.Find("any"), fields.Find("all"), fields.Find("at-least"));
        if ((any is null ? 0 : 1) + (all is null ? 0 : 1) + (atLeast is null ? 0 : 1) > 1)
        {
            problems.Add(block.Place, $"{rule}: 'any', 'all' and 'at-least' stand in one block", "choose one of them, and put another one inside it");
        }

        var of = atLeast is null ? null : fields.Find("of");
        var operand = any is not null ? Read(any.Value) : ReadSeveral(fields, (all ?? of)?.Value, all is not null);
        fields.RefuseTheRest();
        return operand;
    }

    private Operand.Several ReadSeveral(YamlFields fields, Yaml? node, bool isAll)
    {
        var within = ReadDistance(fields) ?? Distance.Sentence;
        var inOrder = isAll && fields.OneOf("in-order", new Dictionary<string, bool> { ["yes"] = true, ["no"] = false }, false);
        if (!isAll && node is null) fields.ReportMissing("of");

        IReadOnlyList<Yaml> parts = node is Yaml.Sequence sequence ? sequence.Items : [];
        if (node is not null && parts.Count is < 2 or > MostParts)
        {
            problems.Add(node!.Place, $"{rule}: '{(isAll ? "all" : "of")}' is a list of two parts or more, and of {MostParts} at most", "write a list, each part on a line that begins with '- '");
        }

        return new Operand.Several(fields.Place, [.. parts.Select(Read)], isAll ? parts.Count : ReadNumber(fields, parts.Count), within, inOrder);
    }

    private int ReadNumber(YamlFields fields, int parts)
    {
        var text = fields.Text("at-least") ?? "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Math.Max(parts, 1)) return number;

        problems.Add(fields.Find("at-least")!.Value.Place, $"{rule}: 'at-least' is '{text}', of {parts} parts", "write a whole number that is not above the number of parts");
        return 1;
    }

    private Context ReadContext(Yaml.Mapping block, string what)
    {
        var fields = new YamlFields(block, what, problems);
        var found = Kinds.Keys.Select(fields.Find).OfType<Yaml.Entry>().ToList();
        if (found.Count != 1)
        {
            problems.Add(block.Place, found is [] ? $"{what}: it does not say what to look for" : $"{what}: '{found[0].Key}' and '{found[1].Key}' stand in one block",
                found is [] ? $"add one of: {string.Join(", ", Kinds.Keys)}" : "begin a new entry with '- ' for the second");
        }

        var name = found is [] ? "nearby" : found[0].Key;
        var kind = Kinds[name];
        var takesDistance = WithDistance.Contains(kind) && name != "document";
        var within = takesDistance ? ReadDistance(fields) : null;
        if (takesDistance && fields.Find("within") is null && found is not []) problems.Add(block.Place, $"{what}: '{name}' needs 'within'", "add 'within: 5 words', 'within: sentence', or another distance");
        fields.RefuseTheRest();
        return new(kind, found is [] ? new Operand.AnyOf(block.Place, []) : Read(found[0].Value), name == "document" ? Distance.Document : within ?? Distance.Sentence);
    }

    private Distance? ReadDistance(YamlFields fields)
    {
        if (fields.Text("within") is not { } text) return null;
        if (Stretches.TryGetValue(text, out var unit)) return new(unit);
        if (Counted().Match(text) is { Success: true } counted && int.TryParse(counted.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1000)
        {
            return new(counted.Groups["unit"].ValueSpan.StartsWith("word", StringComparison.Ordinal) ? DistanceUnit.Words : DistanceUnit.Characters, count);
        }

        problems.Add(fields.Find("within")!.Value.Place, $"{rule}: 'within' is '{text}'{Spelling.DidYouMean(text, Stretches.Keys)}",
            $"write '5 words', '10 characters' (1000 at most), or one of: {string.Join(", ", Stretches.Keys)}");
        return null;
    }

    private static readonly Dictionary<string, DistanceUnit> Stretches = ((DistanceUnit[])[DistanceUnit.Sentence, DistanceUnit.Paragraph, DistanceUnit.Segment, DistanceUnit.Turn, DistanceUnit.Document])
        .ToDictionary(unit => new Distance(unit).ToString());

    [GeneratedRegex("^(?<count>[0-9]{1,9}) +(?<unit>words?|characters?)$")]
    private static partial Regex Counted();
}
