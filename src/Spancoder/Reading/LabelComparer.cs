using System.Text;
using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>Two labels are one speaker's when they differ only in case, width, form of accents or white space.</summary>
internal sealed class LabelComparer : IEqualityComparer<string>
{
    private LabelComparer()
    {
    }

    public static LabelComparer Instance { get; } = new();

    public bool Equals(string? left, string? right) =>
        left is null || right is null ? left == right : string.Equals(left, right, StringComparison.Ordinal) || string.Equals(Loosen(left), Loosen(right), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string label) => Loosen(label).GetHashCode(StringComparison.OrdinalIgnoreCase);

    private static string Loosen(string label) =>
        IsLoose(label) ? label : string.Join(' ', NormalForm.Of(label, NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Most labels are, and files have one in every line.
    private static bool IsLoose(ReadOnlySpan<char> label) => !label.ContainsAnyExceptInRange(' ', '~') && label is not ([' ', ..] or [.., ' ']) && !label.Contains("  ", StringComparison.Ordinal);
}
