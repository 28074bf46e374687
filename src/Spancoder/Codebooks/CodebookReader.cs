using System.Security.Cryptography;
using System.Text;
using Spancoder.Text;

namespace Spancoder.Codebooks;

/// <summary>Reads a codebook's folder: <c>codebook.yaml</c> with the codes, and beside it any other <c>.yaml</c> with lists and rules.</summary>
public static class CodebookReader
{
    private const string Main = "codebook.yaml";

    /// <param name="path">The codebook's folder, or one file: of rules without codes, or with all that a codebook needs.</param>
    /// <param name="problems">Everything wrong with it, in all its files.</param>
    /// <returns>What could be read. Do not use it before <see cref="Problems.StopIfAny"/>.</returns>
    /// <exception cref="InputException">The path, or a folder's codebook.yaml, is not there.</exception>
    public static Codebook Read(string path, Problems problems)
    {
        var isFile = File.Exists(path);
        var files = isFile ? [Open(path)] : FilesOf(path);
        List<Yaml.Mapping> blocks = [];
        foreach (var file in files)
        {
            var text = Decode(file, problems);
            switch (Yaml.Read(text, file.Path, problems))
            {
                case Yaml.Mapping block: blocks.Add(block); break;
                case { } other: problems.Add(other.Place, "a codebook file is a block of 'word: ...' lines", "begin with 'format: 1'"); break;
            }
        }

        var main = isFile ? files[0] : files.First(file => Path.GetFileName(file.Path) == Main);
        var hasCodes = !isFile || blocks.Any(block => block.Find("codes") is not null);
        var parts = new CodebookParts(main.Path, hasCodes, problems);
        foreach (var block in blocks) parts.Add(block, isMain: hasCodes && block.Place.File == main.Path);
        return parts.Build(HashOf(files));
    }

    private static List<CodebookFile> FilesOf(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException(new(folder), "there is no such codebook folder", $"give --codebook a folder that holds {Main}");
        if (!File.Exists(Path.Combine(folder, Main)))
        {
            throw new InputException(new(folder), $"there is no {Main} in this folder", "give --codebook the folder of one codebook");
        }

        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*.yaml")
                    .Order(StringComparer.Ordinal)
                    .Select(Open),
            ];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new(folder), "a file of this codebook cannot be opened", "see who may read it");
        }
    }

    private static CodebookFile Open(string path) => new(Paths.WithSlashes(path), File.ReadAllBytes(path));

    private static string Decode(CodebookFile file, Problems problems)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(file.Bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(file.Path), "this file is not UTF-8", "save it as UTF-8");
            return "";
        }
    }

    private static string HashOf(List<CodebookFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file.Path) + "\n"));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record CodebookFile(string Path, byte[] Bytes);
}
