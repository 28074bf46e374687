using System.Text.RegularExpressions;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>The oracle's terms: what each stands for, tried at every word of the text. docs/rules.md, "What stands in a list".</summary>
internal sealed class SlowTerms(Codebook codebook)
{
    private readonly Dictionary<(string Term, bool IsExact), List<List<WordTest>>> _phrases = [];

    /// <summary>Where a term is found, but for <c>...</c> and expressions: every place, also those that overlap.</summary>
    /// <param name="term">As typed.</param>
    /// <param name="isExact">As if it began with <c>=</c>.</param>
    /// <param name="words">Of the text.</param>
    public IEnumerable<TextSpan> Places(string term, bool isExact, SlowWords words)
    {
        if (!_phrases.TryGetValue((term, isExact), out var phrases)) _phrases[(term, isExact)] = phrases = Phrases(term, isExact);
        foreach (var phrase in phrases)
        {
            for (var first = 0; first + phrase.Count <= words.Words.Count; first++)
            {
                if (!phrase[0].Fits(words.Words[first])) continue;

                var here = words.Words.GetRange(first, phrase.Count);
                if (!phrase.Zip(here).All(pair => pair.First.Fits(pair.Second))) continue;
                if (here.Zip(here.Skip(1)).All(pair => IsGap(pair.First, pair.Second, words))) yield return new(here[0].Span.Start, here[^1].Span.End);
            }
        }
    }

    public IEnumerable<string> this[string list] => codebook.Lists[list].Terms.Select(term => term.Text);

    /// <summary>The list that a term is, and nothing else; null where it is something else.</summary>
    public static string? ListAlone(string term) => Regex.Match(term, "^=?<([^<>]+)>$") is { Success: true } list ? list.Groups[1].Value : null;

    /// <summary>The pieces round <c>...</c>.</summary>
    public static string[] Cut(string term) => [.. Regex.Split(term.TrimStart('='), @"\.\.\.|…").Select(piece => piece.Trim())];

    // Between two words of a phrase stands white space or a hyphen; beside a Chinese character white space or nothing.
    private static bool IsGap(SlowWords.Word left, SlowWords.Word right, SlowWords words)
    {
        var between = words.Between(left, right);
        var isBlank = between.All(SlowWords.IsBlank);
        if (left.IsHan || right.IsHan) return isBlank;
        return between.Length > 0 && isBlank || between.Length == 1 && SlowWords.IsHyphen(between[0]);
    }

    // All that a term stands for, each a sequence of words.
    private List<List<WordTest>> Phrases(string term, bool isExact)
    {
        isExact |= term.StartsWith('=');
        List<List<WordTest>> phrases = [[]];
        foreach (Match piece in Regex.Matches(term.TrimStart('='), @"<(?<list>[^<>]+)>|(?<han>\p{IsCJKUnifiedIdeographs}|[\uD840-\uD8BF][\uDC00-\uDFFF]|[\u3041-\u30FF])|[^\s<>\p{IsCJKUnifiedIdeographs}\uD840-\uD8BF\u3041-\u30FF]+"))
        {
            var alternatives = piece.Groups["list"].Success ? [.. this[piece.Groups["list"].Value].SelectMany(entry => Phrases(entry, isExact))]
                : piece.Groups["han"].Success ? [[new(piece.Value, isExact)]]
                : Joined(piece.Value).Select(joined => joined.Split(' ').Select(word => new WordTest(word, isExact)).ToList()).ToList();
            phrases = [.. phrases.SelectMany(before => alternatives.Select(after => (List<WordTest>)[.. before, .. after]))];
        }

        return phrases;
    }

    // "hand-made" is hand-made, hand made, and handmade; in "up-to-date" the hyphens are all of one kind.
    private static IEnumerable<string> Joined(string words) => ((string[])[words.Replace('-', ' '), words.Replace("-", "", StringComparison.Ordinal)]).Distinct();

    /// <summary>One word of a term, with its stars.</summary>
    private sealed record WordTest(string AsTyped, bool IsExact)
    {
        private readonly string _word = IsExact ? SlowWords.Straighten(AsTyped.Trim('*')) : SlowWords.Fold(AsTyped.Trim('*'));

        public bool Fits(SlowWords.Word word)
        {
            var found = IsExact ? word.Exact : word.Folded;
            var isPossessive = found.EndsWith("'s", StringComparison.OrdinalIgnoreCase); // "export" finds "export's"
            return FitsWord(found) || isPossessive && FitsWord(found[..^2]);
        }

        private bool FitsWord(string found) => (AsTyped.StartsWith('*'), AsTyped.EndsWith('*')) switch
        {
            (true, true) => found.Contains(_word, StringComparison.Ordinal),
            (true, false) => found.EndsWith(_word, StringComparison.Ordinal),
            (false, true) => found.StartsWith(_word, StringComparison.Ordinal),
            _ => found == _word,
        };
    }
}
