namespace Spancoder;

/// <summary>Something that was guessed, repaired, skipped or dropped. The run goes on; the report says so.</summary>
/// <param name="Place">Where.</param>
/// <param name="What">What was done and on what ground. A clause: no capital, no full stop, no participant's words.</param>
/// <param name="Mend">How to make it certain, as an order. Null when there is nothing to do.</param>
public sealed record Notice(Place Place, string What, string? Mend = null)
{
    public override string ToString() => Mend is null ? $"{Place}: {What}." : $"{Place}: {What}: {Mend}.";

    /// <summary>What <c>--strict</c> makes of those that somebody could mend.</summary>
    public static IEnumerable<Problem> AsProblems(IEnumerable<Notice> notices) => notices.Where(notice => notice.Mend is not null).Select(notice => notice.AsProblem());

    /// <summary>What <c>--strict</c> makes of it.</summary>
    public Problem AsProblem() => new(Place, What, Mend ?? "look at it, and leave out --strict if it is right");
}
