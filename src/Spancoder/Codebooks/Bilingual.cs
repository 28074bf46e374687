namespace Spancoder.Codebooks;

/// <summary>The same thing said in the languages of the codebook, by language code: "en", "zh".</summary>
/// <param name="ByLanguage">In the order of the file; never empty.</param>
public sealed record Bilingual(IReadOnlyList<KeyValuePair<string, string>> ByLanguage)
{
    /// <summary>In <paramref name="language"/>, else in English, else in whatever is there.</summary>
    public string In(string language) =>
        Find(language) ?? Find("en") ?? ByLanguage[0].Value;

    public override string ToString() => In("en");

    private string? Find(string language)
    {
        foreach (var (key, value) in ByLanguage)
        {
            if (key == language) return value;
        }

        return null;
    }
}
