namespace Spancoder.Tests;

/// <summary>Every folder in codebook/ is a test: its examples hold, and it can be applied beside the others.</summary>
public class ShippedCodebooks
{
    public static TheoryData<string> Folders() => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Repository.File("codebook")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    [Theory, MemberData(nameof(Folders))]
    public void Its_examples_hold(string name)
    {
        var outcome = Shell.Run($"spancoder codebook test codebook/{name}", Repository.Root);
        Assert.True(outcome.Exit == 0, outcome.Output + outcome.Error);
        Assert.Matches(@"^\d+ rules, [1-9]\d* examples: \d+ hold, 0 do not\n", outcome.Output);
    }

    /// <remarks>A typical example may be beyond the rules; a near miss that gets the code would teach people the opposite of what it says.</remarks>
    [Theory, MemberData(nameof(Folders))]
    public void No_near_miss_gets_the_code_that_it_must_not_get(string name)
    {
        var outcome = Shell.Run($"spancoder codebook test codebook/{name}", Repository.Root);
        Assert.Matches(@"(?m)^all +\d+ of \d+ +0 of [1-9]\d*$", outcome.Output);
    }

    [Theory, MemberData(nameof(Folders))]
    public void It_has_a_page_for_those_who_edit_it_with_the_figures_that_the_test_prints(string name)
    {
        var page = Repository.Read("codebook", name, "README.md");
        var printed = Shell.Run($"spancoder codebook test codebook/{name}", Repository.Root).Output.Split('\n');
        Assert.Contains($"`{printed[0]}`", page);

        var all = printed.Single(line => line.StartsWith("all ", StringComparison.Ordinal));
        Assert.Contains($"`{string.Join(' ', all.Split(' ', StringSplitOptions.RemoveEmptyEntries))}`", page);
    }

    [Fact]
    public void All_of_them_can_be_applied_at_once()
    {
        Assert.NotEmpty(Names);
        using TemporaryFolder folder = new();
        folder.Add("a.txt", "Q: And then?\nA: Then we went home.\n");
        var codebooks = string.Concat(Names.Select(name => $" --codebook '{Repository.File("codebook", name)}'"));
        var outcome = Shell.Run($"spancoder code a.txt{codebooks}", folder.Path);
        Assert.True(outcome.Exit == 0, outcome.Output + outcome.Error);
    }
}
