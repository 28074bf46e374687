using System.Globalization;
using System.Text.RegularExpressions;
using Spancoder.Reading;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>LIWC's <c>.dic</c>: numbered categories between two lines of <c>%</c>, those below others set in; then words, each with the numbers of its categories.</summary>
/// <remarks>
/// After LIWC's operator's manuals of 2007 and 2015 and what is known of files in use: tabs or blanks as separators, several of them,
/// words on several lines, numbers with a zero in front, conditions in parentheses or angle brackets.
/// </remarks>
internal sealed partial class LiwcDictionary : IDictionaryFormat
{
    private const string Mark = "%";

    public string Name => "liwc";

    public IReadOnlyList<string> Extensions => [".dic"];

    public bool Recognises(FileContent file) => file.Text.AsSpan().TrimStart() is ['%', .. var rest] && rest.TrimStart(" \t") is ['\n', ..];

    public IReadOnlyList<Category> Read(FileContent file, List<Notice> notices)
    {
        List<Line> lines = [.. file.Text.Split('\n').Select((text, index) => new Line(text, new(file.Name, index + 1))).Where(line => line.Text.Length > 0)];
        var first = lines.FindIndex(line => line.Text == Mark);
        var second = first < 0 ? -1 : lines.FindIndex(first + 1, line => line.Text == Mark);
        if (second < 0)
        {
            throw new InputException(new(file.Name), $"the categories should stand between two lines of %, and there {(first < 0 ? "is no such line" : "is one such line")}",
                "put a line of % before the list of categories and one after it");
        }

        foreach (var line in lines[..first]) notices.Add(new(line.Place, "this line stands before the categories and was left out", "look whether anything is lost by it"));
        var headings = ReadHeadings(lines[(first + 1)..second], notices);
        foreach (var line in lines[(second + 1)..]) ReadWord(line, headings, notices);
        return TreeOf(headings.Values, notices);
    }

    private static OrderedDictionary<int, Heading> ReadHeadings(IEnumerable<Line> lines, List<Notice> notices)
    {
        OrderedDictionary<int, Heading> headings = [];
        Problems problems = new();
        foreach (var line in lines)
        {
            if (CategoryLine().Match(line.Text) is not { Success: true } match || !TryReadNumber(match.Groups["number"].Value, out var number))
            {
                notices.Add(new(line.Place, $"'{Shown.Of(line.Text)}' does not begin with a category's number and was left out", "write the number, a tab, and the category's name"));
            }
            else if (!headings.TryAdd(number, new(match.Groups["key"].Value, match.Groups["name"].Value, line)))
            {
                problems.Add(line.Place, $"category number {number} stands here for the second time, first on line {headings[number].Line.Place.Line}", "give each category a number of its own");
            }
        }

        problems.StopIfAny();
        return headings;
    }

    private static void ReadWord(Line line, OrderedDictionary<int, Heading> headings, List<Notice> notices)
    {
        var entry = LiwcEntry.Parse(line.Text);
        var shown = Shown.Of(entry.Word);
        if (entry.Codes is [])
        {
            notices.Add(new(line.Place, $"'{shown}' has no category and was left out", "write its category's number after it, or remove the line"));
        }
        else if (entry.Word.Split(' ') is [_, .., var last] && TryReadNumber(last, out var number) && headings.ContainsKey(number))
        {
            notices.Add(new(line.Place, $"'{shown}' ends in a category's number before the tab, and was read as a phrase", "put a tab before the number if the category is meant"));
        }

        HashSet<int> given = [];
        foreach (var code in entry.Codes)
        {
            if (LossOf(code, headings, given) is var (what, mend))
            {
                notices.Add(new(line.Place, $"'{shown}' {what}", mend));
                continue;
            }

            if (code.Weight is { } weight) notices.Add(Weights.NotCarried(line.Place, entry.Word, weight));
            headings[code.Category].Terms.Add(new(entry.Word, line.Place));
        }
    }

    /// <param name="given">The categories that the word has already; takes this one.</param>
    private static (string What, string? Mend)? LossOf(LiwcCode code, OrderedDictionary<int, Heading> headings, HashSet<int> given) => code.Kind switch
    {
        LiwcCodeKind.Conditional => ($"has the condition {Shown.Of(code.Text)}, which was left out, so it does not count for these categories", "write a rule with 'only-if' or 'unless' for it"),
        LiwcCodeKind.Other => ($"has '{Shown.Of(code.Text)}' where a category's number should stand, which was left out", "write the number"),
        _ when !headings.ContainsKey(code.Category) => ($"is for category {code.Category}, which the file does not define, so it does not count for it", "define the category between the lines of %"),
        _ when !given.Add(code.Category) => ($"is for category {code.Category} twice, which counts once here", null),
        _ => null,
    };

    // A category that is set in further than the one before it stands below it.
    private static List<Category> TreeOf(IEnumerable<Heading> headings, List<Notice> notices)
    {
        List<Heading> top = [];
        Stack<Heading> open = new();
        foreach (var heading in headings)
        {
            var closed = open.Count > 0 ? open.Peek() : null;
            while (open.TryPeek(out var before) && before.Line.Indent >= heading.Line.Indent) closed = open.Pop();
            if (closed is not null && closed.Line.Indent > heading.Line.Indent)
            {
                notices.Add(new(heading.Line.Place, $"'{Shown.Of(heading.Key)}' is set in less than the category before it and further than the one that this stands in, and was put beside it", "set categories of one level in alike"));
            }

            if (open.Count == Category.Deepest) throw Category.TooDeep(heading.Line.Place);
            (open.TryPeek(out var parent) ? parent.Children : top).Add(heading);
            open.Push(heading);
        }

        return [.. top.Select(heading => heading.AsCategory())];
    }

    private static bool TryReadNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <param name="raw">With what it is set in by.</param>
    private sealed class Line(string raw, Place place)
    {
        public string Text { get; } = raw.Trim();

        public Place Place => place;

        /// <summary>In characters: a tab, which is what LIWC writes, is one.</summary>
        public int Indent { get; } = raw.Length - raw.TrimStart().Length;
    }

    /// <param name="Name">In full; empty where there is only the key.</param>
    private sealed record Heading(string Key, string Name, Line Line)
    {
        public List<DictionaryTerm> Terms { get; } = [];

        public List<Heading> Children { get; } = [];

        public Category AsCategory() =>
            new() { Key = Key, Name = Name.Length > 0 ? Name : null, Place = Line.Place, Terms = Terms, Children = [.. Children.Select(child => child.AsCategory())] };
    }

    // "31  affect", in files of 2015 "31  affect (Affective Processes)", and the same with a tab between the two
    [GeneratedRegex(@"^(?<number>[0-9]+)\s+(?:(?<key>\S+)\s+\((?<name>[^()]+)\)|(?<key>[^\t]+)\t\s*(?<name>.+)|(?<key>.+))$", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryLine();
}
