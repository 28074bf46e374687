using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Spancoder.Tests;

/// <summary>The rules of the house, held by reading our own source.</summary>
public partial class DesignTests
{
    // In the order of the flow: a folder knows those before it. Text and the files at the root are one layer, known to all.
    private static readonly string[] Flow = ["Codebooks", "Reading", "Segmenting", "Rules", "Learning", "Coders", "Agreement", "Evaluation", "Review", "Reporting", "Exchange"];

    // These show the whole flow, so they know every stage.
    private static readonly string[] KnowsAll = ["Pipeline.cs", "StreamPipeline.cs", "TrainingPipeline.cs"];

    [Fact]
    public void Arrows_point_only_to_what_stands_before()
    {
        List<string> wrong = [];
        foreach (var file in Repository.Sources("src", "Spancoder"))
        {
            if (KnowsAll.Contains(Path.GetFileName(file))) continue;

            var folder = Path.GetRelativePath(Repository.File("src", "Spancoder"), file).Split(Path.DirectorySeparatorChar)[0]; // its folders below are one stage
            var place = Array.IndexOf(Flow, folder);
            var known = Flow[..Math.Max(0, place)].Append(folder).ToHashSet();
            wrong.AddRange(NamespacesIn(file).Where(name => Flow.Contains(name) && !known.Contains(name)).Select(name => $"{Path.GetRelativePath(Repository.Root, file)} -> {name}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_library_has_a_place_in_the_flow() =>
        Assert.All(Directory.EnumerateDirectories(Repository.File("src", "Spancoder")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")),
            name => Assert.Contains(name, Flow.Append("Text")));

    [Theory]
    [InlineData("src/Spancoder", @"\bConsole\b", "the library prints nothing")]
    [InlineData("src/Spancoder", @"\bEnvironment\.Exit|\bExitCode\b", "the library ends no program")]
    [InlineData("src", @"\bSystem\.Net\b|\bHttpClient\b|\bSocket\b", "nothing leaves the machine")]
    [InlineData("src", @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\b", "no clock")]
    [InlineData("src/Spancoder", @"\bTimeProvider\b", "no clock, not even to say how long something takes")]
    [InlineData("src", @"\bnew Random\(\)|\bRandom\.Shared\b|\bGuid\.NewGuid\b", "chance takes a seed")]
    [InlineData("src/Spancoder/Reading/Layouts", @"\bReading\.Formats\b", "formats know layouts, not layouts formats")]
    [InlineData("src/Spancoder/Reading/Times", @"\bReading\.(Formats|Layouts)\b", "times know neither")]
    [InlineData("src/Spancoder", @"\bMLNet\b|\bMicrosoft\.ML\b", "engines from outside know the library, not the library them")]
    [InlineData("src/Spancoder.MLNet", @"\bConsole\b|\bExitCode\b", "an engine prints nothing and ends no program")]
    [InlineData("src/Spancoder.MLNet", @"\bLoad(?!FromEnumerable\b)\w*\(|\bSave\w*\(|\bFile\b|\bStream\b", "no model file of ML.NET is written or read")]
    [InlineData("src", @"(?-i)#region|#if\b", "no regions, no conditional code")]
    public void The_source_does_not_say(string folder, string pattern, string reason)
    {
        var found = Repository.Sources(folder).Where(file => Regex.IsMatch(CommentsOut().Replace(File.ReadAllText(file), ""), pattern)).Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.True(!found.Any(), $"{reason}: {string.Join(", ", found)}");
    }

    [Theory]
    [InlineData("Spancoder")]
    [InlineData("Spancoder.MLNet", "Spancoder")]
    [InlineData("Spancoder.Cli", "Spancoder", "Spancoder.MLNet")]
    public void Projects_refer_only_to_what_stands_below(string project, params string[] known) =>
        Assert.Equal(known, ProjectReference().Matches(Repository.Read("src", project, $"{project}.csproj")).Select(match => match.Groups[1].Value));

    [Fact]
    public void Public_types_are_sealed_static_abstract_or_values_and_have_no_setters()
    {
        foreach (var type in typeof(Pipeline).Assembly.GetExportedTypes())
        {
            Assert.True(type.IsSealed || type.IsAbstract || type.IsValueType || type.IsInterface, $"{type} can be inherited from");
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ?? true;
                Assert.True(isInit || property.SetMethod!.IsPrivate, $"{type}.{property.Name} can be set");
            }
        }
    }

    [Fact]
    public void The_pipeline_fits_on_a_screen_or_two() => Assert.InRange(File.ReadLines(Repository.File("src", "Spancoder", "Pipeline.cs")).Count(), 1, 100);

    [Fact]
    public void Nothing_names_what_lies_outside_the_repository()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(Path.GetRelativePath(Repository.Root, file), @"^(artifacts|out|\.git)/")))
        {
            Assert.DoesNotContain("../sha" + "red", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> NamespacesIn(string file) =>
        NamespaceUse().Matches(CommentsOut().Replace(File.ReadAllText(file), "")).SelectMany(match => match.Groups.Cast<Group>().Skip(1)).Where(group => group.Success).Select(group => group.Value);

    // "using Spancoder.Rules;", and "Rules.RuleHit" where the namespace is left to the reader
    [GeneratedRegex(@"using Spancoder\.(\w+);|(?<![\w.])(Codebooks|Reading|Segmenting|Rules|Learning|Coders|Agreement|Evaluation|Review|Reporting|Exchange)\.[A-Z]\w*[ ,>)\]]")]
    private static partial Regex NamespaceUse();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?([\w.]+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex CommentsOut();
}
