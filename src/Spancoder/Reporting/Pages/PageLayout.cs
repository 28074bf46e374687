using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Reporting.Pictures;
using Spancoder.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>A report as a page: one file that asks no network for anything. Its parts lie in Reporting/Pages/Page.</summary>
internal static partial class PageLayout
{
    // One script, in this order; the last begins it all.
    private static readonly string[] Scripts = ["tables.js", "reasons.js", "segments.js", "page.js"];

    // What the page calls its own parts.
    private static readonly string[] Taken = ["report", "transcripts", "codes", "contents", "find", "panel", "panel-title", "reason"];

    public static void Write(Stream stream, Report report, Transcripts transcripts)
    {
        var (style, script) = (PagePart.Read("report/page.css"), string.Join('\n', Scripts.Select(name => PagePart.Read("report/" + name))));
        var headings = report.Blocks.OfType<ReportBlock.Heading>().ToList();
        PageContents contents = new(headings, Taken);
        foreach (var (index, part) in Placeholder().Split(PagePart.Read("report/page.html")).Index())
        {
            if (index % 2 == 1 && part == "transcripts" && !transcripts.AreTooMany) transcripts.CopyTo(stream);
            else stream.Write(Encoding.UTF8.GetBytes(index % 2 == 0 ? part : Filled(part)));
        }

        string Filled(string placeholder) => placeholder switch
        {
            "policy" => $"default-src 'none'; style-src '{PagePart.HashOf(style)}' '{PagePart.HashOf(PictureStyle.Text)}'; script-src '{PagePart.HashOf(script)}'; img-src data:; base-uri 'none'; form-action 'none'",
            "style" => style,
            "script" => script,
            "title" => HtmlText.Of(headings is [var first, ..] ? first.Text : "Report"),
            "contents" => ContentsOf(contents),
            "report" => new PageBlocks(contents, isLinked: !transcripts.AreTooMany).Of(report.Shown),
            "about" => About(transcripts),
            _ => "", // transcripts that are too many
        };
    }

    private static string ContentsOf(PageContents contents)
    {
        StringBuilder html = new();
        contents.Append(html, ("transcripts", "Transcripts"));
        return html.ToString();
    }

    private static string About(Transcripts transcripts)
    {
        if (transcripts.AreTooMany)
        {
            return Prose.Paragraph("The transcripts of this study are more than a browser opens at ease, so they are left out, and figures do not lead to their segments. "
                + "All segments with their texts stand in segments.csv, all codings with their quotes in codings.csv. For a page with transcripts make the report of a part: 'spancoder report RESULTS --document ID --out DIR'.");
        }

        StringBuilder html = new();
        html.Append(Prose.Paragraph("What was said, segment by segment. Words that a code rests on are marked; hover over them, or move to them with Tab, to see who gave it and why. "
            + "A code that is struck out was given by the machine, and people judged otherwise: it does not count. What is never coded stands in grey."));
        transcripts.Codes.AppendList(html.Append('\n'));
        return html.ToString();
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
