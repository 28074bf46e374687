using Spancoder.Agreement.Resampling;
using Spancoder.Codebooks;
using Spancoder.Coders;

namespace Spancoder.Evaluation;

/// <summary>How well the rules do on segments that a person judged. A code counts where it, or one below it, was given.</summary>
/// <param name="coder">Whose judgements are taken for right.</param>
internal sealed class RuleEvaluation(Codebook codebook, string coder)
{
    private readonly List<Dictionary<Code, Outcomes>> _documents = [];

    /// <summary>Segments that the person judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Of them, those to which the person gave a code of the codebook.</summary>
    public int Coded { get; private set; }

    /// <summary>Segments that the person could not tell; they are left out.</summary>
    public int Unsure { get; private set; }

    /// <summary>Documents in which the person judged something.</summary>
    public int Documents => _documents.Count;

    public string Coder { get; } = coder;

    public void Add(CodedDocument coded)
    {
        var byRules = coded.Codings.ToLookup(coding => coding.Segment.Number, coding => coding.Code);
        Dictionary<Code, Outcomes> outcomes = [];
        var judged = 0;
        foreach (var segment in coded.Segmented.Segments.Where(segment => segment.Codable))
        {
            if (coded.ByHand.Of(segment).FirstOrDefault(judgement => judgement.Coder == Coder) is not { } judgement) continue;
            if (judgement.Codes is not { } codes)
            {
                Unsure++;
                continue;
            }

            judged++;
            var (person, machine) = (WithAbove(codes), WithAbove(byRules[segment.Number]));
            if (person.Count > 0) Coded++;
            foreach (var code in person.Union(machine)) outcomes[code] = outcomes.GetValueOrDefault(code) + Outcome(machine.Contains(code), person.Contains(code));
        }

        Judged += judged;
        if (judged > 0) _documents.Add(outcomes);
    }

    /// <summary>The codes at the top, each followed by those below it.</summary>
    public IReadOnlyList<(Code Code, CodeScore Score)> Scores(BootstrapOptions options) => [.. codebook.Codes.Select(code => (code, CodeScore.Of(code.Id, Of(code), options)))];

    /// <summary>The codes at the top together: each decision on each of them counts alike.</summary>
    public CodeScore Micro(BootstrapOptions options) => CodeScore.Of("all", [.. _documents.Select(document => Tops.Aggregate(default(Outcomes), (sum, code) => sum + document.GetValueOrDefault(code)))], options);

    /// <summary>The mean of the F1 of the codes at the top, where each has one.</summary>
    public Figure MacroF1
    {
        get
        {
            var scores = Tops.Select(code => Of(code).Aggregate(default(Outcomes), (sum, outcomes) => sum + outcomes).F1).ToList();
            return scores.Exists(score => score.Reason is not null) ? Figure.Undefined("that of a code is undefined") : Figure.Of(scores.Average(score => score.Value ?? 0)); // each has one
        }
    }

    private IEnumerable<Code> Tops => codebook.Codes.Where(code => code.Parent is null);

    private List<Outcomes> Of(Code code) => _documents.ConvertAll(document => document.GetValueOrDefault(code));

    private static Outcomes Outcome(bool machine, bool person) => new(machine && person ? 1 : 0, machine && !person ? 1 : 0, !machine && person ? 1 : 0);

    private HashSet<Code> WithAbove(IEnumerable<string> ids)
    {
        HashSet<Code> codes = [];
        foreach (var id in ids)
        {
            for (var code = codebook.Find(id); code is not null; code = code.Parent) codes.Add(code);
        }

        return codes;
    }
}
