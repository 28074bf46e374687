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
        left is null || right is null ? left == right : string.Equals(left, right, StringComparison.Ordinal) || Loosen(left) == Loosen(right);

    public int GetHashCode(string label) => Loosen(label).GetHashCode(StringComparison.Ordinal);

    private static string Loosen(string label)
    {
        var words = NormalForm.Of(label, NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).ToUpperInvariant();
    }
}
