using System.CommandLine;
using Spancoder.Exchange.Dictionaries;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Another tool's dictionary as a codebook's folder.</summary>
internal static class CodebookImport
{
    public static Command Create()
    {
        Argument<string?> file = new("FILE") { Description = "A dictionary: quanteda's YAML, LIWC's .dic, or a CSV with the columns code and term." };
        Option<string?> folder = new("--out") { Description = "The folder that becomes the codebook. Must not hold one.", HelpName = "DIR", Required = true };
        Option<string?> format = new("--format") { Description = $"The kind of dictionary: {string.Join(", ", DictionaryFormats.Names)}. Default: told by its content and its name.", HelpName = "NAME" };
        format.AcceptOnlyFromAmong([.. DictionaryFormats.Names]);
        Option<string?> encoding = new("--encoding") { Description = "The encoding of the file, e.g. gb18030. Default: found out, and reported where it is a guess.", HelpName = "NAME" };

        Command command = new("import", "Make a codebook of another tool's dictionary, and say what could not be carried over.") { file, folder, format, encoding };
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var named = parsed.Text(encoding);
            if (named is not null && !Decoding.IsKnown(named))
            {
                problems.Add(new(Arguments.NameOf(parsed)), $"'{named}' is not the name of an encoding", "write utf-8, utf-16, gb18030, big5, windows-1252, or another name that IANA lists");
                named = null;
            }

            var path = parsed.GetResult(file)?.Tokens is [{ Value: { Length: > 0 } value }] ? value : null;
            var import = path is null ? null : problems.Try(() => DictionaryImport.Of(path, parsed.Text(format), named));
            var target = parsed.Text(folder);
            using var output = target is null ? null : DictionaryImport.OpenFolder(target, problems);
            problems.StopIfAny();
            return Write(import!, output!, path!, target!, parsed.InvocationConfiguration); // without problems all are there
        });
        return command;
    }

    private static int Write(DictionaryImport import, OutputFolder output, string file, string folder, InvocationConfiguration terminal)
    {
        import.WriteTo(output);
        foreach (var notice in import.Notices) terminal.Error.WriteLine(notice);

        var (codes, rules, terms) = import.Carried;
        terminal.Output.WriteLine($"{file} was read as {import.Format}: {(import.Read.Categories == 1 ? "1 category" : $"{import.Read.Categories} categories")}, {Counted.Of(import.Read.Terms, "term")}");
        terminal.Output.WriteLine($"{folder} holds {Counted.Of(codes, "code")}, {Counted.Of(rules, "rule")}, {Counted.Of(terms, "term")}");
        terminal.Output.WriteLine($"See what its rules do: spancoder codebook test --codebook {folder}");
        return ExitCode.Done;
    }
}
