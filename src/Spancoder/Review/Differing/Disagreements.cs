using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Review.Adjudication;

namespace Spancoder.Review.Differing;

/// <summary>Where coders of a study differ, collected a document at a time.</summary>
internal sealed class Disagreements
{
    private readonly List<Disagreement> _found = [];
    private readonly SortedSet<string> _coders = new(StringComparer.Ordinal);

    public Disagreements(Codebook codebook, ReviewScope scope)
    {
        (Codebook, Scope) = (codebook, scope);
        VerdictComparison comparison = new(codebook);
        (People, Rules) = (new(comparison), new(comparison));
    }

    public Codebook Codebook { get; }

    public ReviewScope Scope { get; }

    /// <summary>Between people.</summary>
    public DifferenceTally People { get; }

    /// <summary>Between a person and the rules, where these take part.</summary>
    public DifferenceTally Rules { get; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<Disagreement> Found => _found;

    /// <summary>How many a decision on record settles, which are counted and not among <see cref="Found"/>; null where nobody said what is on record.</summary>
    public int? Decided { get; private set; }

    /// <summary>Everybody who judged one of the segments, people before the rules.</summary>
    public IReadOnlyList<string> Coders => [.. _coders, .. Scope.WithRules ? [RuleCoder.Name] : Array.Empty<string>()];

    /// <summary>How the coders of one segment differ, as <see cref="Disagreement.Label"/> has it; empty where they do not.</summary>
    public static string LabelOf(ReviewedSegment segment, Codebook codebook)
    {
        Disagreements alone = new(codebook, new());
        alone.Add(segment);
        return alone.Found is [var found] ? found.Label : "";
    }

    public void Add(CodedDocument coded)
    {
        foreach (var segment in ReviewedSegment.In(coded, Scope)) Add(segment);
    }

    /// <summary>Takes those out on which a decision was made, and people give what they gave then.</summary>
    public void SetAside(DecisionsInForce decisions)
    {
        List<Disagreement> open = [.. _found.Select(found => found with { Earlier = decisions.Find(found.Segment) }).Where(found => found.Earlier?.IsOfWhatIsGivenTo(found.Segment) != true)];
        Decided = _found.Count - open.Count;
        _found.Clear();
        _found.AddRange(open);
    }

    /// <summary>Those whom a segment's people can be compared with.</summary>
    private static List<(Verdict One, Verdict Other)> PairsOf(IReadOnlyList<Verdict> people) =>
        [.. people.SelectMany((one, index) => people.Skip(index + 1).Select(other => (one, other)))];

    private void Add(ReviewedSegment segment)
    {
        _coders.UnionWith(segment.People.Select(verdict => verdict.Coder));
        var pairs = PairsOf(segment.People);
        var types = pairs is [] ? [] : People.Add(pairs);
        var ofRules = segment.Rules is { } rules ? Rules.Add([.. segment.People.Select(person => (person, rules))]) : [];
        var isUnsure = types is [] && pairs is not [] && segment.People.Any(verdict => verdict.IsUnsure);
        if (types is not [] || isUnsure || ofRules is not []) _found.Add(new(segment, types, isUnsure, ofRules));
    }
}
