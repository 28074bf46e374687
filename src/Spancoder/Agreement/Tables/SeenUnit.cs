namespace Spancoder.Agreement.Tables;

/// <summary>A unit, as far as rows have told of it.</summary>
internal sealed class SeenUnit(JudgedUnit unit)
{
    public JudgedUnit Unit { get; private set; } = unit;

    /// <summary>Of its text; empty until something says it.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What says it.</summary>
    public string HashIn { get; set; } = "";

    // What one file says of a unit and another leaves open; where two differ, the same one in any order of files.
    public void Learn(string document, string language, string layer)
    {
        if (document.Length > 0 && document != Unit.Document) Unit = Unit with { Document = First(Unit.Document, document) };
        if (language.Length > 0 && language != Unit.Language) Unit = Unit with { Language = First(Unit.Language, language) };
        if (layer.Length > 0 && layer != Unit.Layer) Unit = Unit with { Layer = First(Unit.Layer, layer) };
    }

    private static string First(string left, string right) => left.Length > 0 && string.CompareOrdinal(left, right) < 0 ? left : right;
}
