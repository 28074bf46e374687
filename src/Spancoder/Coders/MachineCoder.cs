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

    private List<Coding> Code(SegmentedDocument document, ReadOnlyMemory<Token> tokens, Segment segment, FeatureView features, IReadOnlyList<RuleHit> hits, Classifier classifier)
    {
        var probabilities = classifier.Probabilities(features);
        var reached = _combination!.Reached(probabilities, _rules.Say(hits)); // there is a classifier
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
            if (learned.Model is not { } model || probabilities[index] < model.Cutoffs.Threshold)
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
