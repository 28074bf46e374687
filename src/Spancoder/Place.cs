namespace Spancoder;

/// <param name="File">As the user named it, so that it can be pasted back.</param>
/// <param name="Line">1-based, counting blank lines, as an editor shows it. Null when it is about the file as a whole.</param>
/// <param name="Column">1-based. Null when it is about the line as a whole.</param>
public readonly record struct Place(string File, int? Line = null, int? Column = null) : IComparable<Place>
{
    public override string ToString() => (Line, Column) switch
    {
        ({ } line, { } column) => $"{File}:{line}:{column}",
        ({ } line, null) => $"{File}:{line}",
        _ => File,
    };

    public int CompareTo(Place other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0) return byFile;

        var byLine = (Line ?? 0).CompareTo(other.Line ?? 0);
        return byLine != 0 ? byLine : (Column ?? 0).CompareTo(other.Column ?? 0);
    }

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}
