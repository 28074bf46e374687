using System.Globalization;
using System.Text;
using System.Xml;
using Spancoder.Text;

namespace Spancoder.Reporting.Pictures;

/// <summary>How much room words take, and what of them is shown where there is less. An estimate, on the safe side: who draws an SVG does not know the letters.</summary>
internal static class Lettering
{
    /// <summary>Height of the letters, as <see cref="PictureStyle"/> sets them.</summary>
    public const double Size = 13;

    /// <summary>Of what is said in passing: axes, names in full, values.</summary>
    public const double Small = 12;

    /// <summary>Of numbers in fields and labels of tracks.</summary>
    public const double Tiny = 11;

    /// <summary>From one line to the next.</summary>
    public const double SmallLine = 15;

    private const string Ellipsis = "…";
    private const string WidestLetters = "MWmw%@&—…";

    /// <summary>Of the line on which letters stand whose middle is at <paramref name="middle"/>.</summary>
    public static double Baseline(double middle, double size = Size) => middle + (.35 * size);

    public static double WidthOf(string text, double size = Size) => size * ElementsOf(text).Sum(Ems);

    /// <summary>The words, or as many of them as there is room for.</summary>
    /// <param name="inTheMiddle">Whether the end tells as much as the beginning, as in the name of a file.</param>
    public static string Fit(string text, double width, double size = Size, bool inTheMiddle = false)
    {
        var shown = Clean(text);
        if (WidthOf(shown, size) <= width) return shown;

        var elements = ElementsOf(shown);
        var room = (width / size) - Ems(Ellipsis);
        var (head, tail) = (0, 0);
        while (head + tail < elements.Count)
        {
            var isTail = inTheMiddle && tail < head;
            room -= Ems(isTail ? elements[^(tail + 1)] : elements[head]);
            if (room < 0) break;
            if (isTail) tail++;
            else head++;
        }

        return string.Concat(elements.Take(head)).TrimEnd() + Ellipsis + string.Concat(elements.TakeLast(tail)).TrimStart();
    }

    /// <summary>Lines that fit, broken at blanks, or inside of what has none. What is too much is cut off the last.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int mostLines)
    {
        List<string> lines = [];
        var rest = ElementsOf(Clean(text).Trim());
        while (rest.Count > 0 && lines.Count < mostLines - 1)
        {
            var length = LineLength(rest, width / size);
            lines.Add(string.Concat(rest.Take(length)).Trim());
            rest = ElementsOf(string.Concat(rest.Skip(length)).Trim());
        }

        if (rest.Count > 0) lines.Add(Fit(string.Concat(rest), width, size));
        return lines;
    }

    /// <summary>Without what XML cannot hold and what would break a line.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a broken pair comes as the replacement character
        {
            if (rune.Value is '\t' or '\n' or '\r') clean.Append(' ');
            else if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)) clean.Append('\uFFFD');
            else clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Set apart from what stands beside it in one line of text, where its letters run the other way or it says that others should.</summary>
    public static string Isolated(string label) => label.Any(letter => letter is (>= '\u0590' and <= '\u08FF') or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\uFB1D' and <= '\uFEFF'))
        ? $"\u2068{label}\u2069"
        : label;

    private static int LineLength(List<string> elements, double ems)
    {
        var (length, lastBlank) = (0, 0);
        foreach (var element in elements)
        {
            if (element == " ") lastBlank = length;
            ems -= Ems(element);
            if (ems < 0) return lastBlank > 0 ? lastBlank : Math.Max(1, length);
            length++;
        }

        return length;
    }

    private static double Ems(string element) => DisplayWidth.Of(element) switch
    {
        0 => 0,
        1 when WidestLetters.Contains(element[0]) => .9,
        1 when char.IsUpper(element[0]) => .7,
        1 => .55,
        _ => 1,
    };

    // What stands in one place: a letter with its marks is not cut in two.
    private static List<string> ElementsOf(string text)
    {
        List<string> elements = [];
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext()) elements.Add(letters.GetTextElement());
        return elements;
    }
}
