using System.Globalization;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Numbers beside terms, such as the valence of a word. A list here is of words that count the same.</summary>
internal static class Weights
{
    public const string Mend = "where words weigh differently, give them rules of different 'strength'";

    public static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    public static Notice NotCarried(Place place, string term, string weight) =>
        new(place, $"the weight {Shown.Of(weight)} of '{Shown.Of(term)}' was not carried over", Mend);
}
