using System.Text;

namespace Spancoder.Text;

/// <summary>Unicode's normal forms, for comparing only, of any text.</summary>
internal static class NormalForm
{
    /// <returns>The text itself where it holds U+FFFE or half of a surrogate pair: these are no characters and have no normal form.</returns>
    public static string Of(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
