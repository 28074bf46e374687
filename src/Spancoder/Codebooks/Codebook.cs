namespace Spancoder.Codebooks;

/// <summary>A folder's codes, and the rules that look for them.</summary>
public sealed record Codebook
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Bilingual Title { get; init; }

    public Bilingual? About { get; init; }

    /// <summary>How to decide between codes; for people only.</summary>
    public Bilingual? Guidance { get; init; }

    /// <summary>Every code, a parent before its children, otherwise in the order of the file.</summary>
    public required IReadOnlyList<Code> Codes { get; init; }

    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Named lists of terms, by name.</summary>
    public required IReadOnlyDictionary<string, WordList> Lists { get; init; }

    /// <summary>SHA-256 over its files' names and bytes, in order of name; lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>How codings name it: <c>boundary-spanning@0.1.0#1a2b3c4d</c>.</summary>
    public string Reference => $"{Id}@{Version}#{Hash[..8]}";

    /// <summary>Those in which something is said, in the order of the file.</summary>
    public IReadOnlyList<string> Languages =>
    [
        .. Codes.SelectMany(code => code.UseWhen.Concat(code.NotWhen).Append(code.Name).Append(code.Definition)).Append(Title).Append(About).Append(Guidance)
            .OfType<Bilingual>().SelectMany(text => text.ByLanguage).Where(text => text.Value.Length > 0).Select(text => text.Key).Distinct(),
    ];

    public Code? Find(string id) => Codes.FirstOrDefault(code => code.Id == id);
}
