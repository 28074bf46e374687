using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Takes the analyst's memos out of what was observed and said, so that theory is never coded as evidence.</summary>
/// <remarks>
/// Known marks: <c>[MEMO] ... [/MEMO]</c> and <c>【备忘】 ... 【/备忘】</c> over any number of paragraphs; <c>[MEMO: ...]</c>,
/// <c>[OC: ...]</c>, <c>(OC: ...)</c>, <c>【备忘：...】</c> inside a paragraph; <c>OC:</c>, <c>MEMO:</c>, <c>备忘：</c> and the like at the head of
/// a line, up to the end of the paragraph. A tag that is never closed reaches to the end of its paragraph, or of the next where it stands alone.
/// </remarks>
internal sealed partial class Memos
{
    private readonly Findings _findings;
    private readonly List<Block> _blocks = [];
    private Scope _scope = Scope.None;
    private char _bracket;

    private Memos(Findings findings) => _findings = findings;

    private enum Scope
    {
        None,
        ToTag,
        ToBracket,
        ToBlockEnd,
        ToNextBlockEnd,
    }

    /// <returns>The same words in the same order without the marks; a block holds either memo or none.</returns>
    public static IReadOnlyList<Block> Split(IReadOnlyList<Block> blocks, Findings findings)
    {
        var memos = new Memos(findings);
        var lastClose = LastClose(blocks);
        foreach (var block in blocks) memos.Add(block, lastClose);
        return memos._blocks;
    }

    private static int LastClose(IReadOnlyList<Block> blocks) =>
        blocks.SelectMany(block => block.Lines).Where(line => CloseTag().IsMatch(line.Text)).Select(line => line.Number).DefaultIfEmpty(0).Max();

    private void Add(Block block, int lastClose)
    {
        if (block.Kind == BlockKind.Heading && _scope != Scope.ToTag)
        {
            _scope = Scope.None;
            _blocks.Add(block);
            return;
        }

        List<Line> run = [];
        var hasWords = false;
        foreach (var line in block.Lines)
        {
            var rest = line.Text;
            while (true)
            {
                var (piece, after, next) = Cut(rest, line.Number, lastClose);
                hasWords |= !string.IsNullOrWhiteSpace(piece);
                if (!string.IsNullOrWhiteSpace(piece)) run.Add(new(line.Number, piece));
                if (after is null) break;

                Flush(block, run);
                (_scope, rest) = (next, after);
            }
        }

        Flush(block, run);
        _scope = _scope switch
        {
            Scope.ToTag => Scope.ToTag,
            Scope.ToNextBlockEnd when !hasWords => Scope.ToNextBlockEnd,
            _ => Scope.None,
        };
    }

    // What comes before the next mark, what comes after it (null: there is none on this line), and what the mark begins.
    private (string Piece, string? After, Scope Next) Cut(string text, int line, int lastClose)
    {
        switch (_scope)
        {
            case Scope.ToTag:
                var close = CloseTag().Match(text);
                return close.Success ? (text[..close.Index], text[(close.Index + close.Length)..], Scope.None) : (text, null, _scope);
            case Scope.ToBracket:
                var end = text.IndexOf(_bracket, StringComparison.Ordinal);
                return end >= 0 ? (text[..end], text[(end + 1)..], Scope.None) : (text, null, _scope);
            case Scope.ToBlockEnd or Scope.ToNextBlockEnd:
                return (text, null, _scope);
        }

        var mark = Mark().Match(text);
        if (!mark.Success) return (text, null, _scope);

        var (before, after) = (text[..mark.Index], text[(mark.Index + mark.Length)..]);
        if (mark.Groups["head"].Success) return (before, after, Scope.ToBlockEnd);
        if (mark.Groups["bracket"].Success)
        {
            _bracket = mark.Value.Trim()[0] switch { '[' => ']', '(' => ')', '（' => '）', _ => '】' };
            return (before, after, Scope.ToBracket);
        }

        if (CloseTag().IsMatch(after) || lastClose > line) return (before, after, Scope.ToTag);

        _findings.Say(line, "this memo is never closed, so it was taken to end with its paragraph", "close it with [/MEMO] or 【/备忘】");
        return (before, after, Scope.ToNextBlockEnd);
    }

    private void Flush(Block block, List<Line> run)
    {
        if (run.Count > 0) _blocks.Add(block with { Lines = [.. run], IsMemo = _scope != Scope.None });
        run.Clear();
    }

    [GeneratedRegex(@"[\[【]\s*(/\s*|end\s+)(memo|备忘|備忘)\s*[\]】]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CloseTag();

    [GeneratedRegex(
        """
        (?<tag>[\[【]\s*(?:memo|备忘|備忘)\s*[\]】]\s*[:：]?)
        | (?<bracket>[\[(（【]\s*(?:memo|oc|o\.c\.|observer(?:'s|’s)?\ comments?|备忘|備忘)\s*[:：])
        | (?<head>^\s*(?:\*\*|__)?\s*(?:oc|o\.c\.|memo|analytic(?:al)?\ (?:memo|note)|observer(?:'s|’s)?\ comments?|备忘|備忘|备忘录|分析笔记)\s*(?:\*\*|__)?\s*[:：](?:\*\*|__)?)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Mark();
}
