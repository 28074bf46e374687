namespace Spancoder.Codebooks;

/// <summary>Terms of which any one is enough: those of a list, or those that stand side by side in a rule.</summary>
/// <param name="Where">"list 'abroad'", or "rule 'sells', find": for messages.</param>
/// <param name="Terms">In the order of the file; never empty.</param>
internal sealed record Alternatives(string Where, IReadOnlyList<Operand.Term> Terms)
{
    /// <summary>Those of every list, and of every rule that is not retired.</summary>
    public static IEnumerable<Alternatives> In(Codebook codebook) => codebook.Lists.Values
        .Select(list => new Alternatives($"list '{list.Name}'", list.Terms))
        .Concat(codebook.Rules.Where(rule => rule.Status != RuleStatus.Retired).SelectMany(In))
        .Where(alternatives => alternatives.Terms.Count > 0);

    private static IEnumerable<Alternatives> In(Rule rule) =>
    [
        .. In(rule.Find, $"rule '{rule.Id}', find"),
        .. rule.OnlyIf.SelectMany(context => In(context.Operand, $"rule '{rule.Id}', only-if")),
        .. rule.Unless.SelectMany(context => In(context.Operand, $"rule '{rule.Id}', unless")),
    ];

    private static IEnumerable<Alternatives> In(Operand operand, string where) => operand switch
    {
        Operand.Term term => [new(where, [term])],
        Operand.AnyOf any => any.Flat().OfType<Operand.Several>().SelectMany(several => In(several, where)).Prepend(new(where, [.. any.Flat().OfType<Operand.Term>()])),
        Operand.Several several => several.Operands.SelectMany(part => In(part, where)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
