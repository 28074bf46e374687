using System.CommandLine;
using Spancoder.Coders;
using Spancoder.Rules;

namespace Spancoder.Cli;

/// <summary>The arguments of every command that reviews a study: what <c>code</c> reads, and nothing about where results go.</summary>
internal sealed class ReviewOptions
{
    private readonly StudyOptions _study = new();
    private readonly Option<string?> _codebook = CodebookOption.Create();
    private readonly Option<string[]> _codings = CodingsOption.Create();
    private readonly Option<int?> _round = new("--round") { Description = "Only what people judged in this round. Default: of each coder and segment the last.", HelpName = "N", CustomParser = Numbers.Whole };

    public void AddTo(Command command)
    {
        _study.AddTo(command);
        command.Add(_codebook);
        command.Add(_codings);
        command.Add(_round);
    }

    /// <param name="problems">Everything that is wrong with the command line, the codebook, the study and its codings.</param>
    /// <returns>Null when there are problems.</returns>
    public ReviewedStudy? Read(ParseResult parsed, Problems problems)
    {
        var options = new CodingOptions { Reading = _study.Reading(parsed, problems), Unit = _study.Unit(parsed) };
        var study = _study.ReadStudy(parsed, problems, codings: parsed.Texts(_codings));
        if (problems.Try(() => CodebookOption.Read(parsed.Text(_codebook))) is not { } rules) return null;

        if (rules.Codebook.Codes is []) problems.Add(new(parsed.Text(_codebook) ?? ""), "this is a file of rules on its own, and nothing says what their codes are", "give --codebook the folder of a codebook");
        var byHand = HandCodings.Read(study, rules.Codebook, problems, parsed.Sound(_round));
        if (options.Reading.Strict) problems.Add(Notice.AsProblems(byHand.Notices));
        return problems.Any ? null : new(study, rules, byHand, options);
    }
}

/// <summary>A study with a codebook and what people said of it.</summary>
internal sealed record ReviewedStudy(Study Study, RuleSet Rules, HandCodings ByHand, CodingOptions Options)
{
    /// <summary>Its documents with everybody's codings, in order of id.</summary>
    public IEnumerable<Pipeline.Outcome> Documents => Pipeline.Each(Study, Rules, ByHand, Options);
}
