namespace Spancoder.Agreement.Tables;

/// <summary>Judgements as one variable with categories that exclude each other: each coder gives each unit one code, or NONE.</summary>
internal static class NominalRatings
{
    private const int MostNamed = 8;

    /// <param name="declared">The categories, with all codes that somebody gave; null for those that were used. Where a coder gave NONE, it is one more.</param>
    /// <param name="problems">Units to which a coder gave several codes.</param>
    public static Ratings Of(Judgements judgements, IReadOnlyList<string>? declared, Problems problems)
    {
        var sets = judgements.Sets;
        Refuse(judgements, problems);
        var given = sets.Sets.SelectMany(set => set).ToHashSet();
        string[] categories = [.. declared ?? sets.Codes.Where((_, code) => given.Contains(code)), .. sets.Sets.Any(set => set is []) ? [Coding.Nothing] : Array.Empty<string>()];
        return judgements.Ratings.Recode(categories, [.. sets.Sets.Select(set => set.Count > 1 ? Ratings.Missing : Array.IndexOf(categories, set is [var code] ? sets.Codes[code] : Coding.Nothing))]);
    }

    private static void Refuse(Judgements judgements, Problems problems)
    {
        for (var coder = 0; coder < judgements.Coders.Count; coder++)
        {
            string[] several = [.. judgements.Units.Index().Where(unit => judgements.Ratings.Of(unit.Index)[coder] is >= 0 and var set && judgements.Sets.Sets[set].Count > 1).Select(unit => unit.Item.Id)];
            if (several is []) continue;

            problems.Add(new("spancoder agree --nominal"), $"{judgements.Coders[coder]} gave several codes to {string.Join(", ", several.Take(MostNamed))}{(several.Length > MostNamed ? $" and {several.Length - MostNamed} more" : "")}",
                "leave --nominal out, or give each unit one code");
        }
    }
}
