using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>
/// The oracle: evaluates rules as docs/rules.md says it, in the plainest way, by trying everything. Shares with the product only how documents are
/// cut, and the plain tests of speakers and facts. Where the page leaves a choice (which of two words negates), it gives all that are right.
/// </summary>
internal sealed class SlowMatcher(SegmentedDocument document, ReadOnlyMemory<Token> tokens, Codebook codebook, SlowTerms terms)
{
    private readonly string _text = document.Document.Text;
    private readonly SlowOperands _operands = new(document, terms);
    private readonly Dictionary<object, List<TextSpan>> _known = new(ReferenceEqualityComparer.Instance);

    public SlowOperands Operands => _operands;

    /// <param name="Words">What was found in this span, in one of the ways to find it.</param>
    /// <param name="Cues">What negates it; null where nobody looks.</param>
    /// <param name="OnlyIf">Where what it needs stands; null where it needs nothing.</param>
    /// <param name="Unless">Where what stops it stands.</param>
    /// <param name="Stops">All that stops it; none where it counts.</param>
    public sealed record Hit(
        Rule Rule, Segment Segment, TextSpan Span, IReadOnlyList<TextSpan> Words, List<TextSpan>? Cues, List<TextSpan>? OnlyIf, List<TextSpan> Unless, List<Type> Stops);

    /// <summary>In no order. Where the words of one span can be chosen in several ways, each of these.</summary>
    public IEnumerable<Hit> Find() => codebook.Rules.Where(rule => rule.Status != RuleStatus.Retired).SelectMany(Find);

    private IEnumerable<Hit> Find(Rule rule)
    {
        var found = _operands.Find(rule.Find, word => IsLookedAt(rule, document.SegmentAt(word.Start)!)); // every word stands in a segment
        return found.Where(one => !found.Any(other => other.Span != one.Span && other.Span.Contains(one.Span))).Select(one => Judge(rule, one.Span, one.Parts));
    }

    // In one turn there is one speaker, and explanations say when it is not the one that the rule looks at. A find that reaches over turns looks at nobody else.
    private static bool IsLookedAt(Rule rule, Segment segment) => segment.Codable && (!ReachesOverTurns(rule.Find) || Fits(rule, segment));

    public static bool ReachesOverTurns(Operand operand) => operand switch
    {
        Operand.AnyOf any => any.Operands.Any(ReachesOverTurns),
        Operand.Several several => several.Within == Distance.Document || several.Operands.Any(ReachesOverTurns),
        _ => false,
    };

    public static bool Fits(Rule rule, Segment segment) => rule.Settings.Speakers.Fits(segment.Speaker, segment.Layer);

    private Hit Judge(Rule rule, TextSpan span, IReadOnlyList<TextSpan> words)
    {
        var segment = document.SegmentAt(span.Start)!; // a hit begins with a word
        var cues = rule.Settings.Negation == NegationMode.Ignore ? null : CuesOf(words);
        var onlyIf = rule.OnlyIf is [] ? null : rule.OnlyIf.SelectMany(context => Holding(context, span, words)).ToList();
        var unless = rule.Unless.SelectMany(context => Holding(context, span, words)).ToList();
        List<Type> stops = [];
        if (!rule.Where.All(test => test.Holds(document.Document.Metadata))) stops.Add(typeof(Stop.Elsewhere));
        if (!Fits(rule, segment)) stops.Add(typeof(Stop.OtherSpeaker));
        if (rule.Settings.Negation == NegationMode.Skip && cues is not []) stops.Add(typeof(Stop.Negated));
        if (rule.Settings.Negation == NegationMode.Only && cues is []) stops.Add(typeof(Stop.NotNegated));
        if (onlyIf is []) stops.Add(typeof(Stop.NothingNearby));
        if (unless is not []) stops.Add(typeof(Stop.Unless));
        return new(rule, segment, span, words, cues, onlyIf, unless, stops);
    }

    // Where the words of a context stand as it asks.
    private IEnumerable<TextSpan> Holding(Context context, TextSpan hit, IReadOnlyList<TextSpan> words) =>
        Once(context, () => _operands.Find(context.Operand)).Where(other => context.Kind switch
        {
            ContextKind.PartOf => other.Contains(hit),
            ContextKind.PreviousTurn => PreviousTurn(hit) is { } turn && turn.Contains(other),
            ContextKind.Before => other.End <= hit.Start && Reaches(other, hit, context.Within),
            ContextKind.After => other.Start >= hit.End && Reaches(other, hit, context.Within),
            _ => !words.Any(word => word.Contains(other)) && Reaches(other, hit, context.Within),
        });

    private bool Reaches(TextSpan other, TextSpan hit, Distance within)
    {
        TextSpan window = new(_operands.Stretch(within.Unit, hit.Start).Start, _operands.Stretch(within.Unit, hit.End - 1).End);
        if (!window.Contains(other)) return false;
        if (other.End <= hit.Start) return _operands.AreNear(other, hit, within);
        return other.Start < hit.End || _operands.AreNear(hit, other, within);
    }

    private TextSpan? PreviousTurn(TextSpan hit) => document.Document.Turns
        .Where(turn => turn.Span.End <= hit.Start && turn.Layer is (Layer.Speech or Layer.Note) && !OnlyListens(turn)).LastOrDefault()?.Span;

    private bool OnlyListens(Spancoder.Reading.Turn turn) =>
        turn.Layer == Layer.Speech && BackChannels.Is(_text, tokens.ToArray().Where(token => turn.Span.Contains(token.Span)).ToArray());

    // Every word that negates one of the words found, and is none of them.
    private List<TextSpan> CuesOf(IReadOnlyList<TextSpan> words)
    {
        var (lookAlikes, stops) = (NegationWords(Negations.LookAlikes), NegationWords(Negations.Stops));
        return
        [
            .. NegationWords(Negations.Cues).Where(cue =>
                !lookAlikes.Any(other => other.Contains(cue))
                && !words.Any(word => word.Contains(cue))
                && words.Any(word => cue.End <= word.Start && _operands.Stretch(DistanceUnit.Sentence, word.Start).Contains(cue) && IsInReach(new(cue.End, word.Start)))),
        ];

        bool IsInReach(TextSpan between) =>
            between.In(_text).IndexOfAny(",，;；") < 0
            && !stops.Any(between.Contains)
            && _operands.WordsIn(between).Sum(word => word.IsHan ? 5 : 6) <= 30; // five words, six characters, or something of both
    }

    private List<TextSpan> NegationWords(string list) =>
        Once(list, () => _operands.Find(codebook.Lists.TryGetValue(list, out var own) ? own.Terms.Select(term => term.Text) : Negations.BuiltIn[list]));

    private List<TextSpan> Once(object what, Func<List<SlowOperands.Found>> find)
    {
        if (!_known.TryGetValue(what, out var spans)) _known[what] = spans = [.. find().Select(found => found.Span).Distinct()];
        return spans;
    }
}
