using System.CommandLine;
using Spancoder.Reporting.Finding;
using Spancoder.Reporting.Sections;

namespace Spancoder.Cli;

/// <summary>What part of a run's results somebody wants to see.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string[]> _codes = new("--code") { Description = "Only this code, with those below it. May be given several times, like all that follow.", HelpName = "ID" };
    private readonly Option<string[]> _documents = new("--document") { Description = "Only this document.", HelpName = "ID" };
    private readonly Option<string[]> _speakers = new("--speaker") { Description = "Only what this speaker says; the label.", HelpName = "NAME" };
    private readonly Option<string[]> _where = new("--where") { Description = "Only documents whose attribute has this value, e.g. site='Kiln Lane'. Of one attribute any of the values, of several each.", HelpName = "NAME=VALUE" };
    private readonly Option<string[]> _coders = new("--coder") { Description = "Only what this coder gave: a person, 'rules' or 'model'. Default: people, and the machine where they did not judge.", HelpName = "NAME" };
    private readonly Option<string[]> _by = new("--by") { Description = "Only codings made so: hand, rules or model.", HelpName = "HOW" };

    public ScopeOptions() => _by.AcceptOnlyFromAmong("hand", "rules", "model");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_codes, _documents, _speakers, _where, _coders, _by]) command.Add(option);
    }

    public ReportScope Read(ParseResult parsed, Problems problems) => new()
    {
        Codes = parsed.Texts(_codes),
        Documents = parsed.Texts(_documents),
        Speakers = parsed.Texts(_speakers),
        Where = Facts(parsed, problems),
        Coders = parsed.Texts(_coders),
        By = parsed.Texts(_by),
    };

    private List<AttributeValue> Facts(ParseResult parsed, Problems problems)
    {
        List<AttributeValue> facts = [];
        foreach (var given in parsed.Texts(_where))
        {
            if (given.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value]) facts.Add(new(name.Trim(), value.Trim()));
            else problems.Add(new(Arguments.NameOf(parsed)), $"--where '{given}' names no value", "write NAME=VALUE, such as site='Kiln Lane'");
        }

        return facts;
    }
}
