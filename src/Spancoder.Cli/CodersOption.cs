using System.CommandLine;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>Whose judgements a review looks at.</summary>
internal static class CodersOption
{
    public static Option<string[]> Create() => new("--coder") { Description = "Only this person's judgements. May be given several times. Default: everybody's.", HelpName = "NAME" };

    /// <returns>Empty for everybody.</returns>
    public static IReadOnlyList<string> Read(ParseResult parsed, Option<string[]> option, ReviewedStudy? study, Problems problems)
    {
        var given = parsed.Texts(option);
        if (study is not { HasAllCodings: true }) return given;

        var known = study.ByHand.Files.SelectMany(file => file.Codings).Select(coding => coding.Coder).ToHashSet();
        foreach (var name in given.Where(name => !known.Contains(name)))
        {
            var what = $"--coder '{name}': nobody of that name judges anything{Spelling.DidYouMean(name, known)}";
            problems.Add(new(Arguments.NameOf(parsed)), what, known.Count > 0 ? $"write one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}" : "leave it out");
        }

        return given;
    }
}
