namespace Spancoder.Reading.Layouts;

/// <summary>How words and speakers are laid out in a text, whatever kind of file it comes from.</summary>
internal interface ILayout
{
    /// <summary>As reports name it.</summary>
    string Name { get; }

    /// <returns>Null when the text is not laid out this way.</returns>
    Fit? Fit(TextSource source);
}

/// <summary>A layout that fits a text.</summary>
/// <param name="Heads">How many lines or rows it takes for the head of a turn.</param>
/// <param name="Read">Makes the units, and says what was guessed.</param>
internal sealed record Fit(int Heads, Func<IReadOnlyList<Unit>> Read);

/// <summary>Every layout that is read. To add one: a file in this folder, and a line here.</summary>
internal static class TextLayouts
{
    /// <summary>The one that finds most heads of turns is taken, of equal ones the first. The last fits anything and finds none.</summary>
    public static readonly IReadOnlyList<ILayout> All =
    [
        new SpeakerTable(),
        new TimedParagraphs(),
        new TimeAndName(),
        new BoldAndPlain(),
        new LabelledText(),
        new NameAndTime(),
        new Notes(),
    ];

    public static (ILayout Layout, IReadOnlyList<Unit> Units) Read(TextSource source)
    {
        var (layout, fit) = All.Select(layout => (layout, Fit: layout.Fit(source))).Where(tried => tried.Fit is not null).MaxBy(tried => tried.Fit!.Heads);
        return (layout, fit!.Read()); // never null: notes fit anything
    }
}
