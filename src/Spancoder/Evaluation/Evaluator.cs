using Spancoder.Agreement;
using Spancoder.Agreement.Measures;
using Spancoder.Agreement.Resampling;
using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Learning;

namespace Spancoder.Evaluation;

/// <summary>What an evaluation is to be made of.</summary>
internal sealed record EvaluationRequest
{
    public required Codebook Codebook { get; init; }

    /// <summary>In the order of <see cref="LabelledSegment.InOrder"/>; at least one.</summary>
    public required IReadOnlyList<JudgedSegment> Segments { get; init; }

    public required FoldPlan Plan { get; init; }

    public required FeatureSpace Space { get; init; }

    public TrainingOptions Training { get; init; } = new();

    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>The way to code that details are told of.</summary>
    public Method Method { get; init; } = Method.Both;

    /// <summary>Whose judgements are taken for right.</summary>
    public required IReadOnlyList<string> Coders { get; init; }

    public int Unsure { get; init; }

    public bool IsExclusive { get; init; }

    public bool WithCurve { get; init; }
}

/// <summary>Measures ways to code beside each other and beside people.</summary>
internal sealed class Evaluator
{
    private static readonly int[] CurveSizes = [25, 50, 100, 200, 400, 800, 1600, 3200, 6400];

    private readonly EvaluationRequest _request;
    private readonly CrossValidation _validation;
    private readonly Predictions _predictions;
    private readonly IReadOnlyList<Code> _codes;
    private readonly List<int> _tops;
    private readonly List<string> _documents;
    private readonly DocumentDraws _draws;

    private Evaluator(EvaluationRequest request)
    {
        (_request, _codes) = (request, request.Codebook.Codes);
        _tops = [.. _codes.Index().Where(code => code.Item.Parent is null).Select(code => code.Index)];
        _validation = new(request.Codebook, request.Segments, request.Space.Codes, request.Training, request.IsExclusive);
        _predictions = _validation.Judge(request.Plan);
        _documents = [.. _predictions.Judged.Select(segment => DocumentOf(segment)).Distinct()];
        _draws = new(_documents.Count, request.Bootstrap);
    }

    public static ModelEvaluation Of(EvaluationRequest request) => new Evaluator(request).Evaluate();

    private ModelEvaluation Evaluate() => new()
    {
        Codebook = _request.Codebook,
        Plan = _request.Plan,
        Bootstrap = _request.Bootstrap,
        Coders = _request.Coders,
        Segments = _predictions.Judged.Count,
        Coded = _predictions.Judged.Count(segment => _tops.Exists(top => Truth(segment, top) == true)),
        Undecided = _predictions.Judged.Count(segment => _tops.Exists(top => Truth(segment, top) is null)),
        LearnedOn = [.. _codes.Select((_, code) => _predictions.Judged.Count(segment => _predictions.Probabilities(_request.Method, segment) is { Length: > 0 } said && !double.IsNaN(said[code])))],
        Documents = _documents.Count,
        Unsure = _request.Unsure,
        Method = _request.Method,
        Scores = Enum.GetValues<Method>().ToDictionary(method => method, method => ScoreOf(method, _predictions)),
        Folds = [.. _request.Plan.Judged.Select(OfFold)],
        People = People(),
        Calibrations = [.. _tops.Select(CalibrationOf)],
        Confusion = MechanismConfusion.Of([.. _tops.Select(top => _codes[top])], _predictions.Judged.Select(segment => (Tops(top => Truth(segment, top) == true), Tops(top => Reached(segment)[top])))),
        ByLanguage = By(segment => segment.Language),
        ByLayer = By(segment => segment.Layer.ToString().ToLowerInvariant()),
        Curve = _request.WithCurve ? Curve() : [],
    };

    private SystemScore ScoreOf(Method method, Predictions predictions) =>
        SystemScore.Of(Methods.NameOf(method), _request.Codebook, ByDocument(_documents, predictions.Judged, segment => OutcomesOf(segment, predictions.Reached(method, segment))), _draws);

    private (string, int, int, SystemScore) OfFold(string fold)
    {
        List<int> segments = [.. _predictions.Judged.Where(segment => _request.Plan.FoldOf[DocumentOf(segment)] == fold)];
        List<string> documents = [.. segments.Select(DocumentOf).Distinct()];
        DocumentDraws none = new(0, _request.Bootstrap); // nobody asks how sure a single fold is
        return (fold, documents.Count, segments.Count, SystemScore.Of(fold, _request.Codebook, ByDocument(documents, segments, segment => OutcomesOf(segment, Reached(segment))), none));
    }

