namespace Spancoder.Reading.Formats.Common;

/// <summary>What a format leaves out or takes for something, by kind, to say it once for each.</summary>
internal sealed class Omissions
{
    private readonly OrderedDictionary<string, Sightings> _kinds = [];

    /// <param name="what">A clause in the plural: "comments were left out".</param>
    /// <param name="paragraph">Where.</param>
    public void Add(string what, int paragraph)
    {
        if (!_kinds.TryGetValue(what, out var seen)) _kinds[what] = seen = new();
        seen.Add(paragraph);
    }

    /// <summary>In order of first appearance, each with the paragraph of its first.</summary>
    public void SayTo(Findings findings)
    {
        foreach (var (what, seen) in _kinds) findings.Say(seen.First, $"{what} ({seen.Count} in all)");
    }
}
