using Markdig;

namespace Spancoder.Reporting.Pages;

/// <summary>A report's sentences, through the Markdown that report.md has, so that they mean the same in both.</summary>
internal static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <returns>One paragraph, as an element.</returns>
    public static string Paragraph(string text) => Html(MarkdownLayout.Escape(text)).TrimEnd('\n');

    /// <returns>A list, as an element.</returns>
    public static string Bullets(IEnumerable<string> items) => Html(string.Concat(items.Select(item => $"- {MarkdownLayout.Escape(item)}\n"))).TrimEnd('\n');

    private static string Html(string markdown) => Markdown.ToHtml(string.Concat(markdown.Select(c => char.IsControl(c) && c != '\n' ? '\uFFFD' : c)), Pipeline);
}
