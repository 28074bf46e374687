namespace Spancoder.Reporting.Sections;

/// <summary>How far a word is more at home in some text than in the rest: log-likelihood, which orders words, and log ratio, which says how much.</summary>
/// <param name="There">How often the word stands in the text that is looked at.</param>
/// <param name="Elsewhere">In the rest.</param>
/// <param name="SizeThere">How many words the text has.</param>
/// <param name="SizeElsewhere">How many the rest has.</param>
internal readonly record struct Keyness(int There, int Elsewhere, long SizeThere, long SizeElsewhere)
{
    /// <summary>
    /// 2 (a ln(a / E1) + b ln(b / E2)) with E1 = c (a + b) / (c + d) and E2 = d (a + b) / (c + d), as if words were drawn one by one, which they are not: it orders words, and is no test.
    /// T. Dunning, Computational Linguistics 19(1), 61-74, 1993, as P. Rayson and R. Garside, Proc. Workshop on Comparing Corpora, ACL 2000, 1-6, write it.
    /// </summary>
    public double LogLikelihood
    {
        get
        {
            double all = SizeThere + SizeElsewhere, both = There + Elsewhere;
            return 2 * (Term(There, SizeThere * both / all) + Term(Elsewhere, SizeElsewhere * both / all));
        }
    }

    /// <summary>
    /// The binary logarithm of how many times as often the word is said there: 1 is twice, 3 is eight times as often. A count of none is taken as one half.
    /// A. Hardie, Log Ratio: an informal introduction, ESRC Centre for Corpus Approaches to Social Science, Lancaster, 2014.
    /// </summary>
    public double LogRatio => Math.Log2(RateOf(There, SizeThere) / RateOf(Elsewhere, SizeElsewhere));

    private static double Term(int observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);

    private static double RateOf(int count, long size) => Math.Max(count, 0.5) / size;
}
