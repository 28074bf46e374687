namespace Spancoder.Review.Packets;

/// <summary>How a study is handed out.</summary>
internal sealed record PacketOptions
{
    /// <summary>In ordinal order, each once.</summary>
    public required IReadOnlyList<string> Coders { get; init; }

    /// <summary>How many of the segments go to every coder; the others go to one each.</summary>
    public Portion Overlap { get; init; } = Portion.All;

    /// <summary>How many of the codable segments are handed out at all.</summary>
    public Portion Sample { get; init; } = Portion.All;

    public ulong Seed { get; init; } = 1;

    public PacketOrder Order { get; init; }

    /// <summary>Written beside every judgement, 1-based.</summary>
    public int Round { get; init; } = 1;
}

/// <summary>In which order a coder meets the segments; for each coder another.</summary>
internal enum PacketOrder
{
    /// <summary>Documents shuffled, the segments of each in reading order: what was said before is then still in mind.</summary>
    Document,

    /// <summary>Segments shuffled: no segment is judged in the light of the one before.</summary>
    Random,
}
