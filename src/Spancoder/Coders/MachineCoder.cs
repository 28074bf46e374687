using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>What a machine makes of documents. One serves one thread.</summary>
internal sealed class MachineCoder
{
    private readonly Machine _machine;
    private readonly RuleCoder _rules;
    private readonly FeatureExtractor? _features;
    private readonly Combination? _combination;
    private readonly Weighing? _weighing;

    /// <param name="vocabulary">Of the tokenizer whose tokens it will see.</param>
    public MachineCoder(Machine machine, Vocabulary vocabulary)
    {
        (_machine, _rules) = (machine, new(machine.Codebook));
        if ((machine.Classifier?.Space ?? machine.Features) is { } space) _features = new(space, vocabulary);
        if (machine.Classifier is { } classifier) (_combination, _weighing) = (new(classifier.Codes, machine.Decide), new(classifier, _features!)); // with its space there are features
    }

    /// <param name="tokens">Of the document's text.</param>
    /// <param name="hits">Those that count, of this document.</param>
    /// <returns>For every codable segment its codes in the codebook's order, or NONE; in reading order.</returns>
    public IReadOnlyList<Coding> Code(SegmentedDocument document, ReadOnlyMemory<Token> tokens, IReadOnlyList<RuleHit> hits)
    {
        if (_machine.Classifier is not { } classifier) return _rules.Code(document, hits);

        List<Coding> codings = [];
        var bySegment = hits.ToLookup(hit => hit.Segment.Number);
        _features!.Each(document, tokens, hits, (segment, features) => // there is a classifier
        {
            var before = codings.Count;
            codings.AddRange(Code(document, tokens, segment, features, [.. bySegment[segment.Number]], classifier));
            if (codings.Count == before) codings.Add(RuleCoder.Nothing(segment, Machine.ModelName));
        });
        return codings;
    }

    /// <summary>The features of every codable segment, in reading order; empty where nobody asked for them.</summary>
    public IReadOnlyList<SparseVector> Features(SegmentedDocument document, ReadOnlyMemory<Token> tokens, IReadOnlyList<RuleHit> hits)
    {
        List<SparseVector> vectors = [];
        if (_machine.Features is not null) _features!.Each(document, tokens, hits, (_, features) => vectors.Add(features.Copy())); // somebody asked
        return vectors;
    }

    /// <summary>By number of a codable segment, how near it came to giving it each code; empty where the rules decide alone.</summary>
    public IReadOnlyDictionary<int, MachineJudgement> Judge(SegmentedDocument document, ReadOnlyMemory<Token> tokens, IReadOnlyList<RuleHit> hits)
    {
        Dictionary<int, MachineJudgement> judgements = [];
        if (_machine.Classifier is not { } classifier) return judgements;

        var bySegment = hits.ToLookup(hit => hit.Segment.Number);
        _features!.Each(document, tokens, hits, (segment, features) => judgements.Add(segment.Number, Judge(features, [.. bySegment[segment.Number]], classifier))); // there is a classifier
        return judgements;
    }

    /// <summary>What a model says of one segment, code by code, given or not, with what weighed most.</summary>
    public IReadOnlyList<(MachineScore Score, Reason.ByModel Reason)> Explain(SegmentedDocument document, ReadOnlyMemory<Token> tokens, IReadOnlyList<RuleHit> hits, Segment segment)
    {
        if (_machine.Classifier is not { } classifier) return [];

        List<(MachineScore, Reason.ByModel)> said = [];
        _features!.Each(document, tokens, hits, (other, features) => // there is a classifier
        {
            if (other != segment) return;

            said.AddRange(Judge(features, [.. hits.Where(hit => hit.Segment == segment)], classifier).Scores
                .Where(score => _combination!.IsLearned(score.Code))
                .Select(score => (score, new Reason.ByModel(score.Score, score.Threshold, score.Code.Parent?.Id, _weighing!.Begin(document, tokens.Span, segment, features).Of(score.Code)))));
        });
        return said;
    }

    private MachineJudgement Judge(FeatureView features, IReadOnlyList<RuleHit> hits, Classifier classifier)
    {
        var probabilities = classifier.Probabilities(features);
        var say = _rules.Say(hits);
        var reached = _combination!.Reached(probabilities, say); // there is a classifier
        var byRules = _rules.Judge(hits);
        return new(Machine.ModelName, [.. classifier.Codes.Index().Select(ScoreOf).OfType<MachineScore>()]);

        MachineScore? ScoreOf((int Index, LearnedCode Learned) code)
        {
            var isGiven = reached[code.Index] && !HasBelow(code.Index, reached, classifier);
            if (code.Learned.Model is not { Cutoffs: var cutoffs }) return byRules.Of(code.Learned.Code) is { } score ? score with { IsGiven = isGiven, IsOpen = score.IsOpen && IsOpenAbove(code.Index) } : null;

            return new(code.Learned.Code, probabilities[code.Index], cutoffs.Threshold)
            {
                Scale = "probability",
                Band = cutoffs.Doubtful,
                IsGiven = isGiven,
                IsOpen = (_machine.Decide == Decide.Model || !say.Forbidden.Contains(code.Learned.Code)) && IsOpenAbove(code.Index),
            };
        }

        bool IsOpenAbove(int index) => classifier.ParentOf(index) is < 0 || !_combination.IsLearned(classifier.Codes[classifier.ParentOf(index)].Code) || reached[classifier.ParentOf(index)];
    }

    private List<Coding> Code(SegmentedDocument document, ReadOnlyMemory<Token> tokens, Segment segment, FeatureView features, IReadOnlyList<RuleHit> hits, Classifier classifier)
    {
        var probabilities = classifier.Probabilities(features);
        var say = _rules.Say(hits);
        var reached = _combination!.Reached(probabilities, say); // there is a classifier
        Weighing.OfSegment? weighed = null;
        List<Coding> codings = [];
        for (var index = 0; index < reached.Length; index++)
        {
            if (!reached[index] || HasBelow(index, reached, classifier)) continue;
            codings.Add(Give(index));
        }

        return codings;

        // There are features where there is a classifier.
        Coding Give(int index)
        {
            var learned = classifier.Codes[index];
            if (learned.Model is not { } model || !_combination.IsByModel(index, reached, probabilities, say))
            {
                return RuleCoder.Give(document, segment, hits, _rules.Decide(hits).First(decision => decision.Code == learned.Code)) with { Coder = Machine.ModelName }; // the rules reached it
            }

            weighed ??= _weighing!.Begin(document, tokens.Span, segment, features);
            return new()
            {
                Segment = segment,
                Code = learned.Code.Id,
                Span = segment.Span,
                Coder = Machine.ModelName,
                Reason = new Reason.ByModel(probabilities[index], model.Cutoffs.Threshold, learned.Code.Parent?.Id, weighed.Value.Of(learned.Code)),
                Status = RuleCoder.StatusOf(hits, segment.Span),
            };
        }
    }

    // What is nested in a code says it more exactly; a row for both would count it twice.
    private static bool HasBelow(int code, bool[] reached, Classifier classifier)
    {
        for (var below = code + 1; below < reached.Length; below++)
        {
            if (reached[below] && classifier.Codes[below].Code.IsWithin(classifier.Codes[code].Code)) return true;
        }

        return false;
    }
}
