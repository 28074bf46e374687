using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Review.Adjudication;

/// <summary>How it came to be settled what a segment is coded as, or that it is not.</summary>
internal enum Settling
{
    /// <summary>All who judged it gave the same codes.</summary>
    Agreed,

    /// <summary>A decision is on record.</summary>
    Decided,

    /// <summary>It is on record that no agreement is reached.</summary>
    Contested,

    /// <summary>Coders differ, or one of several cannot tell, and nothing is decided.</summary>
    Open,

    /// <summary>One person judged it.</summary>
    Single,
}

/// <summary>What a segment counts as after review.</summary>
internal sealed record Settlement(ReviewedSegment Segment, Settling How, IReadOnlyList<Settlement.Row> Rows)
{
    /// <summary>One coding of it.</summary>
    /// <param name="Span">The passage that all who gave the code named; null where they named none, or not the same.</param>
    /// <param name="Status">What all who gave the code said; empty where they did not say the same.</param>
    internal sealed record Row(string Code, TextSpan? Span, IReadOnlyList<string> Status, bool? Negated, string Comment);

    public static string NameOf(Settling how) => how.ToString().ToLowerInvariant();

    /// <param name="decision">That is in force for it.</param>
    /// <param name="label">How coders differ about it.</param>
    public static Settlement Of(ReviewedSegment segment, LedgerEntry? decision, string label)
    {
        if (decision is { IsContested: true }) return new(segment, Settling.Contested, [Missing($"contested: {decision.Reason}")]);
        if (decision is not null) return new(segment, Settling.Decided, [.. decision.Decision.Select(code => RowOf(segment, code, decision.Reason))]);

        var first = segment.People[0];
        if (segment.People is [_]) return new(segment, Settling.Single, [.. first.Given.Select(code => RowOf(segment, code))]);

        // Who looked and cannot tell is one of those who judged: what the others say is not agreed by all.
        var areAgreed = segment.People.All(verdict => !verdict.IsUnsure && verdict.GivesTheCodesOf(first));
        return areAgreed ? new(segment, Settling.Agreed, [.. first.Given.Select(code => RowOf(segment, code))]) : new(segment, Settling.Open, [Missing($"no decision yet: {label}")]);
    }

    private static Row Missing(string comment) => new(Coding.Unsure, null, [], null, comment);

    private static Row RowOf(ReviewedSegment segment, string code, string? reason = null)
    {
        List<Coding> given = [.. segment.People.SelectMany(verdict => verdict.Codings).Where(coding => coding.Code == code)];
        var comments = given.Select(coding => coding.Reason).OfType<Reason.ByHand>().Select(hand => hand.Comment).Where(comment => comment.Length > 0).Distinct();
        var span = given is [var first, ..] && segment.QuoteOf(first).Length > 0 && given.TrueForAll(coding => coding.Span == first.Span) ? first.Span : (TextSpan?)null;
        var hasOneStatus = given is [var one, ..] && given.TrueForAll(coding => coding.Status.SequenceEqual(one.Status));
        var isOneNegated = given is [var some, ..] && given.TrueForAll(coding => coding.Negated == some.Negated);
        return new(code, span, hasOneStatus ? given[0].Status : [], isOneNegated ? given[0].Negated : null, reason ?? string.Join("; ", comments));
    }
}
