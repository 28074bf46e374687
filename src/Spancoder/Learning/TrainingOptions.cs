namespace Spancoder.Learning;

/// <summary>What can be chosen of training.</summary>
internal sealed record TrainingOptions
{
    /// <summary>How much mistakes on what people coded count against simplicity. 2 to 8 make no difference that could be measured.</summary>
    public double C { get; init; } = 4;

    /// <summary>Into how many parts the documents are cut to see what the classifier says of some that it did not learn from.</summary>
    public int Folds { get; init; } = 5;

    public ILinearTrainer Trainer { get; init; } = new DualTrainer();

    /// <summary>How many codes are learned at once; it changes no result.</summary>
    public int Threads { get; init; } = 1;
}
