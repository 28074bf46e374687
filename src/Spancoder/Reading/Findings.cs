namespace Spancoder.Reading;

/// <summary>What reading one file brings beside its words: facts about it, who its speakers are, and what was guessed.</summary>
/// <param name="file">As the user named it.</param>
internal sealed class Findings(string file)
{
    private readonly Dictionary<string, string> _facts = [];
    private readonly Dictionary<string, Introduction> _introduced = new(LabelComparer.Instance);
    private readonly List<Notice> _notices = [];

    public string File => file;

    /// <summary>In the order in which the file states them; of two with one name the later.</summary>
    public IReadOnlyDictionary<string, string> Facts => _facts;

    /// <summary>Speakers that the file itself presents, by label: from a legend, a header, a list of participants.</summary>
    public IReadOnlyDictionary<string, Introduction> Introduced => _introduced;

    /// <summary>What the file, or else the label itself, says of a speaker's role. Null where neither says anything.</summary>
    public Role? RoleOf(string label) => _introduced.GetValueOrDefault(label)?.Role ?? Roles.Of(label);

    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>The encoding that the file declares inside itself. Null where its bytes were decoded as a whole.</summary>
    public string? Encoding { get; set; }

    public void AddFact(string name, string value) => _facts[name] = value;

    /// <param name="label">As turns carry it.</param>
    /// <param name="name">Null where only the role is said.</param>
    /// <param name="role">Null where only the name is said.</param>
    public void Introduce(string label, string? name, Role? role) => _introduced[label] = new(name, role);

    /// <summary>Says that something was guessed, repaired or dropped.</summary>
    /// <param name="line">Line, paragraph, cue or row, 1-based; null for the file as a whole.</param>
    /// <param name="what">A clause, without a participant's words.</param>
    /// <param name="mend">How to make it certain.</param>
    public void Say(int? line, string what, string? mend = null) => _notices.Add(new(new(file, line), what, mend));

    public void Say(Notice notice) => _notices.Add(notice);

    /// <exception cref="InputException">Always: the file cannot be read.</exception>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void Refuse(int? line, string what, string mend) => throw new InputException(new(file, line), what, mend);

    /// <param name="Name">In full: "Anna Berg".</param>
    internal sealed record Introduction(string? Name, Role? Role);
}
