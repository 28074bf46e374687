namespace Spancoder.Agreement.Spans;

/// <summary>How many characters two coders gave a code, both, one of them, or neither, of the documents that both were given.</summary>
/// <remarks>
/// Characters next to each other are not coded independently, and nobody chose them as units. So there are no standard errors, and a few long spans weigh more than many short ones.
/// </remarks>
public sealed record CharacterTable
{
    private const string NoText = "no text was given to both coders";
    private const string Nowhere = "neither coder applied the code";
    private const string Everywhere = "both coders applied the code to every character";

    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public CharacterTable(long both, long onlyFirst, long onlySecond, long neither)
    {
        foreach (var count in (ReadOnlySpan<long>)[both, onlyFirst, onlySecond, neither]) ArgumentOutOfRangeException.ThrowIfNegative(count);
        (Both, OnlyFirst, OnlySecond, Neither) = (both, onlyFirst, onlySecond, neither);
    }

    public long Both { get; }

    public long OnlyFirst { get; }

    public long OnlySecond { get; }

    public long Neither { get; }

    public long Characters => Both + OnlyFirst + OnlySecond + Neither;

    /// <summary>The share of characters on which the two agree, from 0 to 1.</summary>
    public Figure PercentAgreement => Characters == 0 ? Figure.Undefined(NoText) : Figure.Of((double)(Both + Neither) / Characters);

    /// <summary>Of the characters that either coder gave the code, the share that both gave it: from 0 to 1. Text that nobody coded does not count.</summary>
    /// <remarks>P. Jaccard, The distribution of the flora in the alpine zone, New Phytologist 11(2), 1912, p. 37-50.</remarks>
    public Figure Jaccard =>
        Characters == 0 ? Figure.Undefined(NoText)
        : Characters == Neither ? Figure.Undefined(Nowhere)
        : Figure.Of((double)Both / (Both + OnlyFirst + OnlySecond));

    /// <summary>Agreement beyond what the two coders' own shares would give by chance, from -1 to 1; 0 is chance.</summary>
    /// <remarks>
    /// kappa = 1 - q_o / q_e, with the observed and the expected share of disagreement: q_o = 1 - p_o, q_e = 1 - p_e = p_1. p_.0 + p_0. p_.1.
    /// J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 1960, p. 37-46.
    /// </remarks>
    public Figure CohenKappa
    {
        get
        {
            if (Characters == 0) return Figure.Undefined(NoText);
            if (Characters == Neither) return Figure.Undefined(Nowhere);
            if (Characters == Both) return Figure.Undefined(Everywhere);

            double n = Characters;
            var (first, second) = ((Both + OnlyFirst) / n, (Both + OnlySecond) / n); // p_1. and p_.1
            var (notFirst, notSecond) = ((OnlySecond + Neither) / n, (OnlyFirst + Neither) / n);
            return Figure.Of(1 - (OnlyFirst + OnlySecond) / n / (first * notSecond + notFirst * second));
        }
    }

    /// <exception cref="ArgumentException">The coders are one, or not of this study.</exception>
    public static CharacterTable Of(SpanStudy study, string code, string firstCoder, string secondCoder)
    {
        var (both, first, second, all) = (0L, 0L, 0L, 0L);
        foreach (var document in study.DocumentsOfAll(firstCoder, secondCoder))
        {
            var (ofFirst, ofSecond) = (RunsOf(firstCoder), RunsOf(secondCoder));
            both += Run.Meetings(ofFirst, ofSecond).Sum(meeting => (long)meeting.Length);
            first += ofFirst.Sum(run => (long)run.Length);
            second += ofSecond.Sum(run => (long)run.Length);
            all += study.LengthOf(document);

            Run[] RunsOf(string coder) => Run.Union(study.SpansOf(document, coder, code), joinTouching: true);
        }

        return new(both, first - both, second - both, all - first - second + both);
    }
}
