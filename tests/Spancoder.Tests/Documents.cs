using System.CommandLine;
using System.Text.RegularExpressions;
using Spancoder.Cli;
using Spancoder.Rules;

namespace Spancoder.Tests;

/// <summary>What the pages say is run: they cannot be wrong for long.</summary>
public partial class Documents
{
    [Fact]
    public void The_examples_in_reading_md_are_read_as_it_says()
    {
        var blocks = BlocksOf("docs", "reading.md");
        var checkedOnes = 0;
        foreach (var (input, expected) in blocks.Zip(blocks.Skip(1)).Where(pair => pair.First.Info.StartsWith("file ", StringComparison.Ordinal)))
        {
            var document = Reading.Given.Document(input.Text, input.Info["file ".Length..]);
            var actual = expected.Info switch
            {
                "text" => document.Text + "\n",
                "turns" => string.Concat(Reading.Given.TurnsOf(document).Select(turn => turn + "\n")),
                _ => throw new InvalidOperationException(expected.Info),
            };
            Assert.Equal(expected.Text, actual);
            checkedOnes++;
        }

        Assert.Equal(5, checkedOnes);
    }

    [Fact]
    public void The_rules_in_rules_md_hold_with_their_examples()
    {
        var blocks = BlocksOf("docs", "rules.md").Where(block => block.Info == "yaml").ToList();
        Assert.Equal(6, blocks.Count);
        foreach (var block in blocks)
        {
            using TemporaryFolder folder = new();
            File.Copy(Repository.File("tests", "cases", "_codebook", "codebook.yaml"), Path.Combine(folder.Path, "codebook.yaml"));
            folder.Add("codebook.yaml", CodesOnly().Replace(File.ReadAllText(Path.Combine(folder.Path, "codebook.yaml")), ""));
            folder.Add("rules.yaml", block.Text);
            Assert.Empty(RuleExamples.Failing(CodebookOption.Read(folder.Path)));
        }
    }

    [Fact]
    public void The_codebook_in_codebook_md_is_one()
    {
        using TemporaryFolder folder = new();
        folder.Add("codebook.yaml", BlocksOf("docs", "codebook.md").Single(block => block.Info == "yaml").Text);
        Assert.Equal(["trade", "trade.fairs", "talk"], CodebookOption.Read(folder.Path).Codebook.Codes.Select(code => code.Id));
    }

    [Fact]
    public void The_dictionaries_in_import_md_become_what_it_shows()
    {
        using TemporaryFolder folder = new();
        var commands = 0;
        foreach (var section in BlocksOf("docs", "import.md").Chunk(4))
        {
            var (dictionary, command, output, made) = (section[0], section[1], section[2], section[3]);
            folder.Add(dictionary.Info["file ".Length..], dictionary.Text);
            Assert.Equal(["sh", "output"], [command.Info, output.Info]);
            var outcome = Shell.Run(command.Text, folder.Path);
            Assert.Equal(output.Text, outcome.Output + outcome.Error);
            Assert.Equal(0, outcome.Exit);
            Assert.Equal(made.Text, File.ReadAllText(Path.Combine(folder.Path, made.Info["file ".Length..])));
            Assert.Empty(RuleExamples.Failing(CodebookOption.Read(Path.Combine(folder.Path, "tides"))));
            Directory.Delete(Path.Combine(folder.Path, "tides"), recursive: true);
            commands++;
        }

        Assert.Equal(3, commands);
    }

    [Fact]
    public void The_example_in_agreement_md_prints_what_it_shows()
    {
        using var folder = AgreementExample(out var blocks);
        var outcome = Shell.Run(blocks.Single(block => block.Info == "sh").Text, folder.Path);
        Assert.Equal(blocks.Single(block => block.Info == "output").Text, outcome.Output + outcome.Error);
    }

