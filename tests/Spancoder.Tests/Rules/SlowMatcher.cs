using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>
/// The oracle: finds rules in a passage in the plainest way, with one backtracking expression a term, tried at every place of the
/// folded text, and loops over all pairs for contexts. Knows nothing of tokens, tries or operands.
/// </summary>
internal sealed class SlowMatcher
{
    private const string Word = @"[\p{L}\p{N}-[\u3041-\u30FF\u3400-\u9FFF々]]";
    private const string Letter = @"[\p{L}-[\u3041-\u30FF\u3400-\u9FFF々]]";
    private const string Run = $"(?:{Word}|(?<={Letter})'(?={Letter}))";
    private const string Left = $"(?<!{Word})(?<!{Letter}'(?={Letter}))";
    private const string Right = $"(?!{Word})(?!(?<={Letter})'(?={Letter}))";
    private const string Blank = @"[ \t\u00A0\u3000]";

    private readonly StringBuilder _folded = new();
    private readonly List<(int Start, int End)> _places = [];

    public SlowMatcher(string text)
    {
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var end = position + rune.Utf16SequenceLength;
            var isMark = Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
            if (isMark && _places.Count > 0) _places[^1] = (_places[^1].Start, end);
            foreach (var c in rune.Value is '\u00AD' or '\u200B' ? "" : Folding.Fold(rune.ToString()))
            {
                _folded.Append(c);
                _places.Add((position, end));
            }

            position = end;
        }
    }

    public List<TextSpan> Find(IEnumerable<string> terms)
    {
        var folded = _folded.ToString();
        List<TextSpan> found = [];
        foreach (var expression in terms.SelectMany(Expressions).Select(pattern => new Regex(@"\G" + pattern, RegexOptions.CultureInvariant)))
        {
            for (var start = 0; start < folded.Length; start++)
            {
                if (expression.Match(folded, start) is { Success: true, Length: > 0 } match) found.Add(new(_places[start].Start, _places[start + match.Length - 1].End));
            }
        }

        return found;
    }

    /// <summary>Those that lie inside no longer one, once each, in order.</summary>
    public static List<TextSpan> Longest(List<TextSpan> found) =>
        [.. found.Distinct().Where(span => !found.Any(other => other != span && other.Contains(span))).OrderBy(span => span.Start)];

    // A hyphen is a hyphen, a blank, or nothing: each is a term of its own.
    private static IEnumerable<string> Expressions(string term)
    {
        var hyphen = term.IndexOf('-');
        if (hyphen >= 0)
        {
            return Expressions(term.Remove(hyphen, 1).Insert(hyphen, " ")).Concat(Expressions(term.Remove(hyphen, 1)));
        }

        return [string.Join($"(?:{Blank}+|-)", term.Split(' ').Select(OfRun)).Replace($"(?:{Blank}+|-)\u0001", $"{Blank}*").Replace($"\u0001(?:{Blank}+|-)", $"{Blank}*").Replace("\u0001", "")];
    }

    // Chinese characters are marked, so that the blank beside them may be missing.
    private static string OfRun(string run)
    {
        var parts = Regex.Matches(run, @"[\u3400-\u9FFF]|\*?[^\u3400-\u9FFF*]+\*?").Select(part => part.Value).ToList();
        return string.Join($"{Blank}*", parts.Select(part => part[0] is >= '\u3400' and <= '\u9FFF' ? $"\u0001{part}\u0001" : OfWord(part)));
    }

    private static string OfWord(string word)
    {
        var core = Regex.Escape(Folding.Fold(word.Trim('*')));
        return Left + (word[0] == '*' ? $"{Run}*?" : "") + core + (word[^1] == '*' ? $"{Run}*" : $"(?:(?<={Letter})'s)?") + Right;
    }
}
