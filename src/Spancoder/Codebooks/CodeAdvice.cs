namespace Spancoder.Codebooks;

/// <summary>What a careful author would add to the codes of a codebook that can be used as it is.</summary>
internal static class CodeAdvice
{
    // As "codebook import" writes it, since a codebook without definitions cannot be read.
    /// <summary>What an imported code has instead of a definition ends with it.</summary>
    public const string Placeholder = "no definition came with it";

    public static void Add(Codebook codebook, Problems advice)
    {
        foreach (var code in codebook.Codes)
        {
            if (code.Definition.ByLanguage.Any(text => text.Value.Contains(Placeholder, StringComparison.Ordinal)))
            {
                advice.Add(code.Place, $"code '{code.Id}' has no definition yet", "say under 'definition' what it is");
            }

            if (code.Typical is []) advice.Add(code.Place, $"code '{code.Id}' has no typical example", "add a passage under 'typical' that deserves it");
            if (code.NearMisses is []) advice.Add(code.Place, $"code '{code.Id}' has no near miss", "add a passage under 'near-misses' that looks like it and is not");
            AddOnRules(code, codebook, advice);
        }
    }

    // A code above others is given with each of them.
    private static void AddOnRules(Code code, Codebook codebook, Problems advice)
    {
        var inFavour = codebook.Rules.Where(rule => rule is { Points: > 0, Status: not RuleStatus.Retired }).ToList();
        var points = inFavour.Where(rule => rule.Code == code.Id).Sum(rule => rule.Points);
        if (points >= code.Threshold || inFavour.Exists(rule => rule.Code != code.Id && codebook.Find(rule.Code)?.IsWithin(code) == true)) return;

        if (points == 0) advice.Add(code.Place, $"code '{code.Id}' has no rule that speaks for it", "write one, if the program is to find it and not only people");
        else advice.Add(code.Place, $"the rules of code '{code.Id}' give it {points} of the {code.Threshold} points that it needs at most, so that it is never given", "add a rule, make one stronger, or lower 'points-needed'");
    }
}
