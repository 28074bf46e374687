using System.CommandLine;
using Spancoder.Agreement.Spans;
using Spancoder.Agreement.Tables;
using Spancoder.Codebooks;

namespace Spancoder.Cli;

/// <summary>The arguments that say whose judgements of what are compared.</summary>
internal sealed class JudgementOptions
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Coders' files, as CSV; of a folder all that are in it.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _units = new("--units") { Description = "The segments.csv that was coded, or a table of its kind: then units that nobody judged count as left out.", HelpName = "FILE" };
    private readonly Option<bool> _everyone = new("--everyone") { Description = "Every coder was given every document of --units." };
    private readonly Option<int?> _minOverlap = new("--min-overlap") { Description = "For files of stretches: how many characters of a stretch make its code the unit's. Default: 1.", HelpName = "N", CustomParser = Numbers.Whole };
    private readonly Option<string?> _assigned = new("--assigned") { Description = "A table of who was given what: coder, and document or segment.", HelpName = "FILE" };
    private readonly Option<bool> _unmarked = new("--unmarked-is-none") { Description = "A unit that a coder was given, and about which their file says nothing, counts as NONE. Default: as not judged." };
    private readonly Option<string[]> _coders = new("--coder") { Description = "Compare only these. May be given several times.", HelpName = "NAME" };
    private readonly Option<bool> _machines = new("--machines") { Description = "Let the rules and models count as coders." };
    private readonly Option<int?> _round = new("--round") { Description = "Which round. Default: the last in which two coders judged the same unit. Rounds are never pooled.", HelpName = "N", CustomParser = Numbers.Whole };
    private readonly Option<string?> _codebook = new("--codebook") { Description = "Which codes there are: a codebook's folder. Default: those that somebody gave.", HelpName = "DIR" };
    private readonly Option<bool> _rollUp = new("--roll-up") { Description = "Take each code as the one at the top of its branch. Needs --codebook." };

    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in (Option[])[_units, _assigned, _everyone, _unmarked, _minOverlap, _coders, _machines, _round, _codebook, _rollUp]) command.Add(option);
    }

    /// <returns>Null when there are problems.</returns>
    public JudgementsGiven? Read(ParseResult parsed, Problems problems)
    {
        Place place = new(Arguments.NameOf(parsed));
        var files = FilesIn(parsed, problems);
        var areSpans = files.Any(SpanReader.AreSpans);
        var units = parsed.Text(_units) is { } list ? UnitList.Read(list, areSpans, problems) : null;
        var assignment = AssignmentIn(parsed, problems);
        var unmarked = parsed.Sound(_unmarked);
        if (unmarked && assignment is null) problems.Add(place, "--unmarked-is-none needs to know who was given what", "say so in a table, with --assigned, or with --everyone");
        if (unmarked && !areSpans && parsed.Text(_units) is null) problems.Add(place, "--unmarked-is-none needs to know which units there are", "name segments.csv, or a table of its kind, with --units: a unit that nobody marked stands in no coder's file");
        if (!areSpans && parsed.Sound(_minOverlap) is not null) problems.Add(place, "--min-overlap is for files of stretches, and these are about units", "leave it out");
        if (areSpans && parsed.Text(_units) is null) problems.Add(place, "the files hold stretches of documents, and which units they are put onto is not said", "name segments.csv, or a table with unit, document, start and end, with --units");
        if (areSpans && assignment is null) problems.Add(place, "the files hold stretches of documents, and who was given which document is not said", "say so in a table with coder and document, with --assigned, or with --everyone: what somebody was given and did not mark, they judged");
        if (parsed.Sound(_minOverlap) is < 1) problems.Add(place, "--min-overlap is below 1", "write 1 or more");
        if (parsed.Sound(_rollUp) && parsed.Text(_codebook) is null) problems.Add(place, "--roll-up needs to know which code is below which", "name the folder of the codebook, with --codebook");
        Codebook? codebook = null;
        if (parsed.Text(_codebook) is { } folder) codebook = problems.Try(() => CodebookOption.Read(folder))?.Codebook;
        if (problems.Any) return null;

        return new(areSpans, parsed.Sound(_minOverlap) ?? 1, new()
        {
            Files = files,
            Units = units,
            Assignment = assignment,
            UnmarkedIsNothing = unmarked,
            Coders = parsed.Texts(_coders),
            WithMachines = parsed.Sound(_machines),
            Round = parsed.Sound(_round),
            Codebook = codebook,
            RollsUp = parsed.Sound(_rollUp),
        });
    }

    private Assignment? AssignmentIn(ParseResult parsed, Problems problems)
    {
        if (!parsed.Sound(_everyone)) return parsed.Text(_assigned) is { } given ? Assignment.Read(given, problems) : null;

        if (parsed.Text(_assigned) is not null) problems.Add(new(Arguments.NameOf(parsed)), "--everyone and --assigned both say who was given what", "leave one of them out");
        return Assignment.Everyone;
    }

    private List<string> FilesIn(ParseResult parsed, Problems problems)
    {
        List<string> files = [];
        foreach (var path in parsed.GetResult(_files)?.Tokens.Select(token => token.Value).Where(path => path.Length > 0) ?? [])
        {
            if (path is ['-', _, ..] && !Path.Exists(path))
            {
                problems.Add(Arguments.UnknownOption(parsed, path));
            }
            else if (Directory.Exists(path))
            {
                string[] inside = [.. Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal)];
                if (inside is []) problems.Add(new(path), "there is no CSV file in this folder", "name coders' files, or the folder that they are in");
                files.AddRange(inside);
            }
            else
            {
                files.Add(path);
            }
        }

        return files;
    }
}

/// <summary>Whose judgements of what are compared.</summary>
/// <param name="AreSpans">Whether the files hold stretches of documents, and not units.</param>
/// <param name="MinOverlap">How many characters of a stretch make its code a unit's.</param>
internal sealed record JudgementsGiven(bool AreSpans, int MinOverlap, JudgementRequest Request)
{
    /// <returns>Null when there are problems; stretches only where the files hold them.</returns>
    public (Judgements Judgements, SpanStudy? Spans)? Read(Problems problems)
    {
        if (!AreSpans) return JudgementReader.Read(Request, problems) is { } judgements ? (judgements, null) : null;

        return SpanReader.Read(Request, Request.Units!, Request.Assignment!, MinOverlap, problems) is { } spans ? (spans.Judgements, spans.Study) : null; // it was checked that they are said
    }
}
