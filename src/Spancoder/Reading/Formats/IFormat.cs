namespace Spancoder.Reading.Formats;

/// <summary>One kind of file. To add one: a file here, or a folder where it has parts, a line in <see cref="FileFormats"/>, a section in docs/formats.md.</summary>
internal interface IFormat
{
    /// <summary>As inspect prints it and <c>--input-format</c> takes it: "docx".</summary>
    string Name { get; }

    /// <summary>With their point, lower case. They never decide alone; a contradiction is a notice.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the content is of this kind. The extension may only break a tie.</summary>
    /// <exception cref="InputException">The bytes had to be decoded for the answer and are not text.</exception>
    bool Recognises(FileContent file);

    /// <param name="file">Recognised, or said by the user to be of this kind.</param>
    /// <param name="findings">Takes facts, speakers' names, and what was guessed, repaired or dropped.</param>
    /// <exception cref="InputException">It is not of this kind, or damaged.</exception>
    Content Read(FileContent file, Findings findings);
}
