using System.Text;
using Spancoder.Reading;
using Spancoder.Reporting;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Another tool's dictionary, made a codebook.</summary>
/// <param name="Format">What it was read as.</param>
/// <param name="Read">How many categories and terms the file has; a term counts in each of its categories.</param>
/// <param name="Carried">How many codes, rules and terms came of them.</param>
/// <param name="Notices">All that was changed or left out, in order of place.</param>
/// <param name="Files">By name.</param>
internal sealed record DictionaryImport(
    string Format, (int Categories, int Terms) Read, (int Codes, int Rules, int Terms) Carried, IReadOnlyList<Notice> Notices, IReadOnlyList<(string Name, string Text)> Files)
{
    private const string NoticesFile = "import-notices.txt";

    /// <param name="path">As the user named it.</param>
    /// <param name="format">What the user says it is, by its name in <see cref="DictionaryFormats"/>; null to find out.</param>
    /// <param name="encoding">What the user says it is in; null to find out.</param>
    /// <exception cref="InputException">It cannot be read, or is no dictionary.</exception>
    public static DictionaryImport Of(string path, string? format, string? encoding)
    {
        var file = FileContent.Open(path, new() { Encoding = encoding });
        List<Notice> notices = [];
        var kind = DictionaryFormats.Find(file, format, notices);
        var categories = kind.Read(file, notices);
        if (!file.Decoded.IsSure) notices.Add(new(new(path), $"it does not say what encoding it is in, and was read as {file.Decoded.Encoding.ToUpperInvariant()}", "save it as UTF-8, or say it with --encoding"));

        var drafts = Drafting.Draft(categories, path, notices);
        var name = Path.GetFileName(path);
        IReadOnlyList<Notice> inOrder = [.. notices.OrderBy(notice => notice.Place)];
        List<(string, string)> files = [.. new CodebookFiles(name, kind.Name).Write(drafts)];
        if (inOrder is not []) files.Add((NoticesFile, string.Concat(inOrder.Select(notice => $"{notice with { Place = notice.Place with { File = name } }}\n"))));
        return new(kind.Name, SizeOf(categories), SizeOf(drafts), inOrder, files);
    }

    /// <summary>Opens the folder that it goes to.</summary>
    /// <param name="problems">That it cannot be written to, or holds a codebook already.</param>
    public static OutputFolder OpenFolder(string folder, Problems problems)
    {
        var output = OutputFolder.Open(folder, problems);
        try
        {
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder).Select(Path.GetFileName).Where(name => name is NoticesFile || name?.EndsWith(".yaml", StringComparison.Ordinal) == true).Min(StringComparer.Ordinal) is { } there)
            {
                problems.Add(new(folder), $"there is '{there}' in this folder, and a codebook is never written over or added to", "give --out a new folder");
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(folder), "what is in this folder cannot be seen", "give --out a new folder");
        }

        return output;
    }

    public void WriteTo(OutputFolder folder)
    {
        foreach (var (name, text) in Files)
        {
            using var stream = folder.Create(name);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        folder.Finish();
    }

    private static (int, int) SizeOf(IReadOnlyList<Category> categories)
    {
        var all = categories.SelectMany(category => category.WithDescendants()).ToList();
        return (all.Count, all.Sum(category => category.Terms.Count));
    }

    private static (int, int, int) SizeOf(IReadOnlyList<CodeDraft> drafts)
    {
        var all = drafts.SelectMany(code => code.WithDescendants()).ToList();
        return (all.Count, all.Count(code => code.Lists is not []), all.Sum(code => code.Lists.Sum(list => list.Terms.Count)));
    }
}
