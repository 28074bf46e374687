using Spancoder.Reading;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Every kind of dictionary that is read.</summary>
internal static class DictionaryFormats
{
    /// <summary>In the order in which they are tried.</summary>
    public static readonly IReadOnlyList<IDictionaryFormat> All = [new LiwcDictionary(), new TermTable(), new QuantedaDictionary()];

    /// <summary>What <c>--format</c> takes.</summary>
    public static IEnumerable<string> Names => All.Select(format => format.Name);

    /// <param name="said">What the user says it is; null to find out.</param>
    /// <param name="notices">Takes it where the file's name says something else.</param>
    /// <exception cref="InputException">Neither its content nor its name tells.</exception>
    public static IDictionaryFormat Find(FileContent file, string? said, List<Notice> notices)
    {
        if (said is not null) return All.First(format => format.Name == said);

        var named = All.FirstOrDefault(format => format.Extensions.Contains(file.Extension));
        var found = All.FirstOrDefault(format => format.Recognises(file)) ?? named;
        if (found is null) throw new InputException(new(file.Name), "neither its name nor its content tells what kind of dictionary it is", $"say it with --format, one of {string.Join(", ", Names)}");
        if (named is not null && named != found)
        {
            notices.Add(new(new(file.Name), $"its name says {named.Name}, and its content is {found.Name}, so it was read as {found.Name}", "say what it is with --format"));
        }

        return found;
    }
}
