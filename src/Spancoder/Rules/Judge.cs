using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Decides whether a hit counts: who says it, whether it is negated, and what stands near it.</summary>
internal sealed class Judge(NegationWords negation, SegmentedDocument document, OperandHits hits, Stretches stretches, ReadOnlyMemory<Token> tokens)
{
    private readonly Negations _negations = new(negation, document, hits, stretches, tokens);
    private readonly Dictionary<int, int> _turnBefore = [];

    public RuleHit Of(CompiledRule rule, Hit hit, Segment segment, Stop? elsewhere)
    {
        var settings = rule.Rule.Settings;
        var cue = settings.Negation == NegationMode.Ignore ? null : _negations.CueOf(hit);
        var stopped = elsewhere ?? StopOf(settings, segment, cue);
        TextSpan? needed = null;
        if (stopped is null && rule.OnlyIf.Count > 0)
        {
            needed = FirstOf(rule.OnlyIf, hit);
            if (needed is null) stopped = new Stop.NothingNearby();
        }

        if (stopped is null && rule.Unless.Count > 0 && FirstOf(rule.Unless, hit) is { } blocking) stopped = new Stop.Unless(blocking);
        return new(rule, segment, hit, hits.ViaOf(hit), needed, cue, stopped);
    }

    private static Stop? StopOf(RuleSettings settings, Segment segment, TextSpan? cue)
    {
        if (!settings.Speakers.Fits(segment.Speaker, segment.Layer)) return new Stop.OtherSpeaker();
        return (settings.Negation, cue) switch
        {
            (NegationMode.Skip, { } negated) => new Stop.Negated(negated),
            (NegationMode.Only, null) => new Stop.NotNegated(),
            _ => null,
        };
    }

    private TextSpan? FirstOf(IReadOnlyList<CompiledContext> contexts, Hit hit)
    {
        foreach (var context in contexts)
        {
            if (Look(context, hit) is { } found) return found;
        }

        return null;
    }

    // Where the context stands, or null where it does not.
    private TextSpan? Look(CompiledContext context, Hit hit)
    {
        if (hits.Of(context.Operand).Count == 0) return null;
        if (context.Kind == ContextKind.PartOf) return Round(context.Operand, hit.Span);
        if (context.Kind == ContextKind.PreviousTurn) return TurnBefore(hit.Start) is { } turn ? FirstIn(context.Operand, turn, null) : null;
        if (WindowRound(hit, context.Within.Unit) is not { } window) return null;
        return context.Kind switch
        {
            ContextKind.Before => Before(context, hit, window),
            ContextKind.After => After(context, hit, window),
            _ => context.Within.IsCounted ? Beside(context, hit, window) : FirstIn(context.Operand, window, hit),
        };
    }

    // From the beginning of the stretch in which the hit begins to the end of that in which it ends.
    private TextSpan? WindowRound(Hit hit, DistanceUnit unit) =>
        stretches.At(unit, hit.Start) is { } first && stretches.At(unit, hit.End - 1) is { } last ? new(first.Start, last.End) : null;

    private TextSpan? Round(int operand, TextSpan hit)
    {
        foreach (var other in hits.Touching(operand, hit.Start, hit.Start + 1))
        {
            if (other.Span.Contains(hit)) return other.Span;
        }

        return null;
    }

    /// <param name="beside">A hit is not its own company, a longer phrase round it is. Null where it stands elsewhere.</param>
    private TextSpan? FirstIn(int operand, TextSpan window, Hit? beside)
    {
        var all = hits.Of(operand);
        for (var index = hits.FirstFrom(operand, window.Start); index < all.Count && all[index].Start < window.End; index++)
        {
            if (window.Contains(all[index].Span) && beside?.Holds(all[index].Span) != true) return all[index].Span;
        }

        return null;
    }

    private TextSpan? Beside(CompiledContext context, Hit hit, TextSpan window)
    {
        if (Before(context, hit, window) is { } before) return before;

        foreach (var other in hits.Touching(context.Operand, hit.Start, hit.End))
        {
            if (window.Contains(other.Span) && !hit.Holds(other.Span)) return other.Span;
        }

        return After(context, hit, window);
    }

    private TextSpan? Before(CompiledContext context, Hit hit, TextSpan window)
    {
        foreach (var other in hits.EndingBefore(context.Operand, hit.Start))
        {
            if (other.End <= window.Start || !IsNear(context.Within, other.End, hit.Start)) break;
            if (window.Contains(other.Span)) return other.Span;
        }

        return null;
    }

    private TextSpan? After(CompiledContext context, Hit hit, TextSpan window)
    {
        var all = hits.Of(context.Operand);
        for (var index = hits.FirstFrom(context.Operand, hit.End); index < all.Count && all[index].Start < window.End && IsNear(context.Within, hit.End, all[index].Start); index++)
        {
            if (window.Contains(all[index].Span)) return all[index].Span;
        }

        return null;
    }

    private bool IsNear(Distance within, int from, int to) =>
        !within.IsCounted || stretches.Ended(within.Unit, to) - stretches.Begun(within.Unit, from) <= Stretches.Most(within);

    // Events, headings and memos are passed over, and turns that only show that somebody listens.
    private TextSpan? TurnBefore(int position)
    {
        var turns = document.Document.Turns;
        var index = TextSpan.IndexAt(stretches.Of(DistanceUnit.Turn), position);
        if (!_turnBefore.TryGetValue(index, out var before))
        {
            before = index - 1;
            while (before >= 0 && !IsTalk(turns[before])) before--;
            _turnBefore[index] = before;
        }

        return before >= 0 ? turns[before].Span : null;
    }

    private bool IsTalk(Spancoder.Reading.Turn turn)
    {
        if (turn.Layer == Layer.Note) return true;
        if (turn.Layer != Layer.Speech) return false;

        var first = stretches.FirstToken(turn.Span.Start);
        return !BackChannels.Is(document.Document.Text, tokens.Span[first..stretches.FirstToken(turn.Span.End)]);
    }
}
