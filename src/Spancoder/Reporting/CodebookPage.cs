using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Codebooks;

namespace Spancoder.Reporting;

/// <summary>A codebook as one Markdown page for people who read, discuss and print it: codes, rules in words, lists.</summary>
internal sealed partial class CodebookPage
{
    private const int DeepestHeading = 6;

    private readonly Codebook _codebook;
    private readonly string _language;
    private readonly StringBuilder _page = new();

    private readonly bool _withRules;

    private CodebookPage(Codebook codebook, string language, bool withRules) => (_codebook, _language, _withRules) = (codebook, language, withRules);

    /// <param name="language">In which texts are shown that have several; those that lack it are shown in English, else in what they have.</param>
    /// <param name="withRules">Not for people who are to code by the definitions alone.</param>
    public static string Of(Codebook codebook, string language, bool withRules = true)
    {
        CodebookPage page = new(codebook, language, withRules);
        page.AddHead();
        page.AddContents();
        page.AddCodes();
        if (!withRules) return page._page.ToString();

        page.AddRules();
        page.AddLists();
        return page._page.ToString();
    }

    private void AddHead()
    {
        if (_codebook.Codes is []) Head(1, "Rules");
        else Head(1, In(_codebook.Title));
        if (_codebook.Id.Length > 0) Say($"Version {_codebook.Version}. Codings name it {_codebook.Reference}.");
        if (_codebook.About is { } about)
        {
            Head(2, "About");
            SayAll(In(about));
        }

        if (_codebook.Guidance is { } guidance)
        {
            Head(2, "How to decide");
            SayAll(In(guidance));
        }
    }

    private void AddContents()
    {
        if (_codebook.Codes is []) return;

        Head(2, "Contents");
        List(_codebook.Codes.Select(code => new string(' ', 2 * Depth(code)) + "- " + Text(NameOf(code))));
    }

    private void AddCodes()
    {
        if (_codebook.Codes is []) return;

        Head(2, "Codes");
        foreach (var code in _codebook.Codes) Add(code);
    }

    private void Add(Code code)
    {
        Head(3 + Depth(code), NameOf(code));
        List<string> facts = [];
        if (code.Parent is { } parent) facts.Add($"Below {NameOf(parent)}.");
        facts.Add($"A segment needs {code.Threshold} {(code.Threshold == 1 ? "point" : "points")} for it.");
        if (code.Origin is { Length: > 0 } origin) facts.Add($"Origin: {origin.TrimEnd('.')}.");
        Say(string.Join(' ', facts));
        SayAll(In(code.Definition), "Definition");
        Items("Use when", code.UseWhen.Select(text => Text(In(text))));
        Items("Not when", code.NotWhen.Select(text => Text(In(text))));
        Items("Typical examples", code.Typical.Select(example => Text(example.Text)));
        Items("Near misses", code.NearMisses.Select(near =>
            $"{Text(near.Text)} **{(near.Instead is [] ? "No code" : Text(string.Join(", ", near.Instead)))}**{(near.Why.Length > 0 ? ": " + Text(near.Why) : "")}"));
        var rules = _codebook.Rules.Where(rule => rule.Code == code.Id).Select(rule => Text(rule.Id)).ToList();
        if (_withRules && rules is not []) Paragraph($"**Rules:** {string.Join(", ", rules)}");
    }

    private void AddRules()
    {
        if (_codebook.Rules is []) return;

        Head(2, _codebook.Codes is [] ? "The rules" : "Rules");
        Say(RuleInWords.Otherwise);
        Say("A star stands for the rest of a word, three points for up to five other words, <name> for the words of that list.");
        foreach (var rules in _codebook.Rules.GroupBy(rule => rule.Code).OrderBy(rules => PositionOf(rules.Key)).ThenBy(rules => rules.Key, StringComparer.Ordinal))
        {
            if (rules.Key.Length == 0) Head(3, "Signs of what became of it");
            else Head(3, _codebook.Find(rules.Key) is { } code ? NameOf(code) : rules.Key);
            foreach (var rule in rules) Add(rule);
        }
    }

