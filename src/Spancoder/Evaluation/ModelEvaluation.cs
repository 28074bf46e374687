using Spancoder.Agreement.Resampling;
using Spancoder.Codebooks;

namespace Spancoder.Evaluation;

/// <summary>How well machines code what people judged, of documents that they did not learn from.</summary>
internal sealed record ModelEvaluation
{
    public required Codebook Codebook { get; init; }

    public required FoldPlan Plan { get; init; }

    public required BootstrapOptions Bootstrap { get; init; }

    /// <summary>Whose judgements are taken for right.</summary>
    public required IReadOnlyList<string> Coders { get; init; }

    /// <summary>Segments that were judged by machines too.</summary>
    public required int Segments { get; init; }

    /// <summary>Of them, those that have a code of the codebook.</summary>
    public required int Coded { get; init; }

    /// <summary>Of them, those of which it is undecided whether they have some code at the top, since as many people gave it as did not. Such decisions count nowhere.</summary>
    public required int Undecided { get; init; }

    /// <summary>By code, how many segments were judged by a classifier that had learned it; of the others the rules decide.</summary>
    public required IReadOnlyList<int> LearnedOn { get; init; }

    public required int Documents { get; init; }

    /// <summary>Segments that nobody could tell; they are left out.</summary>
    public required int Unsure { get; init; }

    /// <summary>The way to code that the details are of.</summary>
    public required Method Method { get; init; }

    /// <summary>By way to code.</summary>
    public required IReadOnlyDictionary<Method, SystemScore> Scores { get; init; }

    /// <summary>Each fold by itself, by <see cref="Method"/>.</summary>
    public required IReadOnlyList<(string Fold, int Documents, int Segments, SystemScore Score)> Folds { get; init; }

    /// <summary>People beside each other on the same segments.</summary>
    public required PeopleScore People { get; init; }

    public required IReadOnlyList<Calibration> Calibrations { get; init; }

    public required MechanismConfusion Confusion { get; init; }

    public required IReadOnlyList<(string Value, int Segments, CodeScore Score)> ByLanguage { get; init; }

    public required IReadOnlyList<(string Value, int Segments, CodeScore Score)> ByLayer { get; init; }

    /// <summary>Empty where nobody asked for it.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];

    public SystemScore Score => Scores[Method];
}

/// <summary>How people do beside each other.</summary>
/// <param name="Pairs">Who with whom.</param>
/// <param name="Segments">That two or more of them judged.</param>
/// <param name="Score">All pairs together; it is no precision or recall, as none of them is right. Null without a pair.</param>
/// <param name="Alphas">By code at the top: Krippendorff's alpha of all of them, the code given or not.</param>
internal sealed record PeopleScore(IReadOnlyList<(string First, string Second)> Pairs, int Segments, SystemScore? Score, IReadOnlyList<(Code Code, Figure Alpha)> Alphas);

/// <param name="Segments">How many were drawn to learn from, all folds together; of each fold its own documents are left out.</param>
internal sealed record CurvePoint(int Segments, Figure ModelMicro, Figure BothMicro, Figure ModelMacro, Figure BothMacro);
