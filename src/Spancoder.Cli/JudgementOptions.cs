using System.CommandLine;
using Spancoder.Agreement.Tables;
using Spancoder.Codebooks;

namespace Spancoder.Cli;

/// <summary>The arguments that say whose judgements of what are compared.</summary>
internal sealed class JudgementOptions
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Coders' files, as CSV; of a folder all that are in it.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _units = new("--units") { Description = "The segments.csv that was coded, or a table of its kind: then units that nobody judged count as left out.", HelpName = "FILE" };
    private readonly Option<string?> _assigned = new("--assigned") { Description = "A table of who was given what: coder, and document or segment.", HelpName = "FILE" };
    private readonly Option<bool> _unmarked = new("--unmarked-is-none") { Description = "A unit that a coder was given, and about which their file says nothing, counts as NONE. Default: as not judged." };
    private readonly Option<string[]> _coders = new("--coder") { Description = "Compare only these. May be given several times.", HelpName = "NAME" };
    private readonly Option<bool> _machines = new("--machines") { Description = "Let the rules and models count as coders." };
    private readonly Option<int?> _round = new("--round") { Description = "Which round. Default: the last in the files. Rounds are never pooled.", HelpName = "N", CustomParser = Numbers.Whole };
    private readonly Option<string?> _codebook = new("--codebook") { Description = "Which codes there are: a codebook's folder. Default: those that somebody gave.", HelpName = "DIR" };
    private readonly Option<bool> _rollUp = new("--roll-up") { Description = "Take each code as the one at the top of its branch. Needs --codebook." };

    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in (Option[])[_units, _assigned, _unmarked, _coders, _machines, _round, _codebook, _rollUp]) command.Add(option);
    }

    /// <returns>Null when there are problems with the tables beside the coders' files.</returns>
    public JudgementRequest? Read(ParseResult parsed, Problems problems)
    {
        Place place = new(Arguments.NameOf(parsed));
        var units = parsed.Text(_units) is { } list ? UnitList.Read(list, withPlaces: false, problems) : null;
        var assignment = parsed.Text(_assigned) is { } given ? Assignment.Read(given, problems) : null;
        if (parsed.Sound(_unmarked) && parsed.Text(_assigned) is null) problems.Add(place, "--unmarked-is-none needs to know who was given what", "say so in a table, with --assigned");
        if (parsed.Sound(_rollUp) && parsed.Text(_codebook) is null) problems.Add(place, "--roll-up needs to know which code is below which", "name the folder of the codebook, with --codebook");
        Codebook? codebook = null;
        if (parsed.Text(_codebook) is { } folder) codebook = problems.Try(() => CodebookOption.Read(folder))?.Codebook;
        return problems.Any ? null : new()
        {
            Files = FilesIn(parsed, problems),
            Units = units,
            Assignment = assignment,
            UnmarkedIsNothing = parsed.Sound(_unmarked),
            Coders = parsed.Texts(_coders),
            WithMachines = parsed.Sound(_machines),
            Round = parsed.Sound(_round),
            Codebook = codebook,
            RollsUp = parsed.Sound(_rollUp),
        };
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
