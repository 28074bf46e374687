using System.Collections.Frozen;

namespace Spancoder.Text;

/// <summary>Words whose full stop is not, or not always, the end of a sentence. Lower case, with inner points, without the last one.</summary>
internal static class Abbreviations
{
    /// <summary>In characters; also of words with points inside that stand in no list, such as "U.N.O".</summary>
    public const int Longest = 6;

    /// <summary>Titles and connectors: a sentence never ends here.</summary>
    public static readonly FrozenSet<string> NeverEnd = FrozenSet.ToFrozenSet(
    [
        "mr", "mrs", "ms", "mx", "dr", "prof", "st", "sr", "sra", "srta", "mme", "mlle", "hr", "fr", "dipl",
        "i.e", "e.g", "vs", "cf", "approx", "ca", "viz", "resp", "z.b", "d.h", "u.a", "bzw", "evtl", "ggf", "p.ej", "fig",
    ], StringComparer.Ordinal);

    /// <summary>A sentence ends here only before a word that commonly begins one.</summary>
    public static readonly FrozenSet<string> EndBeforeStarter = FrozenSet.ToFrozenSet(
        ["a.m", "p.m", "u.s", "u.k", "u.s.a", "inc", "ltd", "co", "corp", "jr", "dept", "univ"], StringComparer.Ordinal);

    /// <summary>A sentence ends here before any capitalised word.</summary>
    public static readonly FrozenSet<string> EndBeforeCapital = FrozenSet.ToFrozenSet(["etc", "usw", "u.s.w"], StringComparer.Ordinal);

    /// <summary>No sentence ends here before a digit: "No. 7".</summary>
    public static readonly FrozenSet<string> BeforeNumber = FrozenSet.ToFrozenSet(["no", "nr", "núm", "p", "pp", "vol"], StringComparer.Ordinal);

    /// <summary>A single capital after one of these is a label, not an initial: "Plan B."</summary>
    public static readonly FrozenSet<string> LabelNouns = FrozenSet.ToFrozenSet(["plan", "class", "group", "part", "type", "teil"], StringComparer.Ordinal);

    /// <summary>Words that commonly begin an English sentence.</summary>
    public static readonly FrozenSet<string> Starters = FrozenSet.ToFrozenSet(
    [
        "the", "a", "an", "i", "we", "he", "she", "it", "they", "you", "and", "but", "so", "then", "there", "this", "that",
        "these", "those", "in", "at", "on", "when", "if", "what", "who", "why", "how", "where", "yes", "no", "well", "my", "our",
        "his", "her", "their", "your", "now", "after", "before", "because", "also", "or", "for", "not", "one", "some", "as", "by",
    ], StringComparer.OrdinalIgnoreCase);
}
