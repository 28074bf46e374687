using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Takes the fields out of one block of a codebook file and says what is missing, unknown, or of the wrong shape.</summary>
/// <param name="block">The block.</param>
/// <param name="what">What it is, for messages: "code 'DC.1'".</param>
/// <param name="problems">Where what is wrong is gathered.</param>
internal sealed class YamlFields(Yaml.Mapping block, string what, Problems problems)
{
    private readonly HashSet<string> _asked = [];

    public Place Place => block.Place;

    public Yaml.Entry? Find(string key)
    {
        _asked.Add(key);
        return block.Find(key);
    }

    /// <summary>Reports every key that nobody asked for. Call it last.</summary>
    public void RefuseTheRest()
    {
        foreach (var entry in block.Entries.Where(entry => !_asked.Contains(entry.Key)))
        {
            problems.Add(entry.Place, $"{what} has an unknown word '{entry.Key}'{Spelling.DidYouMean(entry.Key, _asked)}",
                $"use one of: {string.Join(", ", _asked)}");
        }
    }

    public string? Text(string key)
    {
        if (Find(key) is not { } entry) return null;
        if (entry.Value is Yaml.Scalar scalar) return scalar.Value.Trim();

        problems.Add(entry.Value.Place, $"{what}: '{key}' is a list or a block, and should be text", $"write '{key}: ...' on one line, or after '>-'");
        return null;
    }

    /// <summary>As <see cref="Text"/>; a missing or empty one is a problem.</summary>
    public string RequiredText(string key)
    {
        var text = Text(key);
        if (string.IsNullOrEmpty(text)) ReportMissing(key);
        return text ?? "";
    }

    /// <summary>A list of texts. One text alone is a list of one.</summary>
    public IReadOnlyList<Yaml.Scalar> Texts(string key)
    {
        switch (Find(key)?.Value)
        {
            case null: return [];
            case Yaml.Scalar scalar: return [scalar];
            case Yaml.Sequence sequence: return TextsOf(sequence, key);
            case var other:
                problems.Add(other.Place, $"{what}: '{key}' is a block, and should be a list", "begin each line with '- '");
                return [];
        }
    }

    public IReadOnlyList<Yaml> Items(string key)
    {
        switch (Find(key)?.Value)
        {
            case null: return [];
            case Yaml.Sequence sequence: return sequence.Items;
            case var other:
                problems.Add(other.Place, $"{what}: '{key}' should be a list", "begin each entry with '- '");
                return [];
        }
    }

    /// <summary>Text by language; plain text counts as English.</summary>
    public Bilingual? Bilingual(string key) => Find(key)?.Value switch
    {
        null => null,
        Yaml.Scalar scalar => new([new("en", scalar.Value.Trim())]),
        Yaml.Mapping byLanguage when byLanguage.Entries.Count > 0 && byLanguage.Entries.All(entry => entry.Value is Yaml.Scalar) =>
            new([.. byLanguage.Entries.Select(entry => KeyValuePair.Create(entry.Key, ((Yaml.Scalar)entry.Value).Value.Trim()))]),
        var other => Refuse(other, key),
    };

    public Bilingual RequiredBilingual(string key)
    {
        var text = Bilingual(key);
        if (text is null || text.ByLanguage.All(entry => entry.Value.Length == 0)) ReportMissing(key);
        return text ?? new([new("en", "")]);
    }

    /// <summary>Sentences by language, paired by their order; a plain list counts as English.</summary>
    public IReadOnlyList<Bilingual> BilingualTexts(string key)
    {
        if (Find(key)?.Value is not Yaml.Mapping byLanguage)
        {
            return [.. Texts(key).Select(text => new Bilingual([new("en", text.Value.Trim())]))];
        }

        var inner = new YamlFields(byLanguage, $"{what}, {key}", problems);
        var lists = byLanguage.Entries.Select(entry => (entry.Key, Texts: inner.Texts(entry.Key))).ToList();
        var longest = lists.Max(list => list.Texts.Count);
        foreach (var list in lists.Where(list => list.Texts.Count != longest))
        {
            problems.Add(byLanguage.Place, $"{what}: '{key}' has {longest} entries in one language and {list.Texts.Count} in '{list.Key}'",
                "give each sentence in every language, in the same order");
        }

        return
        [
            .. Enumerable.Range(0, longest).Select(index => new Bilingual(
                [.. lists.Where(list => index < list.Texts.Count).Select(list => KeyValuePair.Create(list.Key, list.Texts[index].Value.Trim()))])),
        ];
    }

    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> choices, T otherwise)
    {
        if (Text(key) is not { } word) return otherwise;
        if (choices.TryGetValue(word, out var choice)) return choice;

        problems.Add(Find(key)!.Value.Place, $"{what}: '{key}' is '{word}'{Spelling.DidYouMean(word, choices.Keys)}",
            $"write one of: {string.Join(", ", choices.Keys)}");
        return otherwise;
    }

    public void ReportMissing(string key) => problems.Add(Place, $"{what} has no {key}", $"add a line '{key}: ...'");

    private List<Yaml.Scalar> TextsOf(Yaml.Sequence sequence, string key)
    {
        List<Yaml.Scalar> texts = [];
        foreach (var item in sequence.Items)
        {
            if (item is Yaml.Scalar scalar) texts.Add(scalar);
            else problems.Add(item.Place, $"{what}: an entry of '{key}' is a list or a block, and should be text", "put quotes round text that holds ': '");
        }

        return texts;
    }

    private Bilingual? Refuse(Yaml other, string key)
    {
        problems.Add(other.Place, $"{what}: '{key}' should be text, or text by language", "write '{en: ..., zh: ...}'");
        return null;
    }
}
