namespace Spancoder.Reporting;

/// <summary>Codable segments that fulfil every one of some conditions: what a figure counts, so that it can be followed to them.</summary>
/// <param name="Conditions">
/// A name and a value each: <c>code</c> (also through a code below it), <c>document</c>, <c>layer</c>, <c>role</c>, <c>language</c>, <c>speaker</c>, <c>site</c> and other attributes as <c>attribute.site</c>.
/// Of several with the name <c>code</c> a segment has each.
/// </param>
public sealed record Selection(IReadOnlyList<(string Name, string Value)> Conditions)
{
    /// <summary>All codable segments.</summary>
    public static Selection All { get; } = new([]);

    public static Selection Where(string name, string value) => All.And(name, value);

    public Selection And(string name, string value) => new([.. Conditions, (name, value)]);
}
