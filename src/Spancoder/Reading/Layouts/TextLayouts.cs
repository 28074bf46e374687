namespace Spancoder.Reading.Layouts;

/// <summary>How words and speakers are laid out in a text, whatever kind of file it comes from.</summary>
internal interface ILayout
{
    /// <summary>As reports name it.</summary>
    string Name { get; }

    /// <returns>Null when the file is not laid out this way.</returns>
    IReadOnlyList<Unit>? TryRead(TextSource source);
}

/// <summary>Every layout that is read. To add one: a file in this folder, and a line here.</summary>
internal static class TextLayouts
{
    /// <summary>In the order in which they are tried; the last takes anything.</summary>
    public static readonly IReadOnlyList<ILayout> All =
    [
        new SpeakerTable(),
        new TimedParagraphs(),
        new TimeAndName(),
        new NameAndTime(),
        new BoldAndPlain(),
        new LabelledText(),
        new Notes(),
    ];

    public static (ILayout Layout, IReadOnlyList<Unit> Units) Read(TextSource source)
    {
        foreach (var layout in All)
        {
            if (layout.TryRead(source) is { } units) return (layout, units);
        }

        throw new System.Diagnostics.UnreachableException("the last layout takes anything");
    }
}
