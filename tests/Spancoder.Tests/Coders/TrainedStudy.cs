using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Coders;

/// <summary>An invented study that people coded, and what is learned from it. The codes trade with trade.fairs and trade.web, teach, and lamp, of which there is too little to learn.</summary>
public sealed class TrainedStudy : IDisposable
{
    private const string Yaml =
        """
        format: 1
        id: invented
        version: 2.0.0
        title: Invented
        codes:
          - id: trade
            name: Trade
            definition: Selling.
            codes:
              - id: trade.fairs
                name: Fairs
                definition: Selling at fairs.
              - id: trade.web
                name: Web
                definition: Selling by web.
          - id: teach
            name: Teach
            definition: Teaching.
          - id: lamp
            name: Lamp
            definition: Lamps.
        rules:
          - {id: sold, code: trade, why: test, find: [sold, 卖], examples: {match: [sold], no-match: [bought]}}
          - {id: fair, code: trade.fairs, why: test, find: [booth, 展会], examples: {match: [booth], no-match: [shop]}}
          - {id: stolen, code: trade, why: test, find: stolen, strength: never, examples: {match: [stolen], no-match: [sold]}}
          - {id: class, code: teach, why: test, find: class, strength: weak, examples: {match: [class], no-match: [lesson]}}
          - {id: lantern, code: lamp, why: test, find: lantern, examples: {match: [lantern], no-match: [lamp]}}

        """;

    private static readonly string[] Fillers = "rain river morning kiln brother window road clay winter table paper boat stone market garden bridge letter wood door song".Split(' ');
    private static readonly string[] ChineseFillers = "下雨 早上 兄弟 窗户 冬天 桌子 石头 花园 大桥 𠮷歌".Split(' ');

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<(Decide, bool, int), TrainedModel> _models = [];

    public TrainedStudy()
    {
        _folder.Add("codebook/codebook.yaml", Yaml);
        Rules = ReadRules(Yaml);
        SplitMix64 chance = new(2018);
        List<string> rows = ["segment,code,coder"];
        foreach (var document in Enumerable.Range(1, 10))
        {
            List<string> lines = [];
            for (var turn = 1; turn <= 16; turn++)
            {
                var (words, codes) = Turn(chance, isChinese: document % 5 == 0, isLamp: document < 3 && turn == 5);
                lines.Add("I: And then?");
                lines.Add($"R: {words}");
                rows.AddRange(codes.Select(code => $"p{document:00}.txt#{2 * turn},{code},ann"));
                if (turn % 4 == 0) rows.Add($"p{document:00}.txt#{2 * turn},{(turn % 8 == 0 ? "NONE" : codes[0])},ben");
            }

            _folder.Add($"study/p{document:00}.txt", string.Join('\n', lines) + "\n");
        }

        _folder.Add("study/codings/people.csv", string.Join('\n', rows) + "\n");
        Problems problems = new();
        Study = StudyReader.Read(new() { Paths = [Path.Combine(_folder.Path, "study")], Codings = [Path.Combine(_folder.Path, "study", "codings", "people.csv")] }, problems);
        ByHand = HandCodings.Read(Study, Rules.Codebook, problems);
        problems.StopIfAny();
    }

    /// <summary>With the folders study and codebook.</summary>
    internal string Folder => _folder.Path;

    internal RuleSets Rules { get; }

    internal Study Study { get; }

    internal HandCodings ByHand { get; }

    /// <summary>The codebook, changed.</summary>
    internal static RuleSets ReadRules(string from, string to) => ReadRules(Yaml.Replace(from, to, StringComparison.Ordinal));

    internal TrainedModel Model(Decide decide = Decide.Both, bool withPrevious = false, int threads = 1)
    {
        if (_models.TryGetValue((decide, withPrevious, threads), out var model)) return model;

        model = TrainingPipeline.Train(Study, Rules, ByHand, new() { Threads = threads }, new() { Threads = threads }, decide, withPrevious)!; // people judged segments
        _models.Add((decide, withPrevious, threads), model);
        return model;
    }

    /// <summary>All documents as a machine codes them.</summary>
    internal List<CodedDocument> Coded(Machine machine) => [.. Pipeline.Each(Study, machine, HandCodings.None, new()).Select(outcome => outcome.Coded!)]; // all can be read

    /// <summary>A passage as a machine codes it.</summary>
    internal (SegmentedDocument Document, IReadOnlyList<Coding> Codings) Coded(Machine machine, string text)
    {
        Tokenizer tokenizer = new();
        var passage = Passage.Of(text, tokenizer, out var tokens);
        var hits = new SetsMatcher(Rules, tokenizer).Find(passage, tokens);
        return (passage, new MachineCoder(machine, tokenizer.Vocabulary).Code(passage, tokens, hits));
    }

    public void Dispose() => _folder.Dispose();

    private static RuleSets ReadRules(string yaml)
    {
        using TemporaryFolder folder = new();
        folder.Add("codebook.yaml", yaml);
        Problems problems = new();
        var rules = RuleCompiler.Compile(CodebookReader.Read(folder.Path, problems), problems);
        problems.StopIfAny();
        return rules;
    }

    private static (string Words, List<string> Codes) Turn(SplitMix64 chance, bool isChinese, bool isLamp)
    {
        var (trade, teach) = (chance.NextDouble() < 0.5, chance.NextDouble() < 0.3);
        var fairs = trade && chance.NextDouble() < 0.5;
        List<string> words = [.. Enumerable.Range(0, 6).Select(_ => isChinese ? ChineseFillers[chance.Below(ChineseFillers.Length)] : Fillers[chance.Below(Fillers.Length)])];
        if (trade) words.Add(Either("sold", "prices", "卖", "价格"));
        if (fairs) words.Add(Either("booth", "hall", "展会", "大厅"));
        if (trade && !fairs) words.Add(Either("online", "website", "网上", "网站"));
        if (teach) words.Add(Either("class", "pupils", "上课", "学生"));
        if (isLamp) words.Add("lantern");
        List<string> codes = [.. fairs ? ["trade.fairs"] : trade ? ["trade.web"] : Array.Empty<string>(), .. teach ? ["teach"] : Array.Empty<string>(), .. isLamp ? ["lamp"] : Array.Empty<string>()];
        return (string.Join(isChinese ? "，" : " ", chance.Shuffle(words)) + (isChinese ? "。" : "."), codes is [] ? ["NONE"] : codes);

        string Either(string one, string other, string chinese, string otherChinese) => (isChinese, chance.NextDouble() < 0.7) switch
        {
            (false, true) => one,
            (false, false) => other,
            (true, true) => chinese,
            _ => otherChinese,
        };
    }
}
