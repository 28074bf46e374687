using Spancoder.Codebooks;
using Spancoder.Rules;

namespace Spancoder.Learning;

/// <summary>
/// What the numbers of features mean: first words and pairs of words, then runs of characters, both by hash; where the turn before is looked at, the same of it; then layers and roles, one each; at
/// last the points that rules gave to codes, and the rules themselves.
/// </summary>
/// <remarks>
/// K. Weinberger et al., Feature hashing for large scale multitask learning, ICML 2009. No word is kept, so a model file holds nobody's words; two that share a number are taken for one, of which
/// 2^15 numbers for each kind lose nothing that could be measured.
/// </remarks>
internal sealed class FeatureSpace
{
    /// <summary>How many numbers words share, and runs of characters too.</summary>
    public const int Buckets = 1 << 15;

    private readonly Dictionary<string, int> _rules;
    private readonly Dictionary<Code, int> _codes;

    /// <param name="rules">Whose hits are features.</param>
    /// <param name="withPrevious">Whether the turn before is looked at.</param>
    public FeatureSpace(RuleSets rules, bool withPrevious)
    {
        WithPrevious = withPrevious;
        Layers = (withPrevious ? 4 : 2) * Buckets;
        Roles = Layers + Enum.GetValues<Layer>().Length;
        Codes = Roles + Enum.GetValues<Role>().Length;
        _codes = rules.Codebook.Codes.Index().ToDictionary(code => code.Item, code => Codes + code.Index);
        var first = Codes + _codes.Count;
        _rules = rules.Sets.SelectMany(set => set.Rules).Where(rule => rule.Rule.Marks is null).Select(rule => rule.Rule.Id).Order(StringComparer.Ordinal).Index().ToDictionary(rule => rule.Item, rule => first + rule.Index);
        Size = first + _rules.Count;
    }

    public bool WithPrevious { get; }

    /// <summary>The first number of a layer.</summary>
    public int Layers { get; }

    /// <summary>The first number of a role.</summary>
    public int Roles { get; }

    /// <summary>The first number of what rules say: of a code's points.</summary>
    public int Codes { get; }

    /// <summary>How many numbers there are.</summary>
    public int Size { get; }

    public int Of(Layer layer) => Layers + (int)layer;

    public int Of(Role role) => Roles + (int)role;

    public int Of(Code code) => _codes[code];

    public int OfRule(string id) => _rules[id];

    /// <summary>What a feature is that does not come of the segment's words: "rule fair-abroad", "points of MR", "layer note". Null for the others.</summary>
    public string? NameOf(int feature)
    {
        if (feature < 2 * Buckets) return null;
        if (feature < Layers) return "the turn before";
        if (feature < Roles) return $"layer {((Layer)(feature - Layers)).ToString().ToLowerInvariant()}";
        if (feature < Codes) return $"role {((Role)(feature - Roles)).ToString().ToLowerInvariant()}";
        return feature < Codes + _codes.Count ? $"points of {_codes.First(code => code.Value == feature).Key.Id}" : $"rule {_rules.First(rule => rule.Value == feature).Key}";
    }

    /// <summary>What rules for each code give it together; those for a code above it or below it are not counted.</summary>
    public IEnumerable<(Code Code, int Points)> PointsOf(IReadOnlyList<CompiledRule> rules) =>
        rules.GroupBy(rule => rule.Rule.Code, rule => rule.Points).Select(points => (Code: _codes.Keys.First(code => code.Id == points.Key), points.Sum())).OrderBy(points => _codes[points.Code]);
}
