namespace Spancoder.Reading.Formats.Captions;

/// <summary>How often something was met, and where first: one notice for a whole file.</summary>
internal sealed class Sightings
{
    private int _count;

    public bool Any => _count > 0;

    public int Count => _count;

    /// <summary>A cue's number, or a line's; 0 where there is none.</summary>
    public int First { get; private set; }

    public string FirstLine => _count == 1 ? $"line {First}" : $"the first on line {First}";

    public string Are => _count == 1 ? "is" : "are";

    public string Were => _count == 1 ? "was" : "were";

    public void Add(int where)
    {
        if (_count++ == 0) First = where;
    }

    /// <summary>"1 cue", "3 cues".</summary>
    public string Of(string noun) => _count == 1 ? $"1 {noun}" : $"{_count} {noun}s";
}
