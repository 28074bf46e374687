using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>What differs between the rules of two versions of a codebook, told by what they compile to.</summary>
/// <param name="Rules">In order of id; only those that differ.</param>
/// <param name="Lists">In order of name; only those that differ.</param>
internal sealed record RuleChanges(IReadOnlyList<RuleChange> Rules, IReadOnlyList<ListChange> Lists)
{
    public static RuleChanges Between(RuleSet old, RuleSet now)
    {
        List<ListChange> lists =
        [
            .. old.Codebook.Lists.Keys.Union(now.Codebook.Lists.Keys).Order(StringComparer.Ordinal)
                .Select(name => ListChange.Between(name, old.Codebook, now.Codebook)).Where(change => change.IsOne),
        ];
        var (before, after) = (ById(old), ById(now));
        return new(
            [
                .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                    .Select(id => Between(before.GetValueOrDefault(id), after.GetValueOrDefault(id), (old, now, lists))).OfType<RuleChange>(),
            ],
            lists);
    }

    private static Dictionary<string, Version> ById(RuleSet rules)
    {
        var hashes = rules.Rules.ToDictionary(rule => rule.Rule.Id, rule => rule.Hash);
        return rules.Codebook.Rules.ToDictionary(rule => rule.Id, rule => new Version(rule, hashes.GetValueOrDefault(rule.Id)));
    }

    private static RuleChange? Between(Version? old, Version? now, (RuleSet Old, RuleSet Now, List<ListChange> Lists) all)
    {
        if (old is null || now is null) return new(old?.Rule, now?.Rule, FindsOtherwise: (old ?? now)!.Hash is not null, [], []); // one of them is there

        var otherwise = old.Hash != now.Hash;
        IReadOnlyList<TextChange> texts =
        [
            .. TextChange.Between("find", TermsOf([old.Rule.Find]), TermsOf([now.Rule.Find])),
            .. TextChange.Between("only-if", TermsOf(old.Rule.OnlyIf.Select(context => context.Operand)), TermsOf(now.Rule.OnlyIf.Select(context => context.Operand))),
            .. TextChange.Between("unless", TermsOf(old.Rule.Unless.Select(context => context.Operand)), TermsOf(now.Rule.Unless.Select(context => context.Operand))),
            .. Structure(old.Rule, now.Rule),
            .. TextChange.Between("title", old.Rule.Title ?? "", now.Rule.Title ?? ""),
            .. TextChange.Between("why", old.Rule.Why, now.Rule.Why),
            .. TextChange.Between("examples", old.Rule.Examples.Select(Say), now.Rule.Examples.Select(Say)),
        ];
        if (!otherwise && texts is []) return null;

        var used = otherwise ? RuleLists.UsedBy([old.Rule], all.Old.Codebook).Union(RuleLists.UsedBy([now.Rule], all.Now.Codebook)).ToHashSet() : [];
        string[] through = [.. all.Lists.Select(list => list.Name).Where(used.Contains)];

        // Terms may have changed places within it.
        if (texts is [] && through is []) texts = [.. TextChange.Between("rule", RuleInWords.Of(old.Rule), RuleInWords.Of(now.Rule))];
        return new(old.Rule, now.Rule, otherwise, texts, through);
    }

    private static IEnumerable<string> TermsOf(IEnumerable<Operand> operands) => operands.SelectMany(operand => operand.Terms()).Select(term => term.Text.Trim());

    // The sentences in which more differs than terms.
    private static IEnumerable<TextChange> Structure(Rule old, Rule now)
    {
        var (before, after) = (RuleInWords.WithoutTerms(old), RuleInWords.WithoutTerms(now));
        string[] was = [.. RuleInWords.Of(old).Where((_, index) => !after.Contains(before[index]))];
        string[] isNow = [.. RuleInWords.Of(now).Where((_, index) => !before.Contains(after[index]))];
        return TextChange.Between("rule", was, isNow);
    }

    private static string Say(RuleExample example) => $"{(example.Matches ? "match" : "no-match")}: {string.Join(" / ", example.Text.Trim().Split('\n', StringSplitOptions.TrimEntries))}"
        + $"{(example.Negated is { } negated ? $" (negated: {(negated ? "yes" : "no")})" : "")}{string.Concat(example.Facts.Select(fact => $" ({fact.Key}: {fact.Value})"))}";

    /// <param name="Hash">Null for a retired rule.</param>
    private sealed record Version(Rule Rule, string? Hash);
}

/// <summary>A rule that is not what it was.</summary>
/// <param name="Old">Null for one that was added.</param>
/// <param name="New">Null for one that was removed.</param>
/// <param name="FindsOtherwise">It may find something else now, or something at all, or nothing.</param>
/// <param name="Texts">What differs in its own words.</param>
/// <param name="Through">The lists that it uses and that differ, where it may find something else.</param>
internal sealed record RuleChange(Rule? Old, Rule? New, bool FindsOtherwise, IReadOnlyList<TextChange> Texts, IReadOnlyList<string> Through)
{
    public string Id => (New ?? Old)!.Id; // one of them is there
}

/// <summary>A list whose terms are not what they were.</summary>
internal sealed record ListChange(string Name, bool IsAdded, bool IsRemoved, IReadOnlyList<string> TermsAdded, IReadOnlyList<string> TermsRemoved)
{
    public bool IsOne => IsAdded || IsRemoved || TermsAdded is not [] || TermsRemoved is not [];

    public static ListChange Between(string name, Codebook old, Codebook now)
    {
        var (was, isNow) = (TermsOf(name, old), TermsOf(name, now));
        return new(name, was is null, isNow is null, [.. (isNow ?? []).Except(was ?? [])], [.. (was ?? []).Except(isNow ?? [])]);
    }

    private static IReadOnlyList<string>? TermsOf(string name, Codebook codebook) =>
        codebook.Lists.TryGetValue(name, out var list) ? [.. list.Terms.Select(term => term.Text.Trim())] : null;
}