    [Fact]
    public void Every_table_that_a_run_writes_and_every_column_of_it_is_described()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Shell.Run($"spancoder code corpus-sample --out {folder.Path}", Repository.Root).Exit);
        var (files, report) = (Repository.Read("docs", "files.md"), Repository.Read("docs", "report.md"));
        var codes = CodebookOption.Read(null).Codebook.Codes.SelectMany(code => new[] { code.Id, $"{code.Id}_share" }).ToHashSet();
        var described = 0;
        foreach (var schema in Directory.EnumerateFiles(folder.Path, "*.schema.json", SearchOption.AllDirectories))
        {
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(schema));
            var page = Path.GetDirectoryName(schema) == folder.Path ? files : report;
            var name = Path.GetFileName(schema).Replace(".schema.json", "", StringComparison.Ordinal);
            Assert.Contains(name.Split('.') is [var by, _] ? $"{by}.NAME" : name, page, StringComparison.Ordinal);
            foreach (var column in json.RootElement.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!).Where(column => !codes.Contains(column) && name.Split('.') is not [_, _])) // a field has a name
            {
                var general = column.StartsWith("attribute.", StringComparison.Ordinal) ? "attribute.NAME" : FifthOf().Replace(column, "$1_N");
                Assert.Matches(new Regex($@"\b{Regex.Escape(general)}\b"), page);
                described++;
            }
        }

        Assert.InRange(described, 100, 1000);
    }

    [GeneratedRegex("^(coded|share)_[1-5]$")]
    private static partial Regex FifthOf();

    [Theory]
    [InlineData("--nominal --everyone --units segments.csv", "unit")]
    [InlineData("--everyone --units segments.csv --by document", "span")]
    public void Every_key_and_every_measure_that_agree_writes_is_in_agreement_md(string options, string kind)
    {
        using var folder = AgreementExample(out _);
        folder.Add("segments.csv", "segment,document,start,end\np1.txt#1,p1.txt,0,9\np1.txt#2,p1.txt,9,20\np1.txt#3,p1.txt,20,30\n");
        foreach (var (coder, end) in new[] { ("cat", 9), ("dan", 12) })
        {
            folder.Add($"unit-{coder}.csv", $"segment,code\np1.txt#1,trade\np1.txt#2,{(end > 9 ? "talk" : "NONE")}\n");
            folder.Add($"span-{coder}.csv", $"document,start,end,code\np1.txt,0,{end},trade\n");
        }

        var page = Repository.Read("docs", "agreement.md");
        var command = $"spancoder agree {kind}-cat.csv {kind}-dan.csv {options} --replicates 100";
        var json = Shell.Run(command + " --format json", folder.Path);
        var csv = Shell.Run(command + " --format csv", folder.Path);
        Assert.Equal((0, 0, ""), (json.Exit, csv.Exit, json.Error + csv.Error));
        var keys = JsonKey().Matches(json.Output).Select(key => key.Groups[1].Value).Where(key => !key.EndsWith("_reason", StringComparison.Ordinal) && !key.EndsWith("_undefined_share", StringComparison.Ordinal)).Distinct().ToList();
        var measures = csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[5]).Distinct().Where(measure => measure != "match_0.5").ToList();
        Assert.True(keys.Count > 30 && measures.Count > 10);
        Assert.All(keys.Concat(measures), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static TemporaryFolder AgreementExample(out List<(string Info, string Text)> blocks)
    {
        TemporaryFolder folder = new();
        blocks = BlocksOf("docs", "agreement.md");
        foreach (var block in blocks.Where(block => block.Info.StartsWith("file ", StringComparison.Ordinal))) folder.Add(block.Info["file ".Length..], block.Text);
        return folder;
    }

    [Fact]
    public void The_commands_in_review_md_print_what_it_shows()
    {
        using TemporaryFolder folder = new();
        var output = "";
        var shown = 0;
        foreach (var block in BlocksOf("docs", "review.md"))
        {
            switch (block.Info.Split(' '))
            {
                case ["file", var name]:
                    folder.Add(name, block.Text);
                    break;
                case ["sh"]:
                    var outcome = Shell.Run(block.Text, folder.Path);
                    output = outcome.Output + outcome.Error;
                    break;
                case ["output"]:
                    Assert.Equal(block.Text, output);
                    shown++;
                    break;
                case ["made", var name]:
                    Assert.Equal(block.Text, File.ReadAllText(Path.Combine(folder.Path, name)));
                    break;
                default:
                    throw new InvalidOperationException(block.Info);
            }
        }

        Assert.True(shown >= 4);
    }

    [Fact]
    public void Every_command_and_option_is_in_commands_md()
    {
        var page = Repository.Read("docs", "commands.md");
        foreach (var command in Leaves(App.Root(), "spancoder"))
        {
            Assert.Contains($"## {command.Path}", page, StringComparison.Ordinal);
            Assert.All(command.Command.Options, option => Assert.Contains($"`{option.Name}", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_example_in_commands_md_prints_what_it_shows()
    {
        using TemporaryFolder folder = new();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "book"), Repository.File("tests", "cases", "_codebook"));
        foreach (var (info, text) in BlocksOf("docs", "commands.md").Where(block => block.Info.StartsWith("file ", StringComparison.Ordinal))) folder.Add(info["file ".Length..], text);
        var page = Repository.Read("docs", "commands.md");
        Assert.Single(CommandAndOutput().Matches(page));
        Golden.Matches(Repository.File("docs", "commands.md"), CommandAndOutput().Replace(page, command => $"```sh\n{command.Groups["sh"].Value}```\n\n```output\n{Shell.Run(command.Groups["sh"].Value, folder.Path) switch { var outcome => outcome.Output + outcome.Error }}```"));
    }

    [Fact]
    public void Every_key_that_find_writes_is_in_files_md()
    {
        using TemporaryFolder folder = new();
        folder.Add("a.txt", "P1: we sold a cup\n");
        var page = Repository.Read("docs", "files.md");
        page = page[page.IndexOf("## What is found", StringComparison.Ordinal)..];
        var csv = Shell.Run("spancoder find a.txt --words cup --format csv --codebook $CODEBOOK", folder.Path).Output.Split('\n')[0].Split(',');
        var json = JsonKey().Matches(Shell.Run("spancoder find a.txt --words cup --format jsonl --codebook $CODEBOOK", folder.Path).Output).Select(key => key.Groups[1].Value);
        Assert.Equal(csv, json);
        Assert.All(csv, column => Assert.Matches($@"\b{column}\b", page[..page.IndexOf("## Merged", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Every_column_of_the_tables_is_in_files_md()
    {
        var page = Repository.Read("docs", "files.md");
        foreach (var file in new[] { "segments.csv", "codings.csv" })
        {
            var columns = File.ReadLines(Repository.File("tests", "golden", "main-job", file)).First().Split(',');
            Assert.All(columns, column => Assert.Matches($@"(?m)^\| [^|]*\b{column}\b[^|]* \|", page));
        }
    }

    [Fact]
    public void Every_path_in_the_readme_is_there()
    {
        var paths = PathInBackticks().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(paths.Count > 10);
        Assert.All(paths, path => Assert.True(Path.Exists(Repository.File(path)), path));
    }

    [Fact]
    public void The_readme_shows_what_its_first_command_prints()
    {
        using TemporaryFolder folder = new();
        foreach (var name in new[] { "corpus-sample", "codebook" }) Directory.CreateSymbolicLink(Path.Combine(folder.Path, name), Repository.File(name));
        var outcome = Shell.Run("spancoder code corpus-sample --out out", folder.Path);
        var shown = BlocksOf("README.md").First(block => block.Info == "output").Text;
        Assert.Equal(shown, outcome.Output + outcome.Error);
        Assert.Equal(0, outcome.Exit);
    }

    [Fact]
    public void The_commands_in_learning_md_print_what_it_shows()
    {
        using TemporaryFolder folder = new();
        foreach (var name in new[] { "corpus-sample", "codebook" }) Directory.CreateSymbolicLink(Path.Combine(folder.Path, name), Repository.File(name));
        var page = Repository.Read("docs", "learning.md");
        var shown = CommandAndOutput().Replace(page, command => $"```sh\n{command.Groups["sh"].Value}```\n\n```output\n{Shell.Run(command.Groups["sh"].Value, folder.Path).Output}```");
        Assert.Equal(2, CommandAndOutput().Count(page));
        Golden.Matches(Repository.File("docs", "learning.md"), shown);
    }

    [Fact]
    public void The_readme_quotes_the_evaluation_of_the_sample_as_it_is()
    {
        var sample = Repository.Read("corpus-sample", "README.md"); // whose commands are run
        var table = sample[sample.IndexOf("## Ways to code beside each other", StringComparison.Ordinal)..];
        table = table[table.IndexOf('|')..table.IndexOf("\n\n", table.IndexOf('|'), StringComparison.Ordinal)];
        Golden.Matches(Repository.File("README.md"), EvaluationBlock().Replace(Repository.Read("README.md"), $"```evaluation\n{table}\n```"));
    }

    private static List<(string Info, string Text)> BlocksOf(params string[] page) =>
        [.. FencedBlock().Matches(Repository.Read(page)).Select(match => (match.Groups["info"].Value.Trim(), match.Groups["text"].Value))];

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [(path, command)] : command.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}"));

    [GeneratedRegex("^```(?<info>[^\n`]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();

    [GeneratedRegex("```sh\n(?<sh>(?:(?!```).*\n)+)```\n\n```output\n(?<output>(?:(?!```).*\n)*)```")]
    private static partial Regex CommandAndOutput();

    [GeneratedRegex("```evaluation\n[^`]*```")]
    private static partial Regex EvaluationBlock();

    [GeneratedRegex(@"""(\w+)"":")]
    private static partial Regex JsonKey();

    [GeneratedRegex(@"(?ms)^lists:.*\z")]
    private static partial Regex CodesOnly();

    [GeneratedRegex(@"`((?:src|tests|docs|codebook|corpus-sample|benchmarks|\.ci)(?:/[\w.-]+)*)/?`")]
    private static partial Regex PathInBackticks();
}
