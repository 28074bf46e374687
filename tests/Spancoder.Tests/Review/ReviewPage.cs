using System.Text;

namespace Spancoder.Tests.Review;

/// <summary>The commands of docs/review.md are run one after the other, in a folder with the files that it shows, and must print what it shows.</summary>
public class ReviewPage
{
    private static readonly string[] Sections = ["Disagreements", "Adjudication"];

    [Fact]
    public void The_commands_on_disagreements_print_what_the_page_shows()
    {
        using TemporaryFolder folder = new();
        Shell.Outcome? outcome = null;
        var commands = 0;
        foreach (var (info, text) in Blocks())
        {
            if (info == "sh") (outcome, commands) = (Shell.Run(text, folder.Path), commands + 1);
            else if (info == "output") Assert.Equal(text, outcome!.Output + outcome.Error); // a command stands before its output
            else if (info.StartsWith("file ", StringComparison.Ordinal)) folder.Add(info["file ".Length..], text);
        }

        Assert.True(commands >= 1);
    }

    // The page has sections on other commands too, and headings stand in the outputs as well.
    private static List<(string Info, string Text)> Blocks()
    {
        List<(string, string)> blocks = [];
        StringBuilder text = new();
        string? info = null;
        var isOurs = false;
        foreach (var line in Repository.Read("docs", "review.md").Split('\n'))
        {
            if (info is null)
            {
                if (line.StartsWith("## ", StringComparison.Ordinal)) isOurs = Sections.Contains(line[3..]);
                if (line.StartsWith("```", StringComparison.Ordinal)) info = line[3..];
            }
            else if (line != "```")
            {
                text.Append(line).Append('\n');
            }
            else
            {
                if (isOurs) blocks.Add((info, text.ToString()));
                text.Clear();
                info = null;
            }
        }

        return blocks;
    }
}
