using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Names Chinese terms that stand in one script only: simplified and traditional characters are not the same to a rule.</summary>
internal static class ScriptAdvice
{
    private const int MostNamed = 5;

    public static void Add(Codebook codebook, Problems advice)
    {
        List<Operand.Term> simplifiedElsewhere = [];
        List<Operand.Term> traditionalElsewhere = [];
        foreach (var scope in Alternatives.In(codebook))
        {
            List<string> known = [.. scope.Terms.Concat(InListsOf(scope, codebook)).Select(term => term.Text.Trim())];
            var simplified = scope.Terms.Where(IsSimplified).ToLookup(term => known.Exists(other => ChineseVariants.AreOneTerm(term.Text.Trim(), other)));
            var traditional = scope.Terms.Where(IsTraditional).ToLookup(term => known.Exists(other => ChineseVariants.AreOneTerm(other, term.Text.Trim())));

            // Who writes some terms both ways has forgotten the others. Who writes none so has chosen a script, and one line for all such places is enough.
            if (simplified.Contains(true))
            {
                Say(scope, [.. simplified[false]], "traditional", ChineseVariants.InTraditional, advice);
                Say(scope, [.. traditional[false]], "simplified", ChineseVariants.InSimplified, advice);
                continue;
            }

            simplifiedElsewhere.AddRange(simplified[false]);
            traditionalElsewhere.AddRange(traditional[false]);
        }

        SayOnce(simplifiedElsewhere, "simplified", "traditional", advice);
        SayOnce(traditionalElsewhere, "traditional", "simplified", advice);
    }

    private static void SayOnce(List<Operand.Term> terms, string script, string other, Problems advice)
    {
        if (terms is []) return;
        advice.Add(terms.MinBy(term => term.Place)!.Place, $"{Counted.Of(terms.Count, "term")} in {script} characters (this one first) {(terms.Count == 1 ? "stands" : "stand")} where nothing is written in both scripts", // there is one
            $"if there are texts in {other} characters, write the {(terms.Count == 1 ? "term" : "terms")} in these too");
    }

    private static bool IsSimplified(Operand.Term term) => IsChinese(term) && ChineseVariants.IsSimplified(term.Text);

    private static bool IsTraditional(Operand.Term term) => IsChinese(term) && ChineseVariants.IsTraditional(term.Text);

    // Japanese has characters of both scripts. Characters in the name of a list are none of the term.
    private static bool IsChinese(Operand.Term term) => !term.Text.Contains('<') && !term.Text.Any(c => c is >= '\u3041' and <= '\u30FF');

    private static IEnumerable<Operand.Term> InListsOf(Alternatives scope, Codebook codebook)
    {
        HashSet<string> seen = [];
        Queue<string> open = new(scope.Terms.Select(term => term.ListAlone).OfType<string>());
        while (open.TryDequeue(out var name))
        {
            if (!seen.Add(name) || !codebook.Lists.TryGetValue(name, out var list)) continue;
            foreach (var term in list.Terms)
            {
                yield return term;
                if (term.ListAlone is { } inner) open.Enqueue(inner);
            }
        }
    }

    private static void Say(Alternatives scope, List<Operand.Term> alone, string missing, Func<string, IReadOnlyList<string>> write, Problems advice)
    {
        if (alone is []) return;

        List<string> terms = alone.ConvertAll(term => term.Text.Trim());
        var (named, them) = (terms.Take(MostNamed).Select(term => $"'{term}'"), terms.Count == 1 ? "it" : "them");
        string[] writings = [.. terms.Take(MostNamed).Select(term => string.Join(" or ", write(term).Select(writing => $"'{writing}'"))).Where(writing => writing.Length > 0)];
        advice.Add(
            alone[0].Place,
            $"{scope.Where}: {string.Join(", ", named)}{(terms.Count > MostNamed ? $" and {terms.Count - MostNamed} more" : "")} {(terms.Count == 1 ? "stands" : "stand")} there without the same in {missing} characters",
            writings is [] ? $"write {them} in these too" : $"write {string.Join(", ", writings)} beside {them}");
    }
}
