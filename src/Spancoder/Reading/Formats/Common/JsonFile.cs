using System.Text.Json;
using System.Text.RegularExpressions;

namespace Spancoder.Reading.Formats.Common;

/// <summary>JSON from other people: nothing in it may stand for two things, and what is damaged is a problem.</summary>
internal static partial class JsonFile
{
    // So deep as no transcript nests; the same key twice in one object would hide what stands under the first.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Whether it begins as JSON does and a transcript does not; under one of these extensions the first bracket is enough.</summary>
    public static bool Begins(FileContent file, IReadOnlyList<string> extensions)
    {
        var head = file.Head.TrimStart();
        return head is ['{' or '[', ..] && (extensions.Contains(file.Extension) || Beginning().IsMatch(head));
    }

    /// <param name="text">One JSON value.</param>
    /// <param name="line">The line on which it begins, 1-based.</param>
    /// <param name="findings">Knows the file.</param>
    /// <exception cref="InputException">It is broken.</exception>
    public static JsonDocument Parse(string text, int line, Findings findings)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException broken)
        {
            findings.Refuse((int)(line + (broken.LineNumber ?? 0)), "this is no longer JSON here: a sign is missing or doubled, a key stands twice, or it is nested too deep",
                "write the file again with the program that made it, or mend the line");
            return null;
        }
        catch (InvalidOperationException)
        {
            // Keys are compared, so each is looked at here and none later.
            findings.Refuse(line, "a key in it holds half of a character (a lone surrogate after \\u)", "write the file again with the program that made it");
            return null;
        }
    }

    /// <returns>Null where the text is no JSON.</returns>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="InputException">It holds half of a character.</exception>
    public static string StringOf(JsonElement value, int? number, Findings findings)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            findings.Refuse(number, "a text in it holds half of a character (a lone surrogate after \\u)", "write the file again with the program that made it");
            return "";
        }
    }

    [GeneratedRegex("""^\{\s*"|^\[\s*\{\s*["}]""")]
    private static partial Regex Beginning();
}