    private void Add(Rule rule)
    {
        Head(4, rule.Title is { Length: > 0 } title ? $"{rule.Id}: {title}" : rule.Id);
        Say(rule.Why);
        List(RuleInWords.Of(rule).Select(sentence => $"- {Text(sentence)}."));
        Items("Found in", rule.Examples.Where(example => example.Matches).Select(Show));
        Items("Not found in", rule.Examples.Where(example => !example.Matches).Select(Show));
    }

    private void AddLists()
    {
        if (_codebook.Lists.Count == 0) return;

        Head(2, "Lists");
        foreach (var list in _codebook.Lists.Values.OrderBy(list => list.Name, StringComparer.Ordinal))
        {
            Head(3, list.Name);
            Say(string.Join(", ", list.Terms.Select(term => term.Text.Trim())));
        }
    }

    // The words that should be found in bold, where Markdown can set bold from there to there.
    private static string Show(RuleExample example)
    {
        StringBuilder shown = new();
        var lines = example.Text.Trim().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var (index, piece) in string.Join(" / ", lines).Split(["<<", ">>"], StringSplitOptions.None).Index())
        {
            if (index % 2 == 0) shown.Append(Text(piece));
            else if (piece is not [] && char.IsLetterOrDigit(piece[0]) && char.IsLetterOrDigit(piece[^1])) shown.Append("**").Append(Text(piece)).Append("**");
            else shown.Append('«').Append(Text(piece)).Append('»');
        }

        if (example.Negated is { } negated) shown.Append(negated ? " (negated)" : " (not negated)");
        if (example.Facts.Count > 0) shown.Append(" (").Append(Text(string.Join(", ", example.Facts.Select(fact => $"{fact.Key}: {fact.Value}")))).Append(')');
        return shown.ToString();
    }

    private void Items(string label, IEnumerable<string> items)
    {
        List<string> lines = [.. items.Select(item => $"- {item}")];
        if (lines is []) return;

        Paragraph($"**{label}**");
        List(lines);
    }

    private void SayAll(string text, string? label = null)
    {
        foreach (var (index, paragraph) in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            if (index == 0 && label is not null) Paragraph($"**{label}.** {Text(paragraph)}");
            else Say(paragraph);
        }
    }

    private void Head(int level, string text) => Paragraph($"{new string('#', Math.Min(level, DeepestHeading))} {Text(text)}");

    private void Say(string text) => Paragraph(Text(text));

    private void Paragraph(string markdown) => List([markdown]);

    private void List(IEnumerable<string> lines)
    {
        if (_page.Length > 0) _page.Append('\n');
        foreach (var line in lines) _page.Append(line).Append('\n');
    }

    private string NameOf(Code code) => $"{code.Id} {In(code.Name)}";

    private string In(Bilingual text) => text.In(_language);

    private int PositionOf(string code) => _codebook.Codes.TakeWhile(other => other.Id != code).Count();

    private static int Depth(Code code) => code.Parent is { } parent ? Depth(parent) + 1 : 0;

    // Also what only some dialects read as markup: formulas, raised letters, attributes, insertions, marks, definitions, lists by letter.
    private static string Text(string text) => InSomeDialects().Replace(MarkdownLayout.Escape(text), found => found.Value[0] == '\\' ? found.Value : "\\" + found.Value);

    // What is escaped already, or what only some dialects read as markup: formulas, raised letters, attributes, insertions, marks, definitions, lists by letter.
    [GeneratedRegex(@"\\.|[$^{}]|\+(?=\+)|=(?==)|^:|(?<=^(?:[A-Za-z]|[IVXLCivxlc]{1,6}))[.)](?=\s|$)")]
    private static partial Regex InSomeDialects();
}
