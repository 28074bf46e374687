namespace Spancoder.Learning;

/// <summary>Finds the weights by which one code is told from everything else. All around it, from features to thresholds, is the same for every engine.</summary>
public interface ILinearTrainer
{
    /// <summary>As <c>--engine</c> and the head of a model file name it.</summary>
    string Name { get; }

    /// <summary>The weights at the minimum of the problem. The same problem gives the same weights; may be called from several threads.</summary>
    LinearWeights Train(LogisticProblem problem);
}

/// <summary>A segment's score is w·x + b; the higher, the likelier it has the code.</summary>
/// <param name="Weights">By column of the problem's rows.</param>
public sealed record LinearWeights(IReadOnlyList<double> Weights, double Bias);
