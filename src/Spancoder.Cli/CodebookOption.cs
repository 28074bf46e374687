using System.CommandLine;
using Spancoder.Codebooks;
using Spancoder.Rules;

namespace Spancoder.Cli;

/// <summary>Which codebook: the one named, the one in the folder where the user stands, or the one that came with the program.</summary>
internal static class CodebookOption
{
    private const string Shipped = "codebook/boundary-spanning";

    public static Option<string?> Create() => new("--codebook")
    {
        Description = $"A codebook's folder. Default: {Shipped} below the current folder, else the one that came with the program.",
        HelpName = "DIR",
    };

    /// <summary>The same, for commands that apply several at once.</summary>
    public static Option<string[]> CreateSeveral() => new("--codebook")
    {
        Description = $"A codebook's folder. May be given several times: then all are applied at once. Default: {Shipped} below the current folder, else the one that came with the program.",
        HelpName = "DIR",
    };

    /// <summary>The same as an argument, for commands that are about a codebook and little else.</summary>
    public static Argument<string?> CreateArgument() => new("CODEBOOK")
    {
        Description = "A codebook's folder, or a file of rules on its own. Default: as for --codebook.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <param name="given">A folder, or a file of rules on its own; null for the default.</param>
    /// <exception cref="InputException">It is not there, or something in it is wrong: everything, in all its files.</exception>
    public static RuleSet Read(string? given)
    {
        var folder = given ?? (Directory.Exists(Shipped) ? Shipped : Path.Combine(AppContext.BaseDirectory, Shipped));
        Problems problems = new();
        var codebook = CodebookReader.Read(folder, problems);
        var rules = RuleCompiler.Compile(codebook, problems);
        problems.StopIfAny();
        return rules;
    }
}
