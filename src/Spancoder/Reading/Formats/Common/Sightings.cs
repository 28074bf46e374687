using Spancoder.Text;

namespace Spancoder.Reading.Formats.Common;

/// <summary>How often something was met in a file, and where first: one notice for all of them.</summary>
internal sealed class Sightings
{
    public bool Any => Count > 0;

    public int Count { get; private set; }

    /// <summary>The number of a line, cue, row or paragraph; null where there is none.</summary>
    public int? First { get; private set; }

    public string FirstLine => Count == 1 ? $"line {First}" : $"the first on line {First}";

    public string Are => Count == 1 ? "is" : "are";

    public string Were => Count == 1 ? "was" : "were";

    public void Add(int where)
    {
        Count++;
        First ??= where;
    }

    /// <summary>"1 cue", "3 cues".</summary>
    public string Of(string noun) => Counted.Of(Count, noun);
}
