using System.Text.RegularExpressions;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>
/// quanteda's dictionaries in YAML: keys with lists of terms, nested as deep as one likes. Where a key has terms and keys below it,
/// its own terms stand under <c>__</c> or among the keys of one list.
/// </summary>
internal sealed partial class QuantedaDictionary : IDictionaryFormat
{
    private const string OwnTerms = "__";
    private const int FewestWeights = 2; // "founded: 1990" alone is a category with one term

    public string Name => "quanteda";

    public IReadOnlyList<string> Extensions => [".yml", ".yaml"];

    public bool Recognises(FileContent file) => Beginning().IsMatch(file.Text);

    public IReadOnlyList<Category> Read(FileContent file, List<Notice> notices)
    {
        Problems problems = new();
        var root = Yaml.Read(file.Text, file.Name, problems);
        CheckThatItIsOne(file, problems);
        if (root is not Yaml.Mapping && !problems.Any) problems.Add(root?.Place ?? new(file.Name), "there are no categories in this file", "write 'category: [word, word]'");
        problems.StopIfAny();

        var dictionary = CategoryOf(Path.GetFileNameWithoutExtension(file.Name), new(file.Name, 1), root, notices);
        return dictionary.Terms is [] ? dictionary.Children : [dictionary];
    }

    // The reader takes the first document of a file, as YAML calls it; what follows would be lost.
    private static void CheckThatItIsOne(FileContent file, Problems problems)
    {
        var hasBegun = false;
        foreach (var (index, line) in file.Text.Split('\n').Index())
        {
            if (hasBegun && line.StartsWith("---", StringComparison.Ordinal)) problems.Add(new(file.Name, index + 1), "a second YAML document begins here", "put it into a file of its own");
            hasBegun |= line.Trim() is [not '#', ..];
        }
    }

    private static Category CategoryOf(string key, Place place, Yaml? content, List<Notice> notices)
    {
        List<DictionaryTerm> terms = [];
        List<Category> children = [];
        Take(content);
        return new() { Key = key, Place = place, Terms = terms, Children = children };

        void Take(Yaml? node, bool isInList = false)
        {
            switch (node)
            {
                case Yaml.Scalar { Value: "" } when !isInList: break; // "category:" and nothing
                case Yaml.Scalar scalar: terms.Add(new(scalar.Value, scalar.Place)); break;
                case Yaml.Sequence sequence:
                    foreach (var item in sequence.Items) Take(item, isInList: true);
                    break;
                case Yaml.Mapping mapping when AreWeights(mapping, isInList ? 1 : FewestWeights):
                    foreach (var entry in mapping.Entries) TakeWeighted(entry);
                    break;
                case Yaml.Mapping mapping:
                    foreach (var entry in mapping.Entries) TakeEntry(entry);
                    break;
            }
        }

        void TakeWeighted(Yaml.Entry entry)
        {
            terms.Add(new(entry.Key, entry.Place));
            notices.Add(Weights.NotCarried(entry.Place, entry.Key, ((Yaml.Scalar)entry.Value).Value));
        }

        void TakeEntry(Yaml.Entry entry)
        {
            if (entry.Key == OwnTerms) Take(entry.Value);
            else children.Add(CategoryOf(entry.Key, entry.Place, entry.Value, notices));
        }
    }

    private static bool AreWeights(Yaml.Mapping mapping, int fewest) =>
        mapping.Entries.Count >= fewest && mapping.Entries.All(entry => entry.Value is Yaml.Scalar { Value: var value } && Weights.IsNumber(value));

    // A key with a list, or with a key that has something below it. "Anna: yes" begins a transcript, whose words must not come into messages.
    [GeneratedRegex(@"\A(?:---[^\n]*\n|[ \t]*(?:\#[^\n]*)?\n)*[^\s%\#-][^\n:]*:[ \t]*(?:\[|\n(?:[ \t]*(?:\#[^\n]*)?\n)*(?:[ ]*-[ ]|[ ]+[^\s:][^\n:]*:[ \t]*[\[\n]))", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
