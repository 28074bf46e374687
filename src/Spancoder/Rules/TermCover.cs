using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Tells whether one term finds everything that another one finds, at the same places. Where it is in doubt it says no.</summary>
internal sealed class TermCover
{
    // Phrases with stars are compared one by one; among more of them than this nothing is looked for.
    private const int MostWithStars = 2000;

    private readonly Dictionary<string, List<int>> _termsByWording = new(StringComparer.Ordinal);
    private readonly ILookup<int, (TermForm.Phrase Phrase, int Term)> _withStars;

    /// <param name="terms">What each of them stands for.</param>
    public TermCover(IReadOnlyList<IReadOnlyList<TermForm>> terms)
    {
        foreach (var (term, forms) in terms.Index())
        {
            foreach (var wording in forms.Select(WordingOf).Distinct())
            {
                if (!_termsByWording.TryAdd(wording, [term])) _termsByWording[wording].Add(term);
            }
        }

        var starred = terms.Index().SelectMany(term => term.Item.OfType<TermForm.Phrase>().Where(phrase => phrase.Words.Any(word => word.StarBefore || word.StarAfter)).Select(phrase => (phrase, term.Index))).ToList();
        _withStars = (starred.Count > MostWithStars ? [] : starred).ToLookup(entry => entry.phrase.Words.Count);
    }

    /// <summary>Those of the terms that find what <paramref name="form"/> finds.</summary>
    public IEnumerable<int> TermsFor(TermForm form)
    {
        var same = TermsWith(WordingOf(form));
        if (form is not TermForm.Phrase phrase) return same;

        var loosened = phrase with { Words = [.. phrase.Words.Select(word => word.IsExact ? word with { Text = Folding.Fold(word.Text), IsExact = false } : word)] };
        return [.. same.Concat(TermsWith(WordingOf(loosened))).Concat(_withStars[phrase.Words.Count].Where(other => Covers(other.Phrase, phrase)).Select(other => other.Term)).Distinct()];
    }

    private List<int> TermsWith(string wording) => _termsByWording.TryGetValue(wording, out var terms) ? terms : [];

    private static bool Covers(TermForm.Phrase general, TermForm.Phrase phrase)
    {
        for (var index = 0; index < phrase.Words.Count; index++)
        {
            if (!Covers(general.Words[index], phrase.Words[index])) return false;
        }

        return true;
    }

    private static bool Covers(WordPattern general, WordPattern word)
    {
        if (general.IsExact && !word.IsExact || word.StarBefore && !general.StarBefore || word.StarAfter && !general.StarAfter) return false;

        var text = word.IsExact && !general.IsExact ? Folding.Fold(word.Text) : word.Text;
        return (general.StarBefore, general.StarAfter) switch
        {
            (false, false) => text == general.Text,
            (false, true) => text.StartsWith(general.Text, StringComparison.Ordinal),
            (true, false) => text.EndsWith(general.Text, StringComparison.Ordinal),
            (true, true) => text.Contains(general.Text, StringComparison.Ordinal),
        };
    }

    // Things far apart are found as the shortest stretch, so that what finds more of them may find other stretches: only the same is as good.
    private static string WordingOf(TermForm form) => form switch
    {
        TermForm.Phrase phrase => string.Join(' ', phrase.Words),
        TermForm.Gapped gapped => string.Join(" ... ", gapped.Parts.Select(part => string.Join('|', part.Select(WordingOf).Distinct().Order(StringComparer.Ordinal)))),
        TermForm.Expression expression => expression.Text,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
