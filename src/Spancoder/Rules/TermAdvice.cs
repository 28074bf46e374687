using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>Names lists that nothing uses, and terms that add nothing to what stands beside them.</summary>
internal static class TermAdvice
{
    private const int MostNamed = 3;

    /// <param name="codebook">One that compiles.</param>
    public static void Add(Codebook codebook, Problems advice)
    {
        TermParser parser = new(codebook.Lists, new());
        AddUnused(codebook, advice);
        foreach (var scope in Alternatives.In(codebook)) AddCovered(scope, [.. scope.Terms.Select(parser.Parse)], advice);
    }

    private static void AddUnused(Codebook codebook, Problems advice)
    {
        var used = RuleLists.UsedBy(codebook.Rules, codebook);
        foreach (var list in codebook.Lists.Values.Where(list => !used.Contains(list.Name) && !Negations.BuiltIn.ContainsKey(list.Name)))
        {
            advice.Add(list.Place, $"no rule uses list '{list.Name}'", $"write <{list.Name}> in a rule, or remove the list");
        }
    }

    // From the last to the first, so that of two that find the same the first stays.
    private static void AddCovered(Alternatives scope, IReadOnlyList<TermForm>[] forms, Problems advice)
    {
        if (scope.Terms.Count < 2) return;

        TermCover cover = new(forms);
        HashSet<int> left = [.. Enumerable.Range(0, forms.Length)];
        for (var term = forms.Length - 1; term >= 0; term--)
        {
            var others = forms[term].Select(form => cover.TermsFor(form).Where(other => other != term && left.Contains(other)).Order().ToList()).ToList();
            if (others is [] || others.Exists(covering => covering is [])) continue;

            left.Remove(term);
            var names = others.Select(covering => covering[0]).Distinct().Select(other => $"'{scope.Terms[other].Text.Trim()}'").ToList();
            advice.Add(scope.Terms[term].Place, $"{scope.Where}: all that '{scope.Terms[term].Text.Trim()}' finds is found by {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? " and others" : "")} too", "leave it out");
        }
    }
}
