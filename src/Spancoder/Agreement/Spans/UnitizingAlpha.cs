namespace Spancoder.Agreement.Spans;

/// <summary>Krippendorff's alpha for coders who choose themselves where what they code begins and ends; nominal, for codes that exclude each other, or for one code alone.</summary>
/// <remarks>
/// K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher, On the reliability of unitizing textual continua: further developments, Quality and Quantity 50(6), 2016, p. 2347-2364;
/// K. Krippendorff, Content Analysis, 4th edition, 2019, section 12.6. Not the alpha of 1995 and 2004 for the same purpose, which gives other numbers.
/// <para>
/// alpha = 1 - D_o / D_e, D_o = sum of l_ck and D_e = sum of e_ck over values c != k, where a value is a code or a gap. l_ck: of how many characters one of the m coders says c and another k,
/// over ordered pairs of coders, divided by m - 1. e_ck = l.. (l_c. l_.k - d_ck S_c) / (l..^2 - S), d_ck 1 where c = k and else 0: what chance would give; no unit meets itself, hence S.
/// </para>
/// </remarks>
public sealed record UnitizingAlpha
{
    private const string OneCoder = "it takes two coders or more";
    private const string NoText = "no text was given to all of the coders";
    private const string NothingMarked = "nobody marked anything";
    private const string OneCode = "no variation: everybody marked the whole text with one and the same code";
    private const string AllMarked = "no variation: everybody marked the whole text";
    private const string NotSettled = "it is not settled how to compute it for more than two coders: measure two at a time";
    private const string NothingShared = "there is no text that both coders marked";
    private const string OneCodeShared = "no variation: only one code was used where both coders marked";
    private const string Unused = "nobody used the code";
    private const string NotShared = "nobody used the code where both coders marked";

    /// <summary>How much text it is measured on, in characters.</summary>
    public required long Characters { get; init; }

    /// <summary>u-alpha: do the coders agree where units are, and which code they have?</summary>
    public required Figure U { get; init; }

    /// <summary>|u-alpha: do they agree which text has a code, whichever it is?</summary>
    public required Figure BinaryU { get; init; }

    /// <summary>cu-alpha: where both have marked, do they agree on the code? Covers that share of the text.</summary>
    public required CoveredAlpha Cu { get; init; }

    /// <summary>(k)u-alpha, by code k: where one coder has used it and the other has marked, has the other used it, too? Covers that share of what has the code.</summary>
    public required IReadOnlyDictionary<string, CoveredAlpha> Ku { get; init; }

    /// <summary>On the documents that all of the coders were given; that nobody marks anything in one of them is agreement.</summary>
    /// <param name="study">What was marked.</param>
    /// <param name="codes">Of one exclusive domain, or one alone. What has other codes is a gap.</param>
    /// <param name="coders">Of the study.</param>
    /// <exception cref="ArgumentException">A coder gave the same characters two of the codes, which <see cref="CodeClash.Find"/> finds; or is not of the study.</exception>
    public static UnitizingAlpha Of(SpanStudy study, IReadOnlyList<string> codes, IReadOnlyList<string> coders)
    {
        if (coders.Count < 2) return Undefined(codes, OneCoder);

        Continuum continuum = new(study, codes, coders);
        return continuum.Characters == 0 ? Undefined(codes, NoText) : Of(continuum, codes);
    }

    private static UnitizingAlpha Of(Continuum continuum, IReadOnlyList<string> codes)
    {
        var (gap, any) = (continuum.Gap, continuum.AnyCode);
        return new()
        {
            Characters = continuum.Characters,
            U = Alpha([.. codes.Select((_, k) => continuum.Code(k)), gap], continuum.Coders, any.Length == 0 ? NothingMarked : OneCode),
            BinaryU = Alpha([any, gap], continuum.Coders, any.Length == 0 ? NothingMarked : AllMarked),
            Cu = CuOf(continuum, codes),
            Ku = codes.Index().ToDictionary(code => code.Item, code => KuOf(continuum, code.Index), StringComparer.Ordinal),
        };
    }

    private static CoveredAlpha CuOf(Continuum continuum, IReadOnlyList<string> codes)
    {
        var shared = codes.Select((_, k) => continuum.SharedCode(k)).ToList();
        return new(Value(), Coverage(continuum.Shared, continuum.Length, continuum.Coders));

        Figure Value()
        {
            if (continuum.Coders > 2) return Figure.Undefined(NotSettled);
            if (continuum.AnyCode.Length == 0) return Figure.Undefined(NothingMarked);
            return continuum.Shared == 0 ? Figure.Undefined(NothingShared) : Alpha(shared, coders: 2, OneCodeShared);
        }
    }

    private static CoveredAlpha KuOf(Continuum continuum, int k)
    {
        var (all, shared) = (continuum.Code(k), continuum.SharedCode(k));
        return new(Value(), all.Length == 0 ? Figure.Undefined(Unused) : Coverage(shared.Length, all.Length, continuum.Coders));

        Figure Value()
        {
            if (continuum.Coders > 2) return Figure.Undefined(NotSettled);
            if (all.Length == 0) return Figure.Undefined(Unused);
            return shared.Length == 0 ? Figure.Undefined(NotShared) : AlphaOf(shared, continuum.Shared);
        }
    }

    private static Figure Alpha(IReadOnlyList<Category> values, int coders, string noVariation)
    {
        var all = values.Aggregate(Int128.Zero, (sum, value) => sum + value.Length); // l..
        var unlike = values.Aggregate(all * all, (rest, value) => rest - (Int128)value.Length * value.Length); // the sum of l_c. l_.k over c != k
        if (unlike == 0) return Figure.Undefined(noVariation);

        var agreed = values.Aggregate(Int128.Zero, (sum, value) => sum + value.Agreed);
        var squares = values.Aggregate(Int128.Zero, (sum, value) => sum + value.Squares); // S
        var observed = (double)((coders - 1) * all - agreed) / (coders - 1);
        var expected = (double)all * (double)unlike / (double)(all * all - squares);
        return Figure.Of(1 - observed / expected);
    }

    /// <summary>1 - (1 - l_kk / l_.k) / (1 - e_kk / e_.k), all of them of the text that both coders marked.</summary>
    private static Figure AlphaOf(Category k, Int128 all)
    {
        var unlike = k.Length * (all - k.Length); // the sum of l_c. l_.k over c != k
        if (unlike == 0) return Figure.Undefined(OneCodeShared);

        var observed = (double)(k.Length - k.Agreed) / k.Length;
        var expected = (double)unlike / (double)(k.Length * all - k.Squares);
        return Figure.Of(1 - observed / expected);
    }

    private static Figure Coverage(long shared, long all, int coders) => Figure.Of(shared / ((coders - 1d) * all));

    private static UnitizingAlpha Undefined(IReadOnlyList<string> codes, string reason)
    {
        CoveredAlpha none = new(Figure.Undefined(reason), Figure.Undefined(reason));
        return new()
        {
            Characters = 0,
            U = none.Alpha,
            BinaryU = none.Alpha,
            Cu = none,
            Ku = codes.ToDictionary(code => code, _ => none, StringComparer.Ordinal),
        };
    }
}
