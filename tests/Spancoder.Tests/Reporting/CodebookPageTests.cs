using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Spancoder.Codebooks;
using Spancoder.Reporting;

namespace Spancoder.Tests.Reporting;

public partial class CodebookPageTests
{
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "__", "<", "<b>", "</b>", ">", "|", "`", "```", "~~", "[a](b)", "![", "]", "&amp;", "&", "\\", "#", "- ", "-", "---", "===", "+ ", "++", "1. ", "2) ", "$x$", "^", ":", "==",
        "export", "出口", "a_b", " ", " ", ".", ",", "(", ")", "!", "\"", "'", "...", "/[0-9]+ ?%/", "=Como", "<abroad>", "\n", "\n\n",
    ];

    /// <summary>Whatever a codebook says is shown as it was typed, by a reader that knows what GitHub and pandoc read as markup.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Shows_every_text_as_it_was_typed(int seed)
    {
        Random random = new(seed);
        for (var round = 0; round < 100; round++)
        {
            string[] texts = [.. Enumerable.Range(0, 9).Select(index => $"{(random.Next(3) > 0 ? "" : "z")}{Some(random)}z{index}z".Trim())]; // as they are read
            var page = Render(CodebookPage.Of(CodebookOf(texts), "en"));
            Assert.All(texts, text => Assert.Contains(WithoutBlanks(text), page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_a_rule_should_find_is_bold_where_Markdown_can_set_it_so()
    {
        var rules = GivenRules("We <<sold>> it, 东西<<卖>>了, <<《卖》>>了.");
        Assert.Contains("- We **sold** it, 东西**卖**了, «《卖》»了.", CodebookPage.Of(rules, "en"), StringComparison.Ordinal);
        Assert.Contains("<strong>卖</strong>", Markdown.ToHtml(CodebookPage.Of(rules, "en")), StringComparison.Ordinal);
    }

    private static Codebook GivenRules(string example) => Tests.Rules.GivenRules.Of("rules:\n" + Tests.Rules.GivenRules.Rule("sold").Replace("match: [x]", $"match: [\"{example}\"]", StringComparison.Ordinal)).Codebook;

    private static string Some(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static Codebook CodebookOf(string[] texts)
    {
        var place = new Place("codebook.yaml", 1);
        Code code = new()
        {
            Id = "a_b",
            Parent = null,
            Name = Say(texts[1]),
            Definition = Say(texts[2]),
            UseWhen = [Say(texts[3])],
            NotWhen = [Say(texts[4])],
            Typical = [new(texts[5], place)],
            NearMisses = [new(texts[6], [], texts[7], place)],
            Place = place,
        };
        return new() { Id = "x", Version = "1", Title = Say(texts[0]), About = Say(texts[8]), Codes = [code], Rules = [], Lists = new Dictionary<string, WordList>(), Hash = new('0', 64) };

        static Bilingual Say(string text) => new([new("en", text)]);
    }

    private static string Render(string page)
    {
        var html = Markdown.ToHtml(page, new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UseEmphasisExtras().UseMathematics().UseDefinitionLists().UseFootnotes().UseTaskLists().UseListExtras().Build());
        return WithoutBlanks(WebUtility.HtmlDecode(Tag().Replace(html, "")));
    }

    // Lines become paragraphs, so white space is not compared.
    private static string WithoutBlanks(string text) => Blank().Replace(text, "");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
