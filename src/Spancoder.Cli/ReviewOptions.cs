using System.CommandLine;
using Spancoder.Coders;
using Spancoder.Rules;
using Spancoder.Text;

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

    /// <summary>What says something of a codebook, of cutting, or of what people did when.</summary>
    public IReadOnlyList<Option> NotForTables => [_codebook, _round];

    /// <summary>What to read, as the user named it.</summary>
    public IReadOnlyList<string> PathsIn(ParseResult parsed) => _study.PathsIn(parsed);

    /// <summary>Files of people's codings, as the user named them.</summary>
    public IReadOnlyList<string> CodingsIn(ParseResult parsed) => parsed.Texts(_codings);

    /// <param name="problems">Everything that is wrong with the command line, the codebook, the study and its codings.</param>
    /// <param name="samples">Lists that say which segments were drawn by chance; null for none.</param>
    /// <returns>Null when there is no codebook; with problems, what can be used to look for more of them.</returns>
    public ReviewedStudy? Read(ParseResult parsed, Problems problems, IReadOnlyList<string>? samples = null)
    {
        var options = new CodingOptions { Reading = _study.Reading(parsed, problems), Unit = _study.Unit(parsed), Progress = Terminal.ProgressOf(parsed) };
        Problems wrong = new();
        var study = _study.ReadStudy(parsed, wrong, codings: parsed.Texts(_codings));
        problems.Add(wrong.InOrder);
        if (problems.Try(() => CodebookOption.Read(parsed.Text(_codebook))) is not { } rules) return null;

        if (rules.Codebook.Codes is []) problems.Add(new(parsed.Text(_codebook) ?? ""), "this is a file of rules on its own, and nothing says what their codes are", "give --codebook the folder of a codebook");
        var byHand = HandCodings.Read(study, rules.Codebook, problems, parsed.Sound(_round), samples);
        if (IsNobodysRound(parsed, byHand, problems)) byHand = HandCodings.Read(study, rules.Codebook, new()); // who else coded is still to be known
        if (options.Reading.Strict) problems.Add(Notice.AsProblems(byHand.Notices));
        return new(study, rules, byHand, options) { HasAllCodings = !wrong.Any && byHand.Files.Count == study.Codings.Count };
    }

    // Else it would look as if nobody had judged anything.
    private bool IsNobodysRound(ParseResult parsed, HandCodings byHand, Problems problems)
    {
        IReadOnlyList<int> rounds = [.. byHand.Files.SelectMany(file => file.Rounds).Distinct().Order()];
        if (parsed.Sound(_round) is not { } round || rounds is [] || rounds.Contains(round)) return false;

        problems.Add(new(Arguments.NameOf(parsed)), $"nobody judged anything in round {round}: the files have {Counted.Rounds(rounds)}", "name another with --round");
        return true;
    }
}

/// <summary>A study with a codebook and what people said of it.</summary>
internal sealed record ReviewedStudy(Study Study, RuleSet Rules, HandCodings ByHand, CodingOptions Options)
{
    /// <summary>Whether its files of codings were found, and are tables of codings: without them nobody can tell who coded.</summary>
    public required bool HasAllCodings { get; init; }

    /// <summary>Who judged something.</summary>
    public IReadOnlySet<string> Coders => ByHand.Files.SelectMany(file => file.Codings).Select(coding => coding.Coder).ToHashSet();

    /// <summary>Its documents with everybody's codings, in order of id.</summary>
    public IEnumerable<Pipeline.Outcome> Documents => DocumentsBy(Rules);

    /// <summary>The same, with another machine's codings.</summary>
    public IEnumerable<Pipeline.Outcome> DocumentsBy(Machine machine) => Pipeline.Each(Study, machine, ByHand, Options);
}
