namespace Spancoder.Tests.Rules;

/// <summary>Lists and rules as YAML, of every kind that docs/rules.md knows, over the words of <see cref="RandomDocuments"/>.</summary>
internal sealed class RandomRules(Random random)
{
    private const string Lists =
        """
        lists:
          places: ['Como', 'old town', '海外', '=Café']
          crafts: ['glass', '<metal>']
          metal: ['kiln*', 'hand-made']
          goods: ['品牌', '技术', 'brand']
          anything: ['<places>', '<crafts>', '=Brand', 'sold ... fair', '/[0-9]+ ?%/']

        """;

    private const string OwnNegation =
        """
          negation: ['hardly', 'no', '不']
          negation-look-alikes: ['no <metal>', '不仅']
          negation-stops: ['yet', '镇']

        """;

    private static readonly string[] Terms =
    [
        "kiln", "fair", "town", "sold", "café", "don't", "brand", "made", "old",
        "export*", "brand*", "*port", "*made", "*rand*", "straß*",
        "trade fair", "old town", "we sold glass", "fair trade", "hand-made", "re-export*", "up-to-date",
        "trad* ... town", "kiln ... fair ... sold", "卖 ... 镇", "sold ... 海外", "made … <places>",
        "=Como", "=Café", "=Brand*", "=Trade fair", "<places>", "<anything>", "=<places>", "=<crafts>", "old <crafts>", "<metal> fair", "=old <goods>",
        "品牌", "技术", "品", "卖", "镇", "𠮷", "海外", "AI技术", "fair 品牌", "made in 中国", "大<goods>",
        "/[0-9]+ ?%/", "/k[il]+n/", "/rand/", "/品.?牌/", @"/tr\w+ fa/", "/^we sold/", @"/\bold; ?\w+/",
    ];

    private static readonly string[] Common = ["kiln*", "fair", "town", "sold", "*brand*", "old", "made", "trade", "glass", "品", "卖", "镇", "大"];

    private static readonly string[] Speakers = ["participant", "note", "everyone", "P1", "not P1", "[P2, note]", "not participant", "unknown"];
    private static readonly string[] Wheres = ["{kind: interview}", "{kind: [interview, focus group]}", "{kind: not newspaper}", "{year: '>= 2010'}", "{year: '< 2010-06', kind: interview}", "{year: '> 2010'}"];
    private static readonly string[] Stretches = ["sentence", "sentence", "paragraph", "segment", "turn", "document"];

    /// <summary>A rules file with so many rules, in pieces that may be taken apart and put together otherwise.</summary>
    public (string Lists, List<string> Rules) Next(int count) => (random.Next(3) == 0 ? Lists + OwnNegation : Lists, [.. Enumerable.Range(1, count).Select(number => Rule($"r{number:00}"))]);

    private string Rule(string id)
    {
        var more = "";
        if (random.Next(5) < 3) more += $"    only-if: {Contexts()}\n";
        if (random.Next(5) < 3) more += $"    unless: {Contexts()}\n";
        if (random.Next(2) == 0) more += $"    negation: {OneOf("skip", "only", "ignore", "mark")}\n";
        if (random.Next(5) == 0) more += $"    speakers: {OneOf(Speakers)}\n";
        if (random.Next(6) == 0) more += $"    where: {OneOf(Wheres)}\n";
        if (random.Next(4) == 0) more += $"    strength: {OneOf("weak", "strong", "against", "never")}\n";
        if (random.Next(4) == 0) more += $"    code-what: {OneOf("match", "paragraph", "turn")}\n";
        if (random.Next(20) == 0) more += "    status: retired\n";
        return GivenRules.Rule(Find(depth: 0), more.TrimEnd('\n'), id);
    }

    private string Find(int depth) => random.Next(depth == 0 ? 12 : depth * 20) switch
    {
        0 => Several("all", Parts(2, depth), $", in-order: no, within: {Distance()}"),
        1 => Several("all", Parts(3, depth), $", within: {Distance()}"),
        2 => Several("all", Parts(2, depth), ""),
        3 or 4 => Several("all", Parts(random.Next(2, 4), depth), $", in-order: yes, within: {Distance()}"),
        5 or 6 => Several("at-least: 2, of", Parts(3, depth), random.Next(8) == 0 ? "" : $", within: {Distance()}"),
        7 => Several("any", Parts(2, depth), ""),
        8 => Term(),
        _ => $"[{string.Join(", ", Enumerable.Range(0, depth == 0 ? random.Next(1, 4) : random.Next(2, 7)).Select(_ => Term()))}]",
    };

    private List<string> Parts(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => Find(depth + 1))];

    private static string Several(string word, List<string> parts, string more) => $"{{{word}: [{string.Join(", ", parts)}]{more}}}";

    private string Contexts() => random.Next(6) == 0 ? $"[{Context()}, {Context()}]" : Context();

    private string Context() => random.Next(10) switch
    {
        < 6 => $"{{{OneOf("nearby", "before", "after")}: {Find(2)}, within: {Distance()}}}",
        6 => $"{{part-of: {Find(2)}}}",
        7 => $"{{previous-turn: {Find(2)}}}",
        8 => $"{{document: {Find(2)}}}",
        _ => Term(),
    };

    private string Distance() => random.Next(10) switch
    {
        < 2 => $"{random.Next(0, 10)} words",
        < 4 => $"{random.Next(0, 50)} characters",
        _ => OneOf(Stretches),
    };

    private string Term() => $"'{OneOf(random.Next(3) == 0 ? Common : Terms).Replace("'", "''", StringComparison.Ordinal)}'";

    private string OneOf(params string[] values) => values[random.Next(values.Length)];
}
