using System.Text;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Makes ids of a dictionary's keys: the same keys in the same order give the same ids, and each is given once.</summary>
/// <param name="what">What they are ids of, for messages: "code".</param>
/// <param name="notices">Takes it where an id is not the key.</param>
internal sealed class IdMaker(string what, List<Notice> notices)
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <param name="parent">The id above it, which tells apart what is called alike; null at the top.</param>
    public string Make(string key, string? parent, Place place)
    {
        var plain = Sanitised(key);
        if (plain.Length == 0) plain = $"{what}-{_given.Count + 1}";

        var id = Candidates(plain, parent).First(candidate => !Coding.Reserved.Contains(candidate) && !_given.Contains(candidate));
        if (plain != key) notices.Add(new(place, $"'{Shown.Of(key)}' cannot be the id of a {what}, which became '{id}'", "rename it in the codebook before anything is coded, if you like"));
        else if (id != plain) notices.Add(new(place, $"'{plain}' is {(Coding.Reserved.Contains(plain) ? "reserved" : $"the id of another {what}")}, so this {what} became '{id}'", "rename it in the codebook before anything is coded, if you like"));
        _given.Add(id);
        return id;
    }

    private static IEnumerable<string> Candidates(string plain, string? parent)
    {
        yield return plain;
        if (parent is not null) yield return $"{parent}.{plain}";
        for (var number = 2; ; number++) yield return $"{plain}-{number}";
    }

    // Three points between the ends of <list> would leave words out, so a point stands alone, too.
    private static string Sanitised(string key)
    {
        var id = new StringBuilder();
        foreach (var c in NormalForm.Of(key, NormalizationForm.FormC))
        {
            var taken = Code.IsId($"{c}") ? c : '-';
            if (!(taken is '-' or '.' && id is [.., var last] && last == taken)) id.Append(taken);
        }

        var made = id.ToString().Trim('-', '.');
        return made.Any(char.IsLetterOrDigit) ? made : "";
    }
}