    private List<(string, int, CodeScore)> By(Func<JudgedSegment, string> value) =>
    [
        .. _predictions.Judged.GroupBy(segment => value(_request.Segments[segment])).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same =>
        {
            var outcomes = ByDocument(_documents, same, segment => OutcomesOf(segment, Reached(segment)));
            return (same.Key, same.Count(), CodeScore.Of(same.Key, [.. outcomes.Select(document => _tops.Aggregate(default(Outcomes), (sum, top) => sum + document[top]))], _draws));
        }),
    ];

    private Calibration CalibrationOf(int top) => Calibration.Of(_codes[top],
    [
        .. _predictions.Judged.Where(segment => Truth(segment, top) is not null && _predictions.Probabilities(_request.Method, segment) is { Length: > 0 } said && !double.IsNaN(said[top]))
            .Select(segment => (_predictions.Probabilities(_request.Method, segment)[top], Truth(segment, top) == true)),
    ]);

    private PeopleScore People()
    {
        var others = _predictions.Judged.SelectMany(segment => _request.Segments[segment].People).Select(judgement => judgement.Coder).Distinct().Except(_request.Coders.Count == 1 ? _request.Coders : []).ToList();
        List<string> coders = [.. (others.Count > 1 ? others : others.Concat(_request.Coders).Distinct()).Order(StringComparer.Ordinal)];
        List<(string First, string Second)> pairs = [.. coders.SelectMany((first, index) => coders.Skip(index + 1).Select(second => (first, second)))];
        var judged = _predictions.Judged.Where(segment => coders.Count(coder => Of(segment, coder) is not null) > 1).ToList();
        if (judged is []) return new([], 0, null, []);

        var outcomes = ByDocument(_documents, judged, segment => pairs.Select(pair => Beside(segment, pair.First, pair.Second)).Aggregate(new Outcomes[_codes.Count], Add));
        return new(pairs, judged.Count, SystemScore.Of("people", _request.Codebook, outcomes, _draws), [.. _tops.Select(top => (_codes[top], AlphaOf(top)))]);

        Figure AlphaOf(int top)
        {
            int[] values = [.. judged.SelectMany(segment => coders.Select(coder => Of(segment, coder) is { } codes ? codes.Contains(_codes[top]) ? 1 : 0 : Ratings.Missing))];
            return KrippendorffAlpha.Of(UnitPatterns.Of(new Ratings(coders, ["absent", "present"], values))).Coefficient;
        }
    }

    private Outcomes[] Beside(int segment, string first, string second)
    {
        if (Of(segment, first) is not { } one || Of(segment, second) is not { } other) return new Outcomes[_codes.Count];

        return [.. _codes.Select(code => Outcome(other.Contains(code), one.Contains(code)))];
    }

    private HashSet<Code>? Of(int segment, string coder) =>
        _request.Segments[segment].People.FirstOrDefault(judgement => judgement.Coder == coder) is { Codes: { } codes } ? JudgedSegments.WithThoseAbove(codes, _request.Codebook) : null;

    // Drawn by chance over all documents of which something may be learned, each larger draw holding the smaller ones.
    private List<CurvePoint> Curve()
    {
        var mayTeach = Enumerable.Range(0, _request.Segments.Count).Where(segment => _request.Plan.Only is null || _request.Plan.FoldOf[DocumentOf(segment)] != _request.Plan.Only);
        var order = new SplitMix64(_request.Bootstrap.Seed, "learning curve").Shuffle(mayTeach);
        return [.. CurveSizes.Where(size => size < order.Count).Append(order.Count).Select(size =>
        {
            var predictions = _validation.Judge(_request.Plan, order.Take(size).ToHashSet());
            var (model, both) = (ScoreOf(Method.Model, predictions), ScoreOf(Method.Both, predictions));
            return new CurvePoint(size, model.Micro.Outcomes.F1, both.Micro.Outcomes.F1, model.MacroF1, both.MacroF1);
        })];
    }

    private List<Outcomes[]> ByDocument(IReadOnlyList<string> documents, IEnumerable<int> segments, Func<int, Outcomes[]> outcomesOf)
    {
        var sums = documents.ToDictionary(document => document, _ => new Outcomes[_codes.Count]);
        foreach (var segment in segments) Add(sums[DocumentOf(segment)], outcomesOf(segment));
        return [.. documents.Select(document => sums[document])];
    }

    // A code of which it cannot be told whether the segment has it counts nowhere.
    private Outcomes[] OutcomesOf(int segment, bool[] reached) => [.. reached.Select((given, code) => Truth(segment, code) is { } has ? Outcome(given, has) : default)];

    private static Outcomes Outcome(bool machine, bool person) => new(machine && person ? 1 : 0, machine && !person ? 1 : 0, !machine && person ? 1 : 0);

    private static Outcomes[] Add(Outcomes[] sums, Outcomes[] outcomes)
    {
        for (var code = 0; code < sums.Length; code++) sums[code] += outcomes[code];
        return sums;
    }

    private bool[] Reached(int segment) => _predictions.Reached(_request.Method, segment);

    private bool[] Tops(Func<int, bool> has) => [.. _tops.Select(has)];

    private bool? Truth(int segment, int code) => _request.Segments[segment].Lesson.Labels[code];

    private string DocumentOf(int segment) => _request.Segments[segment].Lesson.Document;
}
