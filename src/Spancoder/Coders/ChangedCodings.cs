using Spancoder.Reading;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>What two versions of a codebook make of the same documents, compared a document at a time.</summary>
internal sealed class ChangedCodings
{
    private readonly Tokenizer _tokenizer = new();
    private readonly (Matcher Matcher, RuleCoder Coder) _old;
    private readonly (Matcher Matcher, RuleCoder Coder) _now;
    private readonly Dictionary<string, RuleEffect> _rules;

    /// <param name="mostKept">How many places and segments are kept of each kind; all are counted.</param>
    public ChangedCodings(RuleSet old, RuleSet now, RuleChanges changes, int mostKept)
    {
        (_old, _now) = ((new(old, _tokenizer), new(old.Codebook)), (new(now, _tokenizer), new(now.Codebook)));
        _rules = changes.Rules.Where(change => change.FindsOtherwise).ToDictionary(change => change.Id, _ => new RuleEffect(new(mostKept), new(mostKept)));
        Segments = new(mostKept);
    }

    public int Documents { get; private set; }

    /// <summary>How many segments could be coded.</summary>
    public int Codable { get; private set; }

    /// <summary>Those whose codes are others now: "a.txt#3: NONE -> trade".</summary>
    public Kept Segments { get; }

    /// <summary>Null for a rule that cannot find anything else than it did.</summary>
    public RuleEffect? EffectOf(string rule) => _rules.GetValueOrDefault(rule);

    public void Add(Document document, SegmentUnit unit)
    {
        var tokens = _tokenizer.ReadMemory(document.Text);
        var segmented = Segmenter.Split(document, tokens.Span, unit);
        var (before, after) = (_old.Matcher.Find(segmented, tokens), _now.Matcher.Find(segmented, tokens));
        Documents++;
        Codable += segmented.Segments.Count(segment => segment.Codable);
        AddHits(before, after, document, effect => effect.Lost);
        AddHits(after, before, document, effect => effect.Gained);
        AddCodes(_old.Coder.Code(segmented, before), _now.Coder.Code(segmented, after));
    }

    // Those that are not among the others.
    private void AddHits(List<RuleHit> hits, List<RuleHit> others, Document document, Func<RuleEffect, Kept> which)
    {
        var known = others.Select(Key).ToHashSet();
        foreach (var hit in hits)
        {
            if (known.Contains(Key(hit)) || !_rules.TryGetValue(hit.Rule.Rule.Id, out var effect)) continue;
            which(effect).Add(() => $"{hit.Segment.Id} \"{string.Join(" ... ", hit.Parts.Select(part => part.In(document.Text).ToString().ReplaceLineEndings(" ")))}\"");
        }

        static (string, TextSpan) Key(RuleHit hit) => (hit.Rule.Rule.Id, hit.Span);
    }

    private void AddCodes(IReadOnlyList<Coding> before, IReadOnlyList<Coding> after)
    {
        foreach (var (was, isNow) in BySegment(before).Zip(BySegment(after)))
        {
            if (was.Codes != isNow.Codes) Segments.Add(() => $"{was.Segment}: {was.Codes} -> {isNow.Codes}");
        }

        // Every codable segment has codings, if only NONE, so both have the same segments.
        static IEnumerable<(string Segment, string Codes)> BySegment(IEnumerable<Coding> codings) =>
            codings.GroupBy(coding => coding.Segment).Select(ofSegment => (ofSegment.Key.Id, string.Join(", ", ofSegment.Select(coding => coding.Code).Order(StringComparer.Ordinal))));
    }
}

/// <summary>What a changed rule finds that it did not find, and the other way round.</summary>
internal sealed record RuleEffect(Kept Gained, Kept Lost);

/// <summary>Counts all, and keeps the first of them.</summary>
internal sealed class Kept(int most)
{
    private readonly List<string> _first = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> First => _first;

    public void Add(Func<string> say)
    {
        if (Count++ < most) _first.Add(say());
    }
}
