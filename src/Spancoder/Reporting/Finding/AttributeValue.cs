using System.Text;
using Spancoder.Reporting.Results;
using Spancoder.Text;

namespace Spancoder.Reporting.Finding;

/// <summary>A fact about documents that somebody asks for: <c>site=Kiln Lane</c>.</summary>
/// <param name="Name">Of the attribute, as it is written in the study.</param>
/// <param name="Value">Compared whole; neither case nor the form of accents counts.</param>
internal sealed record AttributeValue(string Name, string Value)
{
    public bool Fits(ResultDocument document) => document.Attributes.TryGetValue(Name, out var value) && Fits(value);

    public bool Fits(string value) => string.Equals(Plain(value), Plain(Value), StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Name}={Value}";

    private static string Plain(string value) => NormalForm.Of(value.Trim(), NormalizationForm.FormC);
}
