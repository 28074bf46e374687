using System.Globalization;

namespace Spancoder.Codebooks;

/// <summary>What one fact about a document must be.</summary>
/// <param name="Field">The name of an attribute, or of a fact in the document's head.</param>
/// <param name="AnyOf">One of them must hold.</param>
public sealed record FieldTest(string Field, IReadOnlyList<FieldTest.Value> AnyOf)
{
    /// <param name="facts">Of the document. Where it lacks the fact, the test does not hold.</param>
    public bool Holds(IReadOnlyDictionary<string, string> facts) => facts.TryGetValue(Field, out var found) && found.Length > 0 && AnyOf.Any(value => value.Holds(found));

    public override string ToString() => $"{Field}: {string.Join(", ", AnyOf)}";

    /// <param name="Operator">"", "not", or one of the signs of comparison.</param>
    public sealed record Value(string Operator, string Text)
    {
        public bool Holds(string found) => Operator switch
        {
            "" => IsText(found),
            "not" => !IsText(found),
            _ => Compare(found) is { } order && Operator switch
            {
                ">=" => order >= 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order < 0,
            },
        };

        public override string ToString() => Operator.Length > 0 ? $"{Operator} {Text}" : Text;

        private bool IsText(string found) => found.Trim().Equals(Text, StringComparison.OrdinalIgnoreCase);

        // A date is compared as far as the test goes: "2016-05-12" is not above "2016".
        private int? Compare(string found)
        {
            var text = found.Trim();
            if (IsDate(text) && IsDate(Text)) return string.CompareOrdinal(text[..Math.Min(text.Length, Text.Length)], Text);
            return Number(text) is { } left && Number(Text) is { } right ? left.CompareTo(right) : null;
        }

        private static bool IsDate(string text) =>
            DateTime.TryParseExact(text, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

        private static decimal? Number(string text) =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
