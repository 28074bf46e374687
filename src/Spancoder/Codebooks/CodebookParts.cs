using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Gathers a codebook from the blocks of its files, and checks what only the whole can tell.</summary>
/// <param name="file">The main file.</param>
/// <param name="hasCodes">False for a file of rules on its own.</param>
/// <param name="problems">Where what is wrong is gathered.</param>
internal sealed class CodebookParts(string file, bool hasCodes, Problems problems)
{
    private readonly Dictionary<string, Code> _codes = [];
    private readonly List<Code> _codesInOrder = [];
    private readonly Dictionary<string, WordList> _lists = [];
    private readonly List<Rule> _rules = [];
    private (string Id, string Version, Bilingual Title, Bilingual? About, Bilingual? Guidance) _head = ("", "", new([new("en", "")]), null, null);

    public void Add(Yaml.Mapping block, bool isMain)
    {
        var fields = new YamlFields(block, isMain ? "the codebook" : "this file", problems);
        if (fields.RequiredText("format") is { Length: > 0 } format and not "1")
        {
            problems.Add(fields.Find("format")!.Value.Place, $"format {format} is not known here (known: 1)", "write 'format: 1', or use a newer spancoder");
        }

        if (isMain) AddHead(fields);
        foreach (var code in fields.Items("codes")) AddCode(code, parent: null);
        AddLists(fields.Find("lists")?.Value);
        foreach (var forPeople in (string[])["codebook", "language"]) fields.Find(forPeople);
        if (!isMain) fields.Text("title");
        var defaults = ReadDefaults(fields);
        foreach (var rule in fields.Items("rules"))
        {
            if (RuleReader.Read(rule, defaults, problems) is { } read) _rules.Add(read);
        }

        fields.RefuseTheRest();
    }

