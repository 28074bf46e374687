using System.Numerics;
using Spancoder.Codebooks;

namespace Spancoder.Learning;

/// <summary>What was learned of a codebook's codes, laid out to be looked up. May be used by several threads.</summary>
internal sealed class Classifier
{
    private readonly float[] _weights; // by feature, then learned code: what one segment needs of them stands together
    private readonly int[] _learned; // the codes that were learned, by index in the codebook
    private readonly int[] _parents; // by code; -1 at the top

    /// <param name="learned">By code.</param>
    /// <param name="features">By column of the weights: the number of the feature.</param>
    public Classifier(FeatureSpace space, IReadOnlyList<LearnedCode> learned, IReadOnlyList<int> features)
    {
        (Space, Codes) = (space, learned);
        _learned = [.. learned.Index().Where(code => code.Item.Model is not null).Select(code => code.Index)];
        _parents = [.. learned.Select(code => learned.Index().Where(other => other.Item.Code == code.Code.Parent).Select(other => other.Index).DefaultIfEmpty(-1).First())];
        _weights = new float[space.Size * _learned.Length];
        foreach (var (at, code) in _learned.Index())
        {
            var weights = learned[code].Model!.Weights.Weights; // it was learned
            for (var column = 0; column < features.Count; column++) _weights[features[column] * _learned.Length + at] = (float)weights[column];
        }
    }

    public FeatureSpace Space { get; }

    /// <summary>By code, learned or not.</summary>
    public IReadOnlyList<LearnedCode> Codes { get; }

    /// <summary>What it says of one segment.</summary>
    /// <returns>By code: the probability that the segment has it, if it has the parent. Not a number where nothing was learned.</returns>
    public double[] Probabilities(FeatureView segment)
    {
        Span<float> scores = stackalloc float[_learned.Length];
        var features = segment.Features;
        var values = segment.Values;
        for (var at = 0; at < features.Length; at++)
        {
            AddTo(scores, values[at], _weights.AsSpan(features[at] * scores.Length, scores.Length));
        }

        var probabilities = new double[Codes.Count];
        Array.Fill(probabilities, double.NaN);
        foreach (var (at, code) in _learned.Index())
        {
            var model = Codes[code].Model!; // it was learned
            probabilities[code] = model.Scaling.ProbabilityOf(scores[at] + model.Weights.Bias);
        }

        return probabilities;
    }

    // Each code has a lane of its own, so that the width of the processor's vectors changes no sum.
    private static void AddTo(Span<float> scores, float value, ReadOnlySpan<float> weights)
    {
        var whole = scores.Length - scores.Length % Vector<float>.Count;
        for (var code = 0; code < whole; code += Vector<float>.Count) (new Vector<float>(scores[code..]) + value * new Vector<float>(weights[code..])).CopyTo(scores[code..]);
        for (var code = whole; code < scores.Length; code++) scores[code] += value * weights[code];
    }

    /// <summary>Where a code that was learned stands among the weights of a feature.</summary>
    public int LaneOf(Code code) => Array.FindIndex(_learned, index => Codes[index].Code == code);

    /// <summary>What a feature adds to the score of the code of a lane, where its value is 1.</summary>
    public float WeightOf(int feature, int lane) => _weights[feature * _learned.Length + lane];

    /// <summary>The code that a code is nested in, by index; -1 at the top.</summary>
    public int ParentOf(int code) => _parents[code];
}
