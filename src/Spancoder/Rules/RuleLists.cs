using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>Tells which lists are used.</summary>
internal static class RuleLists
{
    /// <summary>The lists whose words these rules look at, lists in lists among them.</summary>
    /// <param name="rules">Of the codebook.</param>
    /// <param name="codebook">One that compiles.</param>
    public static IReadOnlySet<string> UsedBy(IEnumerable<Rule> rules, Codebook codebook)
    {
        TermParser parser = new(codebook.Lists, new());
        foreach (var rule in rules)
        {
            foreach (var term in rule.Find.Terms().Concat(rule.OnlyIf.Concat(rule.Unless).SelectMany(context => context.Operand.Terms()))) parser.Parse(term);
            if (rule.Settings.Negation == NegationMode.Ignore) continue;
            foreach (var term in Negations.BuiltIn.Keys.Where(codebook.Lists.ContainsKey).Select(list => new Operand.Term(rule.Place, $"<{list}>"))) parser.Parse(term);
        }

        return parser.UsedLists;
    }
}
