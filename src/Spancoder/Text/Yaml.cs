using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spancoder.Text;

/// <summary>A piece of a YAML file with the place where it stands. Every scalar is text as typed: <c>no</c>, <c>1990</c> and <c>0012</c> stay so.</summary>
/// <param name="Place">Of its first character.</param>
internal abstract record Yaml(Place Place)
{
    internal sealed record Scalar(Place Place, string Value) : Yaml(Place);

    internal sealed record Sequence(Place Place, IReadOnlyList<Yaml> Items) : Yaml(Place);

    /// <param name="Entries">In the file's order; a key that stood there twice stands here once, the second is a problem.</param>
    internal sealed record Mapping(Place Place, IReadOnlyList<Entry> Entries) : Yaml(Place)
    {
        private readonly Dictionary<string, Entry> _byKey = Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);

        public Entry? Find(string key) => _byKey.GetValueOrDefault(key);
    }

    internal sealed record Entry(Place Place, string Key, Yaml Value);

    /// <summary>Reads one document by its events, strictly: no anchors, aliases or tags, no key twice.</summary>
    /// <param name="file">As the user named it.</param>
    /// <param name="firstLine">The line of the file on which <paramref name="text"/> begins, 1-based.</param>
    /// <returns>Null where there is nothing, or nothing that can be read; what is wrong stands in <paramref name="problems"/>.</returns>
    public static Yaml? Read(string text, string file, Problems problems, int firstLine = 1)
    {
        var reader = new EventReader(new Parser(new StringReader(text)), file, firstLine - 1, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException or ArgumentException)
        {
            // The library's scanner ends some unclosed brackets with exceptions that know no place, for instance "[a" before a line with a colon.
            if (!FindCommonMistakes(text, file, firstLine, problems))
            {
                // Its message quotes what it stumbled over; a front matter may hold names, so its words are not passed on.
                var place = wrong is YamlException placed ? reader.PlaceOf(placed.Start) : reader.LastPlace;
                problems.Add(place, "this is not YAML as it is laid out here",
                    "look at the blanks before it, and put quotes round text that holds ': ' or begins with one of * & ! @ % ` [ {");
            }

            return null;
        }
    }

    // What people trip over, where a parser may only notice it lines later.
    private static bool FindCommonMistakes(string text, string file, int firstLine, Problems problems)
    {
        var found = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var words = line.AsSpan().TrimStart(" -");
            var key = words.IndexOfAnyExcept(KeyCharacters);
            var isTab = words is ['\t', ..];
            if (!isTab && (key < 1 || words[key] != '：')) continue;

            found = true;
            var place = new Place(file, firstLine + index, line.Length - words.Length + 1 + Math.Max(0, isTab ? 0 : key));
            if (isTab) problems.Add(place, "there is a tab, and YAML takes only blanks at the head of a line", "use blanks");
            else problems.Add(place, "the colon is a full-width one (：)", "write ': '");
        }

        return found;
    }

    private static readonly System.Buffers.SearchValues<char> KeyCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private sealed class EventReader(IParser parser, string file, int linesBefore, Problems problems)
    {
        private const int Deepest = 50;

        /// <summary>Where the parser came to before it failed.</summary>
        public Place LastPlace => parser.Current is { } last ? PlaceOf(last.End) : new(file, linesBefore + 1);

        public Place PlaceOf(Mark mark) => new(file, (int)mark.Line + linesBefore, (int)mark.Column);

        public Yaml? ReadDocument()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return null;

            parser.Consume<DocumentStart>();
            return ReadNode(0);
        }

        private Yaml? ReadNode(int depth)
        {
            parser.TryConsume<Comment>(out _);
            var at = PlaceOf(parser.Current!.Start);
            if (depth > Deepest) throw new InputException(at, $"this is nested more than {Deepest} deep", "flatten it");
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false })
            {
                problems.Add(at, "a word that starts with & is an anchor, which is not used here", "put quotes round it");
            }

            if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            {
                problems.Add(at, "a word that starts with ! is a tag, which is not used here", "put quotes round it");
            }

            switch (parser.Current)
            {
                case YamlDotNet.Core.Events.Scalar scalar:
                    parser.MoveNext();
                    return new Scalar(at, scalar.Value);
                case AnchorAlias alias:
                    problems.Add(at, $"a word that starts with * needs quotes (found: *{alias.Value})", $"write \"*{alias.Value}\"");
                    parser.MoveNext();
                    return new Scalar(at, "*" + alias.Value);
                case SequenceStart:
                    return ReadSequence(at, depth);
                case MappingStart:
                    return ReadMapping(at, depth);
                default:
                    throw new YamlException(parser.Current.Start, parser.Current.End, "unexpected");
            }
        }

        private Sequence ReadSequence(Place at, int depth)
        {
            List<Yaml> items = [];
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (ReadNode(depth + 1) is { } item) items.Add(item);
            }

            return new(at, items);
        }

        private Mapping ReadMapping(Place at, int depth)
        {
            List<Entry> entries = [];
            Dictionary<string, Place> seen = [];
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = ReadNode(depth + 1);
                var value = ReadNode(depth + 1);
                if (key is null || value is null) continue;
                if (key is not Scalar { Value: var name })
                {
                    problems.Add(key.Place, "a list or a block stands where a name should", "write 'name: ...'");
                }
                else if (seen.TryGetValue(name, out var first))
                {
                    problems.Add(key.Place, $"'{name}' stands here for the second time, first on line {first.Line}", "join them, or remove one");
                }
                else
                {
                    seen.Add(name, key.Place);
                    entries.Add(new(key.Place, name, value));
                }
            }

            return new(at, entries);
        }
    }
}
