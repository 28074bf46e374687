namespace Spancoder.Reading.Formats.Common;

/// <summary>How many letters and digits there are, and how many of them are bold.</summary>
internal readonly record struct BoldLetters(int All, int Bold)
{
    /// <summary>From 0 to 1; 0 where there are no letters.</summary>
    public double Share => All == 0 ? 0 : (double)Bold / All;

    public BoldLetters Plus(BoldLetters other) => new(All + other.All, Bold + other.Bold);

    public BoldLetters Plus(ReadOnlySpan<char> words, bool isBold)
    {
        var letters = 0;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c)) letters++;
        }

        return new(All + letters, isBold ? Bold + letters : Bold);
    }
}
