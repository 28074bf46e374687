using System.Globalization;
using System.Text;
using Spancoder.Reporting.Pictures;
using Spancoder.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>The blocks of a report as elements of a page, in their order.</summary>
/// <param name="contents">Knows what the headings are called.</param>
/// <param name="isLinked">Whether the page has the transcripts that figures and quotations lead to.</param>
internal sealed class PageBlocks(PageContents contents, bool isLinked)
{
    private readonly StringBuilder _html = new();
    private string? _heading;

    public string Of(IReadOnlyList<ReportBlock> blocks)
    {
        foreach (var block in blocks) Append(block);
        return _html.ToString();
    }

    private void Append(ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Heading heading:
                _heading = contents.IdOf(heading);
                var level = heading.Level.ToString(CultureInfo.InvariantCulture);
                _html.Append("<h").Append(level).Append(" id=\"").Append(_heading).Append("\">").AppendText(heading.Text).Append("</h").Append(level).Append(">\n");
                break;
            case ReportBlock.Paragraph paragraph:
                _html.Append(Prose.Paragraph(paragraph.Text)).Append('\n');
                break;
            case ReportBlock.Bullets bullets:
                _html.Append(Prose.Bullets(bullets.Items)).Append('\n');
                break;
            case ReportBlock.Table table:
                PageTable.Append(_html, table, _heading, isLinked);
                break;
            case ReportBlock.Quote quote:
                Append(quote);
                break;
            case ReportBlock.Picture picture:
                _html.Append("<figure class=\"picture\"><figcaption>").Append(Prose.Paragraph(picture.Title)).Append("</figcaption><div class=\"scroll\">\n").Append(PictureSvg.Of(picture, isInPage: isLinked)).Append("</div></figure>\n");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Append(ReportBlock.Quote quote)
    {
        _html.Append("<figure class=\"quote\"><blockquote>");
        foreach (var line in quote.Before) AppendWords("before", line);
        AppendWords("words", quote.Text);
        _html.Append("</blockquote>\n<figcaption>");
        var isLink = isLinked && quote.Segment is not null;
        if (isLink) _html.Append("<a href=\"#").Append(HtmlText.Anchor(quote.Segment!)).Append("\">"); // it is a link
        _html.Append("<bdi>").AppendText(quote.Source).Append("</bdi>");
        if (isLink) _html.Append("</a>");
        if (quote.Reason.Length > 0) _html.Append(" <span class=\"reason\"><bdi>").AppendText(quote.Reason).Append("</bdi></span>");
        _html.Append("</figcaption></figure>\n");
    }

    private void AppendWords(string kind, string words) =>
        _html.Append("<p class=\"").Append(kind).Append("\" lang=\"").Append(Languages.Of(words)).Append("\">").AppendText(words).Append("</p>");
}
