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

    private static List<(string Info, string Text)> BlocksOf(params string[] page) =>
        [.. FencedBlock().Matches(Repository.Read(page)).Select(match => (match.Groups["info"].Value.Trim(), match.Groups["text"].Value))];

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [(path, command)] : command.Subcommands.SelectMany(sub => Leaves(sub, $"{path} {sub.Name}"));

    [GeneratedRegex("^```(?<info>[^\n`]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();

    [GeneratedRegex(@"(?ms)^lists:.*\z")]
    private static partial Regex CodesOnly();

    [GeneratedRegex(@"`((?:src|tests|docs|codebook|corpus-sample|benchmarks|\.ci)(?:/[\w.-]+)*)/?`")]
    private static partial Regex PathInBackticks();
}
