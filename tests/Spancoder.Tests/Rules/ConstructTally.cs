using System.Text.RegularExpressions;
using Spancoder.Codebooks;
using Spancoder.Rules;

namespace Spancoder.Tests.Rules;

/// <summary>Counts how often each construct of the rule language was hit, stopped and missed in random worlds, so that a comparison cannot agree about nothing.</summary>
internal sealed class ConstructTally
{
    private const int Enough = 5;

    private static readonly string[] Forms = ["a word", "a beginning", "an end", "a middle", "a phrase", "a hyphen", "a gap", "an exact term", "a list", "a list in a phrase", "an exact list", "Chinese", "two scripts", "an expression"];
    private static readonly string[] Units = [.. Enum.GetNames<DistanceUnit>().Select(unit => unit.ToLowerInvariant())];
    private static readonly string[] Blocks = ["all", "all in order", "at least two"];

    private static readonly string[] Contexts =
    [
        .. from kind in (string[])["nearby", "before", "after"]
           from unit in Units
           select $"{kind} within {unit}",
        "partof", "previousturn",
    ];

    private static readonly string[] Wanted =
    [
        .. Forms.SelectMany(form => (string[])[$"{form}: counts", $"{form}: stopped"]),
        .. from block in Blocks
           from unit in Units
           from outcome in (string[])["counts", "stopped", "missed"]
           select $"{block} within {unit}: {outcome}",
        .. (string[])["a block in a block: counts", "a block in a block: stopped", "a block in a block: missed"],
        .. Contexts.SelectMany(context => (string[])[$"only-if {context}: counts", $"only-if {context}: stopped", $"unless {context}: counts", $"unless {context}: stopped"]),
        .. (string[])["mark: negated", "mark: not negated", "skip: not negated", "skip: stopped", "only: negated", "only: stopped", "ignore: not negated"],
        .. (string[])["own words of negation: negated", "speakers: counts", "speakers: stopped", "where: counts", "where: stopped", "note: counts", "nobody's speech: counts", "several sentences: counts"],
        .. Enum.GetNames<Strength>().Select(strength => $"{strength.ToLowerInvariant()}: counts"),
    ];

    private readonly Dictionary<string, int> _counts = [];

    public int Documents { get; private set; }

    /// <summary>What was met too seldom.</summary>
    public IEnumerable<string> Rare() => Wanted.Where(name => _counts.GetValueOrDefault(name) < Enough).Select(name => $"{name} {_counts.GetValueOrDefault(name)}");

    /// <param name="operands">Of the document.</param>
    public void Add(Codebook codebook, SlowOperands operands, List<RuleHit> found)
    {
        Documents++;
        foreach (var hit in found) Add(hit, operands, codebook.Lists.ContainsKey(Negations.Cues));
        foreach (var rule in codebook.Rules.Where(rule => rule.Status != RuleStatus.Retired && found.All(hit => hit.Rule.Rule != rule)))
        {
            if (rule.Find is Operand.Several several && several.Operands.All(part => operands.Find(part).Count > 0)) AddBlock(several, "missed");
        }
    }

    private void Add(RuleHit hit, SlowOperands operands, bool hasOwnNegation)
    {
        var (rule, stop) = (hit.Rule.Rule, hit.Stopped);
        var outcome = stop is null ? "counts" : "stopped";
        foreach (var term in rule.Find.Terms().Where(term => operands.Find(term).Any(found => found.Span == hit.Span || hit.Parts.Contains(found.Span)))) Count($"{FormOf(term.Text)}: {outcome}");
        if (rule.Find is Operand.Several several) AddBlock(several, outcome);
        if (rule.OnlyIf is [var needed] && stop is null or Stop.NothingNearby) Count($"only-if {Name(needed)}: {outcome}");
        if (rule.Unless is [var blocking] && stop is null or Stop.Unless) Count($"unless {Name(blocking)}: {outcome}");
        if (stop is null or Stop.Negated or Stop.NotNegated) Count($"{rule.Settings.Negation.ToString().ToLowerInvariant()}: {(stop is not null ? "stopped" : hit.Negation is null ? "not negated" : "negated")}");
        if (rule.Settings.Speakers != SpeakerTest.NotInterviewer && stop is null or Stop.OtherSpeaker) Count($"speakers: {outcome}");
        if (rule.Where.Count > 0 && stop is null or Stop.Elsewhere) Count($"where: {outcome}");
        if (hasOwnNegation && hit.Negation is not null) Count("own words of negation: negated");
        if (hit.Segment.Speaker is null) Count($"{(hit.Segment.Layer == Layer.Note ? "note" : "nobody's speech")}: {outcome}");
        if (operands.Stretch(DistanceUnit.Sentence, hit.Span.Start).End < hit.Span.End) Count($"several sentences: {outcome}");
        Count($"{rule.Settings.Strength.ToString().ToLowerInvariant()}: {outcome}");
    }

    private void AddBlock(Operand.Several several, string outcome)
    {
        var block = several.InOrder ? "all in order" : several.AtLeast < several.Operands.Count ? "at least two" : "all";
        Count($"{block} within {several.Within.Unit.ToString().ToLowerInvariant()}: {outcome}");
        if (several.Operands.Any(part => part is Operand.Several)) Count($"a block in a block: {outcome}");
    }

    private static string Name(Context context) =>
        context.Kind.ToString().ToLowerInvariant() + (context.Kind is ContextKind.PartOf or ContextKind.PreviousTurn ? "" : $" within {context.Within.Unit.ToString().ToLowerInvariant()}");

    private static string FormOf(string term) => term switch
    {
        ['/', ..] => "an expression",
        ['=', '<', ..] => "an exact list",
        ['<', .. var name] when name.IndexOf('>', StringComparison.Ordinal) == name.Length - 1 => "a list",
        _ when SlowTerms.Cut(term).Length > 1 => "a gap",
        _ when term.Contains('<') => "a list in a phrase",
        ['=', ..] => "an exact term",
        _ when Han().IsMatch(term) => Regex.IsMatch(term, "[a-z]", RegexOptions.IgnoreCase) ? "two scripts" : "Chinese",
        _ when term.Contains('-') => "a hyphen",
        _ when term.Contains(' ') => "a phrase",
        ['*', .., '*'] => "a middle",
        ['*', ..] => "an end",
        [.., '*'] => "a beginning",
        _ => "a word",
    };

    private void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;

    private static Regex Han() => new(@"\p{IsCJKUnifiedIdeographs}|[\uD840-\uD8BF]");
}
