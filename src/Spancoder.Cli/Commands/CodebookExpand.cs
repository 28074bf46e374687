using System.CommandLine;
using Spancoder.Reporting;
using Spancoder.Rules;

namespace Spancoder.Cli.Commands;

/// <summary>What a term really finds.</summary>
internal static class CodebookExpand
{
    public static Command Create()
    {
        Argument<string?> term = new("TERM") { Description = "A term as it may stand in a rule, e.g. 'export*' or '<abroad>'.", Arity = ArgumentArity.ExactlyOne };
        var codebook = CodebookOption.Create();
        StudyOptions study = new();
        Option<string> format = new("--format") { Description = "text to read, csv, or json: one object a line.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "csv", "json");

        Command command = new("expand", "Count the word forms that a term finds in documents, where they can be coded.") { term };
        study.AddTo(command, withUnit: false);
        command.Add(codebook);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var rules = problems.Try(() => CodebookOption.Read(parsed.Text(codebook)));
            var forms = rules is not null && parsed.Text(term) is { } given ? WordForms.Of(given, rules.Codebook, new(Arguments.NameOf(parsed)), problems) : null;
            var unread = study.ReadThose(parsed, problems, document => forms!.Add(document)); // without problems there is a term
            parsed.InvocationConfiguration.Output.Write(parsed.Sound(format) switch
            {
                "csv" => WordFormTable.AsCsv(forms!), // as above
                "json" => WordFormTable.AsJson(forms!), // as above
                _ => WordFormTable.AsText(forms!, parsed.Text(term)!), // as above
            });
            unread.StopIfAny();
            return forms!.InOrder is [] ? ExitCode.NotGoodEnough : ExitCode.Done; // as above
        });
        return command;
    }
}
