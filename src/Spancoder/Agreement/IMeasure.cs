namespace Spancoder.Agreement;

/// <summary>A measure that does not ask who said what, so that it can be computed again for units drawn anew.</summary>
public interface IMeasure
{
    /// <param name="units">How many units have each pattern, in the order of the patterns for which the measure was made.</param>
    Figure Compute(ReadOnlySpan<int> units);
}
