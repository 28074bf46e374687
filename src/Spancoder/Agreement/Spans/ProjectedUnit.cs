namespace Spancoder.Agreement.Spans;

/// <param name="Unit">Which.</param>
/// <param name="Codes">
/// Of each coder of the projection, ordinal. Empty: the coder was given the document and judged that nothing applies. Null: the coder was not given it, and judged nothing.
/// </param>
public sealed record ProjectedUnit(DeclaredUnit Unit, IReadOnlyList<IReadOnlyList<string>?> Codes);
