namespace Spancoder.Reading.Formats.Common;

/// <summary>Counts what a format leaves out or takes for something, to say it once per kind.</summary>
internal sealed class Omissions
{
    private readonly Dictionary<string, (int First, int Count)> _counts = [];
    private readonly List<string> _order = [];

    /// <param name="what">A clause in the plural: "comments were left out".</param>
    /// <param name="paragraph">Where.</param>
    public void Add(string what, int paragraph)
    {
        if (_counts.TryGetValue(what, out var before))
        {
            _counts[what] = before with { Count = before.Count + 1 };
            return;
        }

        _order.Add(what);
        _counts[what] = (paragraph, 1);
    }

    /// <summary>In order of first appearance, each with the paragraph of its first.</summary>
    public void SayTo(Findings findings)
    {
        foreach (var what in _order) findings.Say(_counts[what].First, $"{what} ({_counts[what].Count} in all)");
    }
}
