using System.CommandLine;
using System.CommandLine.Parsing;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>What can be used of a command line, and what is wrong with it, so that the rest can be checked in the same run.</summary>
internal static class Arguments
{
    /// <summary>"spancoder codebook test": what a message about the command line begins with.</summary>
    public static string NameOf(ParseResult parsed)
    {
        Stack<string> names = [];
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: not RootCommand and var command }; result = result.Parent) names.Push(command.Name);
        return string.Join(' ', names.Prepend("spancoder"));
    }

    /// <summary>Begins the list of what is wrong. Every command begins with it.</summary>
    public static Problems MistakesIn(ParseResult parsed)
    {
        Problems problems = new();
        var name = NameOf(parsed);
        foreach (var mistake in parsed.Errors) problems.Add(new(name), OneLine(mistake.Message), $"see '{name} --help'");
        foreach (var result in parsed.CommandResult.Children.Where(result => result.Tokens.Any(token => token.Value.Length == 0)))
        {
            var what = result is OptionResult option ? option.Option.Name : result is ArgumentResult argument ? argument.Argument.Name : "";
            problems.Add(new(name), $"{what} is empty", "write it out, or look at the variable that should hold it");
        }

        return problems;
    }

    /// <summary>The value, or what stands for none where the parser cannot make sense of it, and has said so.</summary>
    public static T? Sound<T>(this ParseResult parsed, Option<T> option)
    {
        try
        {
            return parsed.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>Null also for an empty text, which is a mistake already.</summary>
    public static string? Text(this ParseResult parsed, Option<string?> option) => parsed.Sound(option) is { Length: > 0 } text ? text : null;

    /// <inheritdoc cref="Text(ParseResult, Option{string?})"/>
    public static string? Text(this ParseResult parsed, Argument<string?> argument) => parsed.GetResult(argument) is { Tokens: [{ Value.Length: > 0 } text] } ? text.Value : null;

    /// <summary>Those that are not empty.</summary>
    public static IReadOnlyList<string> Texts(this ParseResult parsed, Option<string[]> option) => [.. (parsed.Sound(option) ?? []).Where(text => text.Length > 0)];

    /// <summary>What somebody wrote with a dash and the command does not know.</summary>
    public static Problem UnknownOption(ParseResult parsed, string word)
    {
        var name = NameOf(parsed);
        return new(new(name), $"there is no option '{word}'{Spelling.DidYouMean(word, parsed.CommandResult.Command.Options.Select(option => option.Name))}", $"see '{name} --help'");
    }

    private static string OneLine(string message)
    {
        var words = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return char.ToLowerInvariant(words[0]) + words[1..];
    }
}
