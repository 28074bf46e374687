using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Layouts;
using Block = Spancoder.Reading.Layouts.Block;

namespace Spancoder.Reading.Formats;

/// <summary>
/// Markdown, as Markdig finds its blocks. Only the marks of blocks are taken off; emphasis stays as typed, of [[page|words]] the words.
/// </summary>
internal sealed partial class MarkdownText : IFormat
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    public string Name => "markdown";

    public IReadOnlyList<string> Extensions => [".md", ".markdown"];

    public bool Recognises(FileContent file) => Extensions.Contains(file.Extension) || FrontMatter.StandsIn(file.Text);

    public Content Read(FileContent file, Findings findings) => new Content.Running(BlocksOf(FrontMatter.Read(Line.Of(file.Text), findings), findings), IsNotes: true);

    private static IReadOnlyList<Block> BlocksOf(IReadOnlyList<Line> lines, Findings findings)
    {
        var text = string.Join('\n', lines.Select(line => line.Text));
        var starts = StartsOf(lines);
        var taken = new bool[lines.Count];
        List<(int First, Block Block)> found = [];
        foreach (var leaf in Markdown.Parse(text, Pipeline).Descendants<LeafBlock>())
        {
            var last = LineAt(starts, Math.Min(leaf.Span.End, text.Length - 1));
            if (leaf.Line >= lines.Count || last < leaf.Line || taken[leaf.Line]) continue;

            Array.Fill(taken, true, leaf.Line, last - leaf.Line + 1);
            if (leaf is ThematicBreakBlock && !HasWords(lines[leaf.Line])) continue;
            Line[] own = [.. lines.Skip(leaf.Line).Take(last - leaf.Line + 1)];
            found.AddRange(BlocksOf(leaf, own, findings));
        }

        // Whatever Markdown does not count as text (link definitions, say) may still be somebody's words.
        found.AddRange(lines.Index().Where(line => !taken[line.Index] && HasWords(line.Item))
            .Select(line => (line.Index, new Block(BlockKind.Paragraph, [line.Item]))));
        Block[] blocks = [.. found.OrderBy(block => block.First).Select(block => block.Block)];
        return [.. blocks.Select((block, index) => block with { IsAfterGap = index > 0 && blocks[index - 1].Lines[^1].Number + 1 < block.Lines[0].Number })];
    }

    private static IEnumerable<(int First, Block Block)> BlocksOf(LeafBlock leaf, Line[] own, Findings findings)
    {
        var quoted = IsInQuote(leaf) ? own.TakeWhile(line => QuoteMark().IsMatch(line.Text)).Count() : own.Length;
        if (MakeBlock(leaf, own[..quoted]) is { } block) yield return (leaf.Line, block);
        if (quoted == own.Length) yield break;

        // Markdown lets a quote go on without its mark; whether the words are still quoted, nobody can tell.
        findings.Say(own[quoted].Number, "this line follows a block quote without '>', so it was read as a note", "begin it with '>' if it is quoted, else leave a line blank above it");
        if (Keep(BlockKind.Paragraph, own[quoted..].Select(StripMarks)) is { } rest) yield return (leaf.Line + quoted, rest);
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false; // a line of dashes below words is a rule, not praise
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.UsePreciseSourceLocation();
        return builder.Build();
    }

    private static Block? MakeBlock(LeafBlock leaf, Line[] lines)
    {
        var isQuote = IsInQuote(leaf);
        if (leaf is HeadingBlock)
        {
            return Keep(BlockKind.Heading, lines.Select(line => line with { Text = HeadingMark().Replace(line.Text, "") }));
        }

        if (leaf is FencedCodeBlock) lines = [.. lines.Select(line => line with { Text = Fence().Replace(line.Text, "") })];
        var plain = lines.Select(StripMarks).ToList();
        if (isQuote && plain is [{ Text: var first } head, ..] && Callout().IsMatch(first))
        {
            plain[0] = head with { Text = Callout().Replace(first, "") };
            var block = Keep(BlockKind.Paragraph, plain);
            return block is not null && MemoCallout().IsMatch(first) ? block with { IsMemo = true } : block;
        }

        return Keep(isQuote ? BlockKind.Quote : BlockKind.Paragraph, plain);
    }

    private static Block? Keep(BlockKind kind, IEnumerable<Line> lines)
    {
        List<Line> worded = [.. lines.Where(line => !line.IsBlank)];
        return worded is [] ? null : new(kind, worded) { BoldShare = BoldShareOf(worded) };
    }

    private static double BoldShareOf(List<Line> lines)
    {
        var words = string.Join('\n', lines.Select(line => line.Text));
        if (!words.Contains("**", StringComparison.Ordinal) && !words.Contains("__", StringComparison.Ordinal)) return 0;

        var letters = new BoldLetters().Plus(Strong().Replace(words, ""), isBold: false);
        foreach (Match strong in Strong().Matches(words)) letters = letters.Plus(strong.Value, isBold: true);
        return letters.Share;
    }

    // The number of a numbered list stays: "2009. That was the year" is a sentence.
    private static Line StripMarks(Line line) => line with { Text = WikiLink().Replace(BlockMarks().Replace(line.Text, ""), "$1") };

    private static bool HasWords(Line line) => BlockMarks().Replace(line.Text, "").Any(char.IsLetterOrDigit);

    private static bool IsInQuote(LeafBlock leaf)
    {
        for (var parent = leaf.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is QuoteBlock) return true;
        }

        return false;
    }

    private static int[] StartsOf(IReadOnlyList<Line> lines)
    {
        var starts = new int[lines.Count];
        for (var index = 1; index < lines.Count; index++) starts[index] = starts[index - 1] + lines[index - 1].Text.Length + 1;
        return starts;
    }

    private static int LineAt(int[] starts, int position)
    {
        var found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    [GeneratedRegex(@"^\s*(>\s*)*#{1,6}\s+|\s+#+\s*$")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^\s*(>\s?)*\s*([-*+]\s+)?")]
    private static partial Regex BlockMarks();

    [GeneratedRegex(@"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"^\s*\[!\w+\][-+]?\s*")]
    private static partial Regex Callout();

    [GeneratedRegex(@"^\s*\[!(memo|oc|备忘)\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MemoCallout();

    [GeneratedRegex(@"^\s*>")]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"(?<mark>\*\*|__)(?=\S)[^*_]{1,2000}\k<mark>")]
    private static partial Regex Strong();

    // The name of a programming language behind the fence goes with it; words do not.
    [GeneratedRegex(@"^\s*(>\s*)*(`{3,}|~{3,})(\s*[\w+-]{1,15}\s*$)?")]
    private static partial Regex Fence();
}
