using System.Security.Cryptography;
using System.Text;

namespace Spancoder.Codebooks;

/// <summary>A folder's codes, and the rules that look for them.</summary>
public sealed record Codebook
{
    private IReadOnlyList<Codebook> _parts = [];

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

    /// <summary>What it was joined of; itself, where it comes from one folder.</summary>
    public IReadOnlyList<Codebook> Parts => _parts is [] ? [this] : _parts;

    /// <summary>How codings name it: <c>boundary-spanning@0.1.0#1a2b3c4d</c>; several with a bar between.</summary>
    public string Reference => string.Join('|', Parts.Select(part => $"{part.Id}@{part.Version}#{part.Hash[..8]}"));

    /// <summary>Those in which something is said, in the order of the file.</summary>
    public IReadOnlyList<string> Languages =>
    [
        .. Codes.SelectMany(code => code.UseWhen.Concat(code.NotWhen).Append(code.Name).Append(code.Definition)).Append(Title).Append(About).Append(Guidance)
            .OfType<Bilingual>().SelectMany(text => text.ByLanguage).Where(text => text.Value.Length > 0).Select(text => text.Key).Distinct(),
    ];

    /// <summary>How codings with this code name the codebook that it is of; those with none of its codes name all.</summary>
    public string ReferenceOf(string code) => PartOf(code).Reference;

    /// <summary>The codebook of a code; the whole, where it is of none.</summary>
    public Codebook PartOf(string code) => _parts.FirstOrDefault(part => part.Find(code) is not null) ?? this;

    /// <summary>Several codebooks as one: all codes and rules, in the order of the codebooks.</summary>
    /// <param name="codebooks">One or more; with codes.</param>
    /// <param name="problems">Codes and rules of several that have the same id.</param>
    public static Codebook Join(IReadOnlyList<Codebook> codebooks, Problems problems)
    {
        if (codebooks is [var one]) return one;

        RefuseSame("code", codebooks.SelectMany(book => book.Codes).GroupBy(code => code.Id, code => code.Place));
        RefuseSame("rule", codebooks.SelectMany(book => book.Rules).GroupBy(rule => rule.Id, rule => rule.Place));
        return new()
        {
            Id = string.Join('+', codebooks.Select(book => book.Id)),
            Version = string.Join('+', codebooks.Select(book => book.Version)),
            Title = new([new("en", string.Join("; ", codebooks.Select(book => book.Title)))]),
            Codes = [.. codebooks.SelectMany(book => book.Codes)],
            Rules = [.. codebooks.SelectMany(book => book.Rules)],
            Lists = new Dictionary<string, WordList>(), // each codebook's rules see its own
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', codebooks.Select(book => book.Hash))))),
            _parts = codebooks,
        };

        void RefuseSame(string what, IEnumerable<IGrouping<string, Place>> ids)
        {
            var same = ids.Where(places => places.Count() > 1).ToList();
            if (same is []) return;

            problems.Add(same[0].Last(), $"there is a {what} '{same[0].Key}' in {same[0].First()} too{(same.Count > 1 ? $", and so it is with {same.Count - 1} more" : "")}", "rename those of one of the codebooks, or apply them one after the other");
        }
    }

    public Code? Find(string id) => Codes.FirstOrDefault(code => code.Id == id);
}
