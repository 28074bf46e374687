using System.Text;
using Spancoder.Codebooks;

namespace Spancoder.Reporting.Pages;

/// <summary>The codes of a page: what they are called, and the colour of their branch.</summary>
/// <param name="codes">A parent before its children.</param>
internal sealed class PageCodes(IReadOnlyList<Code> codes)
{
    private const int Colours = 7; // of a palette that the colour-blind can tell apart; then it begins again

    private readonly Dictionary<string, int> _colours = codes.ToDictionary(code => code.Id, code => codes.Where(other => other.Parent is null).Index().First(top => ReferenceEquals(top.Item, code.Top)).Index % Colours + 1);

    /// <summary>The class of its colour: "k1". "k0" for a code that the codebook does not have.</summary>
    public string ClassOf(string code) => $"k{_colours.GetValueOrDefault(code)}";

    public bool Has(string code) => _colours.ContainsKey(code);

    /// <summary>A code's id as a label.</summary>
    /// <param name="isOff">Given, but not counted.</param>
    public void AppendLabel(StringBuilder html, string code, bool isOff = false) =>
        html.Append("<b class=\"").Append(ClassOf(code)).Append(isOff ? " off\">" : "\">").AppendText(code).Append("</b>");

    /// <summary>All of them with their names.</summary>
    public void AppendList(StringBuilder html)
    {
        html.Append("<details id=\"codes\"><summary>What the codes are called</summary><dl>\n");
        foreach (var code in codes)
        {
            html.Append("<dt>");
            AppendLabel(html, code.Id);
            html.Append("</dt><dd>").AppendText(code.Name.ToString()).Append("</dd>\n");
        }

        html.Append("</dl></details>\n");
    }
}