    public Codebook Build(string hash)
    {
        if (hasCodes && _codesInOrder is [] && !problems.Any) problems.Add(new(file), "this codebook has no codes", "add 'codes:'");
        CheckRules();
        return new()
        {
            Id = _head.Id,
            Version = _head.Version,
            Title = _head.Title,
            About = _head.About,
            Guidance = _head.Guidance,
            Codes = _codesInOrder,
            Rules = [.. _rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)],
            Lists = _lists,
            Hash = hash,
        };
    }

    private RuleSettings ReadDefaults(YamlFields fields)
    {
        switch (fields.Find("defaults")?.Value)
        {
            case null: return new();
            case Yaml.Mapping block:
                var words = new YamlFields(block, "defaults", problems);
                var defaults = RuleReader.ReadSettings(words, "defaults", new(), problems);
                words.RefuseTheRest();
                return defaults;
            case var other:
                problems.Add(other.Place, "'defaults' is a block of 'word: ...' lines", "write for instance 'strength: weak' below it");
                return new();
        }
    }

    private void AddHead(YamlFields fields)
    {
        _head = (fields.RequiredText("id"), fields.RequiredText("version"), fields.RequiredBilingual("title"), fields.Bilingual("about"), fields.Bilingual("guidance"));
        if (_head.Id.Length > 0 && !Code.IsId(_head.Id))
        {
            problems.Add(fields.Find("id")!.Value.Place, $"'{_head.Id}' cannot be an id", "use letters, digits, '-', '_' and '.'");
        }
    }

    private void AddCode(Yaml entry, Code? parent)
    {
        if (entry is not Yaml.Mapping block)
        {
            problems.Add(entry.Place, "a code is a block of 'word: ...' lines", "begin it with '- id: ...'");
            return;
        }

        var id = block.Find("id")?.Value is Yaml.Scalar scalar ? scalar.Value : "";
        var fields = new YamlFields(block, id.Length > 0 ? $"code '{id}'" : "a code", problems);
        fields.RequiredText("id");
        var code = new Code
        {
            Id = id,
            Parent = parent,
            Origin = fields.Text("origin"),
            Name = fields.RequiredBilingual("name"),
            Definition = fields.RequiredBilingual("definition"),
            UseWhen = fields.BilingualTexts("use-when"),
            NotWhen = fields.BilingualTexts("not-when"),
            Typical = [.. fields.Texts("typical").Select(text => new TypicalExample(text.Value.Trim(), text.Place))],
            NearMisses = [.. fields.Items("near-misses").Select(ReadNearMiss).OfType<NearMiss>()],
            Threshold = ReadThreshold(fields),
            Place = block.Place,
        };
        Register(code);
        foreach (var child in fields.Items("codes")) AddCode(child, code);
        fields.RefuseTheRest();
    }

    private void Register(Code code)
    {
        if (code.Id.Length == 0) return;
        if (!Code.IsId(code.Id))
        {
            problems.Add(code.Place, $"'{code.Id}' cannot be a code's id", "use letters, digits, '-', '_' and '.'");
        }
        else if (Coding.Reserved.Contains(code.Id))
        {
            problems.Add(code.Place, $"'{code.Id}' is reserved", "choose another id");
        }
        else if (_codes.TryGetValue(code.Id, out var first))
        {
            problems.Add(code.Place, $"code '{code.Id}' is already defined on line {first.Place.Line}", "rename or remove one");
        }
        else
        {
            _codes.Add(code.Id, code);
            _codesInOrder.Add(code);
        }
    }

    private int ReadThreshold(YamlFields fields)
    {
        if (fields.Text("points-needed") is not { } text) return 2;
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var points) && points is >= 1 and <= 100) return points;

        problems.Add(fields.Find("points-needed")!.Value.Place, $"'{text}' is not a number of points", "write a whole number from 1 to 100");
        return 2;
    }

    private NearMiss? ReadNearMiss(Yaml entry)
    {
        if (entry is not Yaml.Mapping block)
        {
            problems.Add(entry.Place, "a near miss is a block with 'text', 'code' and 'why'", "write '- text: ...' and below it 'code: ...'");
            return null;
        }

        var fields = new YamlFields(block, "a near miss", problems);
        var text = fields.RequiredText("text");
        if (fields.Find("code") is null) fields.ReportMissing("code");
        string[] instead = [.. fields.Texts("code").Select(code => code.Value.Trim()).Where(code => code != Coding.Nothing)];
        var why = fields.Text("why") ?? "";
        fields.RefuseTheRest();
        return new(text, instead, why, block.Place);
    }

    private void AddLists(Yaml? node)
    {
        if (node is not Yaml.Mapping lists)
        {
            if (node is not null) problems.Add(node.Place, "'lists' is a block of 'name: [words]' lines", "give each list a name");
            return;
        }

        var fields = new YamlFields(lists, "lists", problems);
        foreach (var entry in lists.Entries)
        {
            if (!Code.IsId(entry.Key))
            {
                problems.Add(entry.Place, $"'{entry.Key}' cannot be a list's name", "use letters, digits, '-', '_' and '.'");
            }
            else if (_lists.TryGetValue(entry.Key, out var first))
            {
                problems.Add(entry.Place, $"list '{entry.Key}' is already defined in {first.Place}", "rename or remove one");
            }
            else
            {
                _lists.Add(entry.Key, new(entry.Key, [.. fields.Texts(entry.Key).Select(term => new Operand.Term(term.Place, term.Value))], entry.Place));
            }
        }
    }

    private void CheckRules()
    {
        Dictionary<string, Rule> seen = [];
        foreach (var rule in _rules)
        {
            if (!seen.TryAdd(rule.Id, rule))
            {
                problems.Add(rule.Place, $"rule '{rule.Id}' is already defined in {seen[rule.Id].Place}", "rename or remove one");
            }

            if (hasCodes && rule.Code.Length > 0 && !_codes.ContainsKey(rule.Code))
            {
                problems.Add(rule.Place, $"rule '{rule.Id}' is for code '{rule.Code}', which the codebook does not define{Spelling.DidYouMean(rule.Code, _codes.Keys)}",
                    "define the code, or name another");
            }
        }

        foreach (var code in _codesInOrder)
        {
            foreach (var id in code.NearMisses.SelectMany(near => near.Instead).Where(id => !_codes.ContainsKey(id) && !Coding.Reserved.Contains(id)))
            {
                problems.Add(code.Place, $"a near miss of '{code.Id}' names code '{id}', which the codebook does not define", "name a code of this codebook, or NONE");
            }
        }
    }
}
