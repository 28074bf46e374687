namespace Spancoder.Evaluation.Correction;

/// <summary>What is known of one document and one code, as counts of its codable segments.</summary>
internal sealed record SampledDocument
{
    /// <summary>Those from which the sample was drawn, drawn or not.</summary>
    public required int Frame { get; init; }

    /// <summary>Of the frame, those to which the machine gives the code.</summary>
    public required int FrameByMachine { get; init; }

    /// <summary>Those that people had judged before anything was drawn: a stratum that is known whole.</summary>
    public int Known { get; init; }

    public int KnownByPeople { get; init; }

    public int KnownByMachine { get; init; }

    public SampledPairs Sampled { get; init; }

    public int Segments => Known + Frame;

    /// <summary>The same as if there were no machine, which is one that never gives the code.</summary>
    public SampledDocument ByPeopleAlone => this with { FrameByMachine = 0, KnownByMachine = 0, Sampled = Sampled.ByPeopleAlone };
}

/// <summary>Segments that were drawn by chance and judged, by who gives them the code.</summary>
internal readonly record struct SampledPairs(int Both, int OnlyPeople, int OnlyMachine, int Neither)
{
    public int Count => Both + OnlyPeople + OnlyMachine + Neither;

    public int ByPeople => Both + OnlyPeople;

    public int ByMachine => Both + OnlyMachine;

    /// <summary>The sum of people's value less the machine's, each 1 where the code is given.</summary>
    public int Difference => OnlyPeople - OnlyMachine;

    public SampledPairs ByPeopleAlone => new(0, ByPeople, 0, Count - ByPeople);

    public static SampledPairs Of(bool byPeople, bool byMachine) => new(byPeople && byMachine ? 1 : 0, byPeople && !byMachine ? 1 : 0, !byPeople && byMachine ? 1 : 0, byPeople || byMachine ? 0 : 1);

    public static SampledPairs operator +(SampledPairs left, SampledPairs right) =>
        new(left.Both + right.Both, left.OnlyPeople + right.OnlyPeople, left.OnlyMachine + right.OnlyMachine, left.Neither + right.Neither);
}
