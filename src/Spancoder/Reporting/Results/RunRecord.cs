using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Text;

namespace Spancoder.Reporting.Results;

/// <summary>What a report has to know of the run whose results it tells; run.json holds it, so that the report can be made again.</summary>
internal sealed record RunRecord
{
    /// <summary>Of spancoder.</summary>
    public required string Version { get; init; }

    /// <summary>Of coding: "turn".</summary>
    public required string Unit { get; init; }

    /// <summary>Labels that the user named as interviewers'.</summary>
    public required IReadOnlyList<string> Interviewers { get; init; }

    public required IReadOnlyList<CodebookFacts> Codebooks { get; init; }

    /// <summary>Every code, a parent before its children. Read again they have an id, a name, a definition and a parent, and nothing else.</summary>
    public required IReadOnlyList<Code> Codes { get; init; }

    /// <summary>Those that were looked for, in the codebook's order.</summary>
    public required IReadOnlyList<RuleFacts> Rules { get; init; }

    /// <summary>The columns of the attributes file, in its order, then what names of files say.</summary>
    public required IReadOnlyList<string> AttributeNames { get; init; }

    /// <summary>How many files of people's codings there were.</summary>
    public required int CodingFiles { get; init; }

    /// <summary>Codes that a classifier decides; null where the rules decide alone.</summary>
    public required IReadOnlyList<string>? Learned { get; init; }

    /// <summary>Why a random sample cannot correct what the machine says, as a clause; null where it can.</summary>
    public string? WhyNotCorrected { get; init; }

    /// <summary>The lists that say what was drawn by chance, in words.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>How good the machine is, where it learned something.</summary>
    public IReadOnlyList<ReportBlock> Machine { get; init; } = [];

    /// <summary>What was wrong with some of the documents, in words.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What was guessed, skipped or left out, in words.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Those at the top of their branch.</summary>
    public IReadOnlyList<Code> Tops => [.. Codes.Where(code => code.Parent is null)];

    public bool HasModel => Learned is not null;

    /// <summary>Its codes as a codebook without rules and lists, for what looks codes up.</summary>
    public Codebook Codebook => new() { Id = "", Version = "", Title = new([new("en", "")]), Codes = Codes, Rules = [], Lists = new Dictionary<string, WordList>(), Hash = "" };

    /// <summary>Which of the codebooks a code is of, as an index: codes stand in their order.</summary>
    public int CodebookOf(Code code)
    {
        var (index, book) = (Codes.Index().First(known => ReferenceEquals(known.Item, code)).Index, 0);
        while (index >= Codebooks[book].Codes) index -= Codebooks[book++].Codes;
        return book;
    }

    /// <summary>Before it has run: what it works on, and how.</summary>
    public static RunRecord Of(Study study, Machine machine, HandCodings byHand, RunFacts facts) => new()
    {
        Version = facts.Version,
        Unit = facts.Options.Unit.ToString().ToLowerInvariant(),
        Interviewers = [.. facts.Options.Reading.Interviewers.Order(StringComparer.Ordinal)],
        Codebooks = [.. machine.Codebook.Parts.Select(book => new CodebookFacts(book.Id, book.Version, book.Title.ToString(), book.Hash, book.Codes.Count, book.Rules.Count))],
        Codes = machine.Codebook.Codes,
        Rules = [.. machine.Codebook.Rules.Where(rule => rule.Status != RuleStatus.Retired).Select(RuleFacts.Of)],
        AttributeNames = study.AttributeNames,
        CodingFiles = byHand.Files.Count,
        WhyNotCorrected = facts.Model is { HasLearned: true } model ? model.Facts.WhyNotCorrected : null,
        Samples = [.. byHand.Samples.Select(sample => $"{facts.Named(new(sample.Name)).File}, {Counted.Of(sample.Rows.Count, "segment")}, SHA-256 {sample.Hash}")],
        Learned = machine.Classifier is { } classifier ? [.. classifier.Codes.Where(code => code.Model is not null).Select(code => code.Code.Id)] : null,
    };
}

/// <param name="Hash">SHA-256 over its files.</param>
/// <param name="Codes">How many.</param>
/// <param name="Rules">How many.</param>
internal sealed record CodebookFacts(string Id, string Version, string Title, string Hash, int Codes, int Rules);

/// <summary>What a report has to know of a rule.</summary>
/// <param name="Code">The code it speaks for, or against; null for a rule that only marks.</param>
/// <param name="Marks">What became of the act; null for a rule that speaks for a code.</param>
/// <param name="LooksAtNegation">False where a negating word makes no difference to it.</param>
internal sealed record RuleFacts(string Id, string? Code, string? Marks, Strength Strength, bool LooksAtNegation)
{
    public bool IsAgainst => Strength is Strength.Against or Strength.Never;

    public static RuleFacts Of(Rule rule) =>
        new(rule.Id, rule.Marks is null ? rule.Code : null, rule.Marks, rule.Settings.Strength, rule.Settings.Negation != NegationMode.Ignore);
}
