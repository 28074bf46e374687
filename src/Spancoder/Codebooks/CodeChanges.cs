namespace Spancoder.Codebooks;

/// <summary>What differs between two versions of a codebook in what they say to people: the head, and the codes.</summary>
/// <param name="Head">Title, version and the texts at the head.</param>
/// <param name="Added">In the order of the new one.</param>
/// <param name="Removed">In the order of the old one.</param>
/// <param name="Changed">Codes that both have, in the order of the new one.</param>
internal sealed record CodeChanges(IReadOnlyList<TextChange> Head, IReadOnlyList<Code> Added, IReadOnlyList<Code> Removed, IReadOnlyList<CodeChange> Changed)
{
    public static CodeChanges Between(Codebook old, Codebook now) => new(
        [
            .. TextChange.Between("id", old.Id, now.Id),
            .. TextChange.Between("version", old.Version, now.Version),
            .. TextChange.Between("title", old.Title, now.Title),
            .. TextChange.Between("about", old.About, now.About),
            .. TextChange.Between("guidance", old.Guidance, now.Guidance),
        ],
        [.. now.Codes.Where(code => old.Find(code.Id) is null)],
        [.. old.Codes.Where(code => now.Find(code.Id) is null)],
        [
            .. now.Codes.Select(code => old.Find(code.Id) is { } before ? new CodeChange(code, Between(before, code)) : null)
                .OfType<CodeChange>().Where(change => change.Texts is not []),
        ]);

    private static IReadOnlyList<TextChange> Between(Code old, Code now) =>
    [
        .. TextChange.Between("parent", old.Parent?.Id ?? "none", now.Parent?.Id ?? "none"),
        .. TextChange.Between("name", old.Name, now.Name),
        .. TextChange.Between("origin", old.Origin ?? "", now.Origin ?? ""),
        .. TextChange.Between("definition", old.Definition, now.Definition),
        .. TextChange.Between("use-when", old.UseWhen, now.UseWhen),
        .. TextChange.Between("not-when", old.NotWhen, now.NotWhen),
        .. TextChange.Between("typical", old.Typical.Select(example => example.Text), now.Typical.Select(example => example.Text)),
        .. TextChange.Between("near-misses", old.NearMisses.Select(Say), now.NearMisses.Select(Say)),
        .. TextChange.Between("points-needed", $"{old.Threshold}", $"{now.Threshold}"),
    ];

    private static string Say(NearMiss near) => $"{near.Text} ({(near.Instead is [] ? Coding.Nothing : string.Join(", ", near.Instead))}{(near.Why.Length > 0 ? $": {near.Why}" : "")})";
}

/// <summary>A code that both versions have.</summary>
/// <param name="Texts">Never empty.</param>
internal sealed record CodeChange(Code Code, IReadOnlyList<TextChange> Texts);

/// <summary>A text, or a list of texts, that is not what it was. The order of a list is no change.</summary>
/// <param name="What">"definition", "definition (zh)".</param>
/// <param name="Was">Its paragraphs, or the entries of the list, that are no longer there.</param>
/// <param name="Is">Those that are new.</param>
internal sealed record TextChange(string What, IReadOnlyList<string> Was, IReadOnlyList<string> Is)
{
    public static IEnumerable<TextChange> Between(string what, IEnumerable<string> old, IEnumerable<string> now)
    {
        var (was, isNow) = (old.ToList(), now.ToList());
        TextChange change = new(what, [.. was.Except(isNow)], [.. isNow.Except(was)]);
        if (change is not { Was: [], Is: [] }) yield return change;
    }

    public static IEnumerable<TextChange> Between(string what, string old, string now) => Between(what, Paragraphs(old), Paragraphs(now));

    /// <summary>By language.</summary>
    public static IEnumerable<TextChange> Between(string what, Bilingual? old, Bilingual? now) => Between(what, old is null ? [] : [old], now is null ? [] : [now]);

    /// <inheritdoc cref="Between(string, Bilingual?, Bilingual?)"/>
    public static IEnumerable<TextChange> Between(string what, IReadOnlyList<Bilingual> old, IReadOnlyList<Bilingual> now)
    {
        string[] languages = [.. old.Concat(now).SelectMany(text => text.ByLanguage).Select(text => text.Key).Distinct()];
        return languages.SelectMany(language => Between(languages is [_] ? what : $"{what} ({language})", InLanguage(old, language), InLanguage(now, language)));
    }

    private static IEnumerable<string> InLanguage(IEnumerable<Bilingual> texts, string language) =>
        texts.SelectMany(text => text.ByLanguage).Where(text => text.Key == language).SelectMany(text => Paragraphs(text.Value));

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
