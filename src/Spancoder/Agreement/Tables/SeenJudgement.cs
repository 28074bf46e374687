namespace Spancoder.Agreement.Tables;

/// <summary>What one coder said of one unit in one round. There are as many of these as judgements.</summary>
internal sealed class SeenJudgement(Place place)
{
    private readonly List<string> _given = new(1);

    /// <summary>Where it begins.</summary>
    public Place Place { get; } = place;

    public bool IsUnsure => _given is [Coding.Unsure];

    /// <summary>Whether with this code there would be NONE or UNSURE beside something else.</summary>
    public bool HasAloneOr(string code) => _given is [var first, ..] && first != code && (IsAlone(code) || IsAlone(first));

    public bool Add(string code)
    {
        if (_given.Contains(code)) return false;

        _given.Add(code);
        return true;
    }

    /// <summary>In order; empty where nothing applies.</summary>
    public SortedSet<string> Counting(Func<string, string> counting) => new(_given.Where(code => !IsAlone(code)).Select(counting), StringComparer.Ordinal);

    private static bool IsAlone(string code) => code is Coding.Nothing or Coding.Unsure;
}
