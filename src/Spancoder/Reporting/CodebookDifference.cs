using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What changed between two versions of a codebook, to be read line by line.</summary>
internal sealed class CodebookDifference
{
    private readonly List<string> _lines = [];
    private readonly Comparison _what;

    private CodebookDifference(Comparison what) => _what = what;

    /// <returns>Lines without line feeds.</returns>
    public static IReadOnlyList<string> Of(Comparison what)
    {
        CodebookDifference difference = new(what);
        difference.AddHead();
        difference.AddCodes();
        difference.AddLists();
        difference.AddRules();
        difference.AddSegments();
        difference.AddStale();
        return difference._lines;
    }

    private void AddHead()
    {
        if (_what.IsNothing) _lines.Add(_what.Old.Hash == _what.New.Hash ? "no difference" : "no difference in what they say: only in notes, layout or order");
        else _lines.Add($"# {NameOf(_what.Old)} -> {NameOf(_what.New)}");
        if (_what.Codes.Head is []) return;

        _lines.Add("");
        foreach (var text in _what.Codes.Head) Add(text, "");
    }

    private void AddCodes()
    {
        if (_what.Codes is { Added: [], Removed: [], Changed: [] }) return;

        Begin("Codes");
        foreach (var code in _what.Codes.Removed) _lines.Add($"- {code.Id} {code.Name}: removed");
        foreach (var code in _what.Codes.Added) _lines.Add($"- {code.Id} {code.Name}: added{(code.Parent is { } parent ? $" below {parent.Id}" : "")}: {OneLine(code.Definition.ToString())}");
        foreach (var change in _what.Codes.Changed)
        {
            _lines.Add($"- {change.Code.Id} {change.Code.Name}: changed");
            foreach (var text in change.Texts) Add(text, "  ");
        }
    }

    private void AddLists()
    {
        if (_what.Rules.Lists is []) return;

        Begin("Lists");
        foreach (var list in _what.Rules.Lists)
        {
            _lines.Add($"- <{list.Name}>{(list.IsAdded ? ": added" : list.IsRemoved ? ": removed" : ": changed")}");
            if (list.TermsRemoved is not []) _lines.Add($"    was: {string.Join(", ", list.TermsRemoved)}");
            if (list.TermsAdded is not []) _lines.Add($"    is:  {string.Join(", ", list.TermsAdded)}");
        }
    }

    private void AddRules()
    {
        if (_what.Rules.Rules is []) return;

        Begin("Rules");
        var quiet = _what.Rules.Rules.Where(IsQuiet).ToLookup(HowChanged);
        foreach (var rule in _what.Rules.Rules.Where(rule => !IsQuiet(rule)))
        {
            _lines.Add($"- {rule.Id} ({rule.New?.Marks ?? rule.New?.Code ?? rule.Old?.Marks ?? rule.Old?.Code}): {HowChanged(rule)}");
            foreach (var text in rule.Texts) Add(text, "  ");
            if (rule is { Old: null, New: { } added }) _lines.AddRange(RuleInWords.Of(added).Select(sentence => $"    is:  {sentence}"));
            if (_what.Codings?.EffectOf(rule.Id) is not { } effect) continue;

            _lines.Add($"    {Counted.Of(effect.Gained.Count, "hit")} gained, {effect.Lost.Count} lost");
            Add(effect.Gained, "      gained: ");
            Add(effect.Lost, "      lost:   ");
        }

        foreach (var alike in quiet) _lines.Add($"- {alike.Key}{(_what.Codings is null ? "" : ", and finds the same in these documents")}: {string.Join(", ", alike.Select(rule => rule.Id))}");
    }

    // A word in a list may change half of the rules; of those in which nothing else is to be seen one line tells.
    private bool IsQuiet(RuleChange rule) => rule is { Old: not null, New: not null, FindsOtherwise: true, Texts: [], Through: not [] }
        && _what.Codings?.EffectOf(rule.Id) is null or { Gained.Count: 0, Lost.Count: 0 };

    private static string HowChanged(RuleChange rule) => rule switch
    {
        { Old: null } => "added",
        { New: null } => "removed",
        { New.Status: RuleStatus.Retired, Old.Status: not RuleStatus.Retired } => "retired",
        { New.Status: not RuleStatus.Retired, Old.Status: RuleStatus.Retired } => "in use again",
        { FindsOtherwise: false } => "changed for people only, it finds the same",
        { Through: not [] and var lists } => $"changed {(rule.Texts.Any(text => text.What is "find" or "only-if" or "unless" or "rule") ? "itself and " : "")}through {string.Join(", ", lists.Select(list => $"list <{list}>"))}",
        _ => "changed",
    };

    private void AddSegments()
    {
        if (_what.Codings is not { } codings || _what.IsNothing) return; // then no segment can get other codes

        Begin("Codes of segments");
        _lines.Add($"In {Counted.Of(codings.Documents, "document")} with {Counted.Of(codings.Codable, "codable segment")}, {(codings.Segments.Count == 0 ? "none" : $"{codings.Segments.Count}")} {(codings.Segments.Count <= 1 ? "gets" : "get")} other codes.");
        Add(codings.Segments, "- ");
    }

    private void AddStale()
    {
        if (_what.Stale is not { } stale) return;

        Begin("Codings made before");
        _lines.Add($"{stale.ByCode.Sum(code => code.Rows)} of {Counted.Of(stale.Rows, "row")} in {stale.File} were made with another version, and their code, or what its rules find, has changed since.");
        foreach (var (code, rows) in stale.ByCode) _lines.Add($"- {code}: {rows}{(_what.New.Find(code) is null ? ", and the code is no longer there" : "")}");
    }

    private void Add(Kept kept, string mark)
    {
        _lines.AddRange(kept.First.Select(line => mark + line));
        if (kept.Count > kept.First.Count) _lines.Add($"{new string(' ', mark.Length)}and {kept.Count - kept.First.Count} more: see them with --all");
    }

    private void Add(TextChange change, string indent)
    {
        _lines.Add($"{indent}- {change.What}");
        _lines.AddRange(change.Was.Select(text => $"{indent}    was: {OneLine(text)}"));
        _lines.AddRange(change.Is.Select(text => $"{indent}    is:  {OneLine(text)}"));
    }

    private void Begin(string heading) => _lines.AddRange(["", $"## {heading}", ""]);

    private static string NameOf(Codebook codebook) => codebook.Id.Length > 0 ? codebook.Reference : $"rules#{codebook.Hash[..8]}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>Two versions of a codebook, compared.</summary>
/// <param name="Codings">What they make of documents; null where none were given.</param>
/// <param name="Stale">Codings made before; null where none were given.</param>
internal sealed record Comparison(Codebook Old, Codebook New, CodeChanges Codes, RuleChanges Rules, ChangedCodings? Codings, StaleCodings? Stale)
{
    public bool IsNothing => Codes is { Head: [], Added: [], Removed: [], Changed: [] } && Rules is { Rules: [], Lists: [] };
}
