using System.Buffers;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Layouts;

/// <summary>Takes the analyst's memos out of what was observed and said, so that theory is never coded as evidence.</summary>
/// <remarks>
/// Known marks: <c>[MEMO] ... [/MEMO]</c> and <c>【备忘】 ... 【/备忘】</c> over any number of paragraphs; <c>[MEMO: ...]</c>,
/// <c>[OC: ...]</c>, <c>(OC: ...)</c>, <c>【备忘：...】</c>, which may hold brackets and paragraphs; <c>OC:</c>, <c>MEMO:</c>, <c>备忘：</c> and
/// the like at the head of a line, up to the end of the paragraph. A tag that is not closed before the next one begins, or a bracket that is never
/// closed, reaches to the end of its paragraph, or of the next where it stands alone. A memo inside a paragraph stands behind
/// it in the text, so that it cuts no sentence in two.
/// </remarks>
internal sealed partial class Memos
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("[(（【{");

    private const int FurthestBracket = 40; // lines; a bracket that is closed later than that was forgotten

    private readonly Findings _findings;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly List<Block> _split = [];
    private readonly List<int> _doubtful = [];
    private Scope _scope = Scope.None;
    private (char Open, char Close) _bracket;
    private int _depth;

    private Memos(IReadOnlyList<Block> blocks, Findings findings) => (_blocks, _findings) = (blocks, findings);

    private enum Scope
    {
        None,
        ToTag,
        ToBracket,
        ToBlockEnd,
        ToNextBlockEnd,
    }

    /// <returns>The same words without the marks; a block holds either memo or none.</returns>
    public static IReadOnlyList<Block> Split(IReadOnlyList<Block> blocks, Findings findings)
    {
        var memos = new Memos(blocks, findings);
        for (var index = 0; index < blocks.Count; index++) memos.Add(index);
        memos.Report();
        return memos._split;
    }

    private void Add(int index)
    {
        var block = _blocks[index];
        if (block.IsMemo || block.Kind == BlockKind.Table || block.Kind == BlockKind.Heading && _scope is Scope.None or Scope.ToBlockEnd or Scope.ToNextBlockEnd)
        {
            _scope = Scope.None;
            _split.Add(block);
            return;
        }

        var pieces = new Pieces(block);
        foreach (var (number, line) in block.Lines.Index())
        {
            var rest = line.Text;
            while (true)
            {
                var (piece, after, next) = Cut(rest, line.Number, (index, number));
                pieces.Add(line.Number, piece, isMemo: _scope != Scope.None);
                if (_scope == Scope.None && piece.AsSpan().ContainsAny(Brackets) && LooseMark().IsMatch(piece)) _doubtful.Add(line.Number);
                if (after is null) break;

                if (_scope != next) pieces.Break();
                (_scope, rest) = (next, after);
            }
        }

        _split.AddRange(pieces.Blocks);
        _scope = _scope switch
        {
            Scope.ToTag or Scope.ToBracket => _scope,
            Scope.ToNextBlockEnd when !pieces.HasWords => Scope.ToNextBlockEnd,
            _ => Scope.None,
        };
    }

    // What comes before the next mark, what comes after it (null: there is none on this line), and what the mark begins.
    private (string Piece, string? After, Scope Next) Cut(string text, int line, (int Block, int Line) at)
    {
        switch (_scope)
        {
            case Scope.ToTag:
                var close = AnyTag().Match(text);
                return close.Success ? (text[..close.Index], text[(close.Index + close.Length)..], Scope.None) : (text, null, _scope);
            case Scope.ToBracket:
                var end = EndOfBracket(text, _bracket, ref _depth);
                return end >= 0 ? (text[..end], text[(end + 1)..], Scope.None) : (text, null, _scope);
            case Scope.ToBlockEnd or Scope.ToNextBlockEnd:
                return (text, null, _scope);
        }

        var mark = text.AsSpan().ContainsAny(Brackets) ? Mark().Match(text) : HeadMark().Match(text);
        if (!mark.Success) return (text, null, _scope);

        var (before, after) = (text[..mark.Index], text[(mark.Index + mark.Length)..]);
        if (mark.Groups["close"].Success) return CloseWithoutOpen(text, mark, line);
        if (mark.Groups["head"].Success) return (before, after, Scope.ToBlockEnd);
        if (mark.Groups["bracket"].Success) return (before, after, Open(mark, line, Following(at).Prepend(after)));

        var next = Following(at).Prepend(after).Select(one => AnyTag().Match(one)).FirstOrDefault(tag => tag.Success);
        if (next?.Groups["close"].Success == true) return (before, after, Scope.ToTag);

        _findings.Say(line, "this memo is not closed before the next one or the end, so it was taken to end with its paragraph", "close it with [/MEMO] or 【/备忘】");
        return (before, after, Scope.ToNextBlockEnd);
    }

    private (string Piece, string? After, Scope Next) CloseWithoutOpen(string text, Match mark, int line)
    {
        _findings.Say(line, "a memo is closed here that was never opened, so what stands before it was not taken for one", "open it with [MEMO] or 【备忘】");
        return ($"{text[..mark.Index].TrimEnd()} {text[(mark.Index + mark.Length)..].TrimStart()}", null, Scope.None);
    }

    private Scope Open(Match mark, int line, IEnumerable<string> rest)
    {
        _bracket = mark.Groups["bracket"].Value[0] switch { '[' => ('[', ']'), '(' => ('(', ')'), '（' => ('（', '）'), _ => ('【', '】') };
        _depth = 1;
        var depth = _depth;
        var isClosed = rest.Take(FurthestBracket).TakeWhile((text, index) => index == 0 || !Mark().IsMatch(text)).Any(text => EndOfBracket(text, _bracket, ref depth) >= 0);
        if (isClosed) return Scope.ToBracket;

        _findings.Say(line, "the bracket of this memo is never closed, so it was taken to end with its paragraph", $"close it with {_bracket.Close}");
        return Scope.ToBlockEnd;
    }

    private IEnumerable<string> Following((int Block, int Line) at) =>
        _blocks[at.Block].Lines.Skip(at.Line + 1).Concat(_blocks.Skip(at.Block + 1).SelectMany(one => one.Lines)).Select(one => one.Text);

    // Where the open bracket ends in the text; -1 where it does not, and then the depth is what is still open.
    private static int EndOfBracket(string text, (char Open, char Close) bracket, ref int depth)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == bracket.Open) depth++;
            if (text[index] == bracket.Close && --depth == 0) return index;
        }

        return -1;
    }

    private void Report()
    {
        if (_doubtful is []) return;
        _findings.Say(_doubtful[0], $"{(_doubtful.Count == 1 ? "something here looks" : $"{_doubtful.Count} places look")} like the mark of a memo and was not taken for one",
            "write [MEMO] ... [/MEMO], or [OC: ...]");
    }

    [GeneratedRegex($"{CloseTag}|{OpenTag}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        $$"""
        {{CloseTag}}
        | (?<tag>{{OpenTag}}\s*[:：]?)
        | (?<bracket>[\[(（【]\s*(?:{{Name}}|oc|o\.c\.|observer(?:'s|’s)?\ comments?)(?:\s+[\w.\-/ ]{1,20})?\s*[:：])
        | {{Head}}
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Mark();

    [GeneratedRegex(Head, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadMark();

    [GeneratedRegex(@"[\[(（【{]\s*/?\s*(?:memo\b|oc\b|备忘|備忘)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooseMark();

    private const string Head = $@"(?<head>^\s*(?:\*{{1,3}}|_{{1,3}})?\s*(?:{Name}|oc|o\.c\.|analytic(?:al)?[ ]note|observer(?:'s|’s)?[ ]comments?)\s*(?:[(（][^()（）]{{0,30}}[)）]|\d{{1,3}})?\s*(?:\*{{1,3}}|_{{1,3}})?\s*[:：]\s*(?:\*{{1,3}}|_{{1,3}})?)";

    private const string CloseTag = $@"(?<close>[\[【]\s*(?:(?:/\s*|end\s+(?:of\s+)?){Name}|{Name}\s*(?:end|结束|完))[^\]】]{{0,20}}[\]】])";

    private const string OpenTag = $@"[\[【]\s*{Name}(?:\s+[\w.\-/ ]{{1,20}})?\s*[\]】]";

    private const string Name = @"(?:analytic(?:al)?[ ]memo|memo|备忘录?|備忘錄?|分析笔记)";

    /// <summary>One block's words and memos.</summary>
    private sealed class Pieces(Block block)
    {
        private readonly List<Line> _words = [];
        private readonly List<List<Line>> _memos = [];
        private int _memosBeforeWords;
        private bool _isNewMemo = true;

        public bool HasWords => _words.Count + _memos.Count > 0;

        public IEnumerable<Block> Blocks
        {
            get
            {
                if (_memos.Count == 0) return _words.Count > 0 ? [block with { Lines = _words }] : [];

                var memos = _memos.Select(lines => block with { Lines = lines, IsMemo = true }).ToList();
                var words = _words.Count > 0 ? [block with { Lines = _words }] : Array.Empty<Block>();
                return [.. memos.Take(_memosBeforeWords), .. words, .. memos.Skip(_memosBeforeWords)];
            }
        }

        public void Break() => _isNewMemo = true;

        public void Add(int line, string text, bool isMemo)
        {
            if (string.IsNullOrWhiteSpace(text)) return;

            if (!isMemo)
            {
                if (_words.Count == 0) _memosBeforeWords = _memos.Count;
                _words.Add(new(line, text));
                return;
            }

            if (_isNewMemo) _memos.Add([]);
            _isNewMemo = false;
            _memos[^1].Add(new(line, text));
        }
    }
}
