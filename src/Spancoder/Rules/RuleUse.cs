using Spancoder.Codebooks;
using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>What the rules find in a corpus, counted a document at a time.</summary>
internal sealed class RuleUse
{
    private readonly Tokenizer _tokenizer = new();
    private readonly Matcher _matcher;
    private readonly Dictionary<CompiledRule, Count> _counts;

    public RuleUse(RuleSet rules)
    {
        TermParser parser = new(rules.Codebook.Lists, new());
        _matcher = new(rules, _tokenizer);
        Counts = [.. rules.Rules.Select(rule => new Count(rule.Rule, rule.Rule.Find.Terms().SelectMany(parser.Parse).Select(form => form.Text).Distinct().Count()))];
        _counts = rules.Rules.Zip(Counts).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    public int Documents { get; private set; }

    /// <summary>In order of the rules' ids.</summary>
    public IReadOnlyList<Count> Counts { get; }

    public void Add(Document document, SegmentUnit unit)
    {
        Documents++;
        var tokens = _tokenizer.ReadMemory(document.Text);
        foreach (var hits in _matcher.Find(Segmenter.Split(document, tokens.Span, unit), tokens, withStopped: true).GroupBy(hit => hit.Rule)) _counts[hits.Key].Add([.. hits]);
        foreach (var count in Counts) count.Add(document.Metadata);
    }

    /// <summary>Names rules that found nothing, and facts that they ask for and documents lack.</summary>
    public void Advise(Problems advice)
    {
        if (Documents == 0) return;
        foreach (var count in Counts)
        {
            var rule = $"rule '{count.Rule.Id}'";
            foreach (var (field, lacking) in count.Lacking)
            {
                advice.Add(count.Rule.Place, lacking == Documents
                        ? $"{rule}, where: no document of the corpus says '{field}'"
                        : $"{rule}, where: in {lacking} of {Documents} documents nothing says '{field}', and the rule passes over them",
                    "look at its spelling, or give the fact in attributes.csv");
            }

            if (count.Hits > 0 || count.Lacking.Any(lacking => lacking.Documents == Documents)) continue;
            if (count.Stopped == 0) advice.Add(count.Rule.Place, $"{rule} finds nothing in the corpus", "see with 'spancoder codebook expand' what its terms find, or retire it");
            else advice.Add(count.Rule.Place, $"{rule} counts nowhere in the corpus, and is stopped {Counted.Of(count.Stopped, "time")}", "let 'spancoder explain' say by what");
        }
    }

    /// <summary>What one rule finds.</summary>
    /// <param name="rule">Not a retired one.</param>
    /// <param name="terms">How many terms it may find something by, those of its lists among them.</param>
    internal sealed class Count(Rule rule, int terms)
    {
        private readonly HashSet<string> _via = [];
        private readonly Dictionary<string, int> _lacking = [];

        public Rule Rule => rule;

        public int Terms => terms;

        /// <summary>Those that count.</summary>
        public int Hits { get; private set; }

        /// <summary>Those that do not.</summary>
        public int Stopped { get; private set; }

        /// <summary>Documents with a hit that counts.</summary>
        public int Documents { get; private set; }

        /// <summary>Of its terms, those by which a hit came that counts.</summary>
        public int TermsFound => _via.Count;

        /// <summary>For each field of its <c>where</c> that not every document has: how many have it not.</summary>
        public IEnumerable<(string Field, int Documents)> Lacking => rule.Where.Where(test => _lacking.ContainsKey(test.Field)).Select(test => (test.Field, _lacking[test.Field]));

        public void Add(IReadOnlyList<RuleHit> hits)
        {
            var counting = hits.Where(hit => hit.Stopped is null).ToList();
            (Hits, Stopped) = (Hits + counting.Count, Stopped + hits.Count - counting.Count);
            if (counting is not []) Documents++;
            _via.UnionWith(counting.SelectMany(hit => hit.Via));
        }

        public void Add(IReadOnlyDictionary<string, string> facts)
        {
            foreach (var test in rule.Where.Where(test => facts.GetValueOrDefault(test.Field, "").Length == 0)) _lacking[test.Field] = _lacking.GetValueOrDefault(test.Field) + 1;
        }
    }
}
