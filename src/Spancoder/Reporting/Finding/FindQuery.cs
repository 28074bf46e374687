using Spancoder.Reading;
using Spancoder.Reporting.Results;
using Spancoder.Rules;

namespace Spancoder.Reporting.Finding;

/// <summary>What somebody looks for. Each condition that is given must hold; of several values of one condition, any.</summary>
internal sealed record FindQuery
{
    /// <summary>Terms, as <see cref="TermRules"/> makes them; null where no words are asked for.</summary>
    public RuleSet? Words { get; init; }

    /// <summary>Ids with those of the codes below them, and <see cref="Coding.Reserved"/> ones.</summary>
    public IReadOnlySet<string> Codes { get; init; } = new HashSet<string>();

    /// <summary>Who coded.</summary>
    public IReadOnlySet<string> Coders { get; init; } = new HashSet<string>();

    /// <summary>"hand", "rules" or "model".</summary>
    public IReadOnlySet<string> By { get; init; } = new HashSet<string>();

    /// <summary>Of <see cref="Coding.Statuses"/>.</summary>
    public IReadOnlySet<string> Statuses { get; init; } = new HashSet<string>();

    /// <summary>Labels or names, compared as labels are.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    public IReadOnlySet<Layer> Layers { get; init; } = new HashSet<Layer>();

    public IReadOnlySet<Role> Roles { get; init; } = new HashSet<Role>();

    /// <summary>Ids.</summary>
    public IReadOnlySet<string> Documents { get; init; } = new HashSet<string>();

    /// <summary>Of several with the same attribute one must hold.</summary>
    public IReadOnlyList<AttributeValue> Attributes { get; init; } = [];

    /// <summary>Whether it asks for a coding.</summary>
    public bool IsAboutCodings => Codes.Count + Coders.Count + By.Count + Statuses.Count > 0;

    public bool Fits(ResultDocument document) =>
        IsAnyOf(Documents, document.Id) && Attributes.GroupBy(asked => asked.Name).All(asked => asked.Any(value => value.Fits(document)));

    public bool Fits(ResultSegment segment) =>
        IsAnyOf(Layers, segment.Layer)
        && (Roles.Count == 0 || segment.Speaker is { } speaker && Roles.Contains(speaker.Role))
        && (Speakers.Count == 0 || segment.Speaker is { } who && Speakers.Any(name => Is(name, who)));

    /// <summary>Codings that say nothing of a segment fit only where they are asked for by name.</summary>
    public bool Fits(ResultCoding coding) =>
        (Codes.Count == 0 ? coding.HasEvidence : Codes.Contains(coding.Code))
        && IsAnyOf(Coders, coding.Coder)
        && IsAnyOf(By, coding.By)
        && (Statuses.Count == 0 || coding.Status.Any(Statuses.Contains));

    /// <summary>Whether a name that was asked for is this speaker's.</summary>
    public static bool Is(string name, Speaker speaker) => LabelComparer.Instance.Equals(name, speaker.Key) || LabelComparer.Instance.Equals(name, speaker.Name);

    private static bool IsAnyOf<T>(IReadOnlySet<T> asked, T value) => asked.Count == 0 || asked.Contains(value);
}
