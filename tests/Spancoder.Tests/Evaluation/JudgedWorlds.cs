using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Evaluation;
using Spancoder.Learning;
using Spancoder.Rules;
using Spancoder.Tests.Rules;

namespace Spancoder.Tests.Evaluation;

/// <summary>Invented judgements, as numbers: segments whose features tell something of their codes, and rules that do too.</summary>
internal static class JudgedWorlds
{
    private const int OfCode = 100, Noise = 1000, ManyNoises = 60;

    public static RuleSets Rules { get; } = GivenRules.Of("rules:\n" + GivenRules.Rule("x"));

    public static FeatureSpace Space { get; } = new(Rules, withPrevious: false);

    /// <summary>a, a.b, c.</summary>
    public static IReadOnlyList<Code> Codes => Rules.Codebook.Codes;

    public static IReadOnlyList<JudgedSegment> Of(ulong seed, int documents = 8, int segments = 15)
    {
        SplitMix64 chance = new(seed);
        return
        [
            .. Enumerable.Range(0, documents * segments).Select(at =>
            {
                var a = chance.NextDouble() < 0.4;
                var (b, c) = (a && chance.NextDouble() < 0.5, chance.NextDouble() < 0.3);
                return Segment(DocumentOf(at / segments), at % segments + 1, VectorOf([a, b, c], chance), [a, b, c], chance);
            }),
        ];
    }

    public static string DocumentOf(int number) => $"p{number:00}.txt";

    /// <summary>What speaks for each code in three of four segments that have it, and in one of ten that have not; three features without meaning; and what a rule for a found.</summary>
    public static SparseVector VectorOf(bool[] codes, SplitMix64 chance)
    {
        SortedDictionary<int, float> features = [];
        foreach (var (code, has) in codes.Index())
        {
            if (chance.NextDouble() < (has ? 0.75 : 0.1)) features[OfCode + code] = 0.6f;
        }

        for (var i = 0; i < 3; i++) features[Noise + chance.Below(ManyNoises)] = 0.4f;
        if (chance.NextDouble() < (codes[0] ? 0.6 : 0.1)) features[Space.Codes] = 0.3f;
        return new([.. features.Keys], [.. features.Values]);
    }

    public static JudgedSegment Segment(string document, int number, SparseVector vector, bool?[] labels, SplitMix64 chance) => new()
    {
        Lesson = new(document, number, $"hash of {document}#{number}", vector, labels),
        Language = number % 3 == 0 ? "zh" : "en",
        Layer = number % 2 == 0 ? Layer.Note : Layer.Speech,
        Rules = new([.. Codes.Where(code => chance.NextDouble() < (labels[0] == true ? 0.4 : 0.1))], [.. Codes.Where(_ => chance.NextDouble() < 0.1)]),
        People = [Judged("ann", labels), Judged("ben", [.. labels.Select(label => chance.NextDouble() < 0.1 ? !label : label)])],
    };

    public static FoldPlan Plan(IReadOnlyList<JudgedSegment> segments, int folds = 4) => FoldPlan.Grouped(segments, folds);

    public static CrossValidation Validation(IReadOnlyList<JudgedSegment> segments, TrainingOptions? options = null, bool isExclusive = false) =>
        new(Rules.Codebook, segments, Space.Codes, options ?? new(), isExclusive);

    public static EvaluationRequest Request(IReadOnlyList<JudgedSegment> segments) => new()
    {
        Codebook = Rules.Codebook,
        Segments = segments,
        Plan = Plan(segments),
        Space = Space,
        Bootstrap = new(Replicates: 200),
        Coders = ["ann"],
    };

    private static Judgement Judged(string coder, bool?[] labels) => new(coder, [.. Codes.Where((_, index) => labels[index] == true).Select(code => code.Id)]);
}
