using Spancoder.Reading;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>One kind of dictionary. To add one: a file here, a line in <see cref="DictionaryFormats"/>, a section in docs/import.md.</summary>
internal interface IDictionaryFormat
{
    /// <summary>As <c>--format</c> takes it: "liwc".</summary>
    string Name { get; }

    /// <summary>With their point, lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the content is of this kind.</summary>
    /// <exception cref="InputException">The bytes are not text.</exception>
    bool Recognises(FileContent file);

    /// <param name="file">Recognised, or said by the user to be of this kind.</param>
    /// <param name="notices">Takes what has no place in a category of terms.</param>
    /// <returns>The categories at the top.</returns>
    /// <exception cref="InputException">It is not of this kind, or contradicts itself.</exception>
    IReadOnlyList<Category> Read(FileContent file, List<Notice> notices);
}
