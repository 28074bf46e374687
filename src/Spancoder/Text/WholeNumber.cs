using System.Globalization;

namespace Spancoder.Text;

/// <summary>Numbers in the cells of tables: digits, and nothing else.</summary>
internal static class WholeNumber
{
    public static bool TryRead(string cell, out int number) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
