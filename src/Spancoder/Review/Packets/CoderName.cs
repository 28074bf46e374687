using System.Buffers;
using Spancoder.Coders;
using Spancoder.Review.Adjudication;

namespace Spancoder.Review.Packets;

/// <summary>What a person who codes may be called: it becomes the name of files, and a cell of tables.</summary>
internal static class CoderName
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\:*?\"<>|#%=;,");
    private static readonly string[] Nobody = [RuleCoder.Name, Machine.ModelName, SettledFile.Coder];
    private static readonly string[] Files = ["plan", "codebook", "packet"];

    /// <returns>What is wrong with it, as a clause; null when nothing is.</returns>
    public static string? WhatIsWrong(string name)
    {
        if (Nobody.Contains(name, StringComparer.OrdinalIgnoreCase)) return "is no person's name";
        if (Files.Contains(name, StringComparer.OrdinalIgnoreCase)) return "is the name of another file of the packet";
        if (!char.IsLetterOrDigit(name, 0)) return "does not begin with a letter or a digit";
        if (name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl)) return "has a character that names of files cannot have everywhere";
        return name[^1] is ' ' or '.' ? "ends with a blank or a point, which names of files cannot everywhere" : null;
    }
}
