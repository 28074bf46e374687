using System.Text;

namespace Spancoder.Reporting.Pages;

/// <summary>The headings of a page by their names in it, and the list of them that leads through the page.</summary>
internal sealed class PageContents
{
    private const int Deepest = 3;

    private readonly List<(ReportBlock.Heading Heading, string Id)> _headings = [];
    private readonly HashSet<string> _taken;

    /// <param name="taken">Names that the page has already.</param>
    public PageContents(IEnumerable<ReportBlock.Heading> headings, params IEnumerable<string> taken)
    {
        _taken = [.. taken];
        foreach (var heading in headings) _headings.Add((heading, NameFor(heading.Text)));
    }

    public string IdOf(ReportBlock.Heading heading) => _headings.First(entry => ReferenceEquals(entry.Heading, heading)).Id;

    /// <summary>Headings of the second level, and below each those of the third, which open on their own.</summary>
    /// <param name="last">What follows the report: a name and its text.</param>
    public void Append(StringBuilder html, params IEnumerable<(string Id, string Text)> last)
    {
        html.Append("<ul>");
        var shown = _headings.Where(entry => entry.Heading.Level is > 1 and <= Deepest).ToList();
        for (var index = 0; index < shown.Count; index++)
        {
            var below = shown.Skip(index + 1).TakeWhile(entry => entry.Heading.Level == Deepest).ToList();
            html.Append("\n<li>");
            AppendLink(html, shown[index].Id, shown[index].Heading.Text);
            if (below.Count > 0 && shown[index].Heading.Level < Deepest)
            {
                html.Append("<details><summary>").AppendText($"{below.Count} parts").Append("</summary><ul>");
                foreach (var entry in below)
                {
                    html.Append("<li>");
                    AppendLink(html, entry.Id, entry.Heading.Text);
                    html.Append("</li>");
                }

                html.Append("</ul></details>");
                index += below.Count;
            }

            html.Append("</li>");
        }

        foreach (var (id, text) in last)
        {
            html.Append("\n<li>");
            AppendLink(html, id, text);
            html.Append("</li>");
        }

        html.Append("\n</ul>\n");
    }

    private static void AppendLink(StringBuilder html, string id, string text) => html.Append("<a href=\"#").Append(id).Append("\">").AppendText(text).Append("</a>");

    // "By attribute: site" is by-attribute-site; letters of other scripts are escaped, and what is taken is numbered.
    private string NameFor(string text)
    {
        var words = string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words is [] ? "part" : HtmlText.Anchor(string.Join('-', words));
        var free = name;
        for (var number = 2; !_taken.Add(free); number++) free = $"{name}-{number}";
        return free;
    }
}
