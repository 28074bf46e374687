using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Spancoder.Reading.Times;
using Spancoder.Text;
using Cell = System.Collections.Generic.IReadOnlyList<Spancoder.Reading.Layouts.Line>;
using Row = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<Spancoder.Reading.Layouts.Line>>;

namespace Spancoder.Reading.Layouts;

/// <summary>What the columns of a table hold that is a transcript, told by its first row or by what stands in them. Indices are 0-based.</summary>
/// <param name="Width">How many cells a row has that is like the others.</param>
/// <param name="HasHeader">The first row names columns.</param>
/// <param name="Text">The words.</param>
/// <param name="Speaker">Null where no column names speakers.</param>
/// <param name="Start">Times, or ranges of times; null where there are none.</param>
/// <param name="End">Times at which rows end, in a column of their own.</param>
internal sealed partial record TableColumns(int Width, bool HasHeader, int Text, int? Speaker, int? Start, int? End)
{
    private const double MostlyTimes = 0.8;
    private const int LongestName = 40; // characters
    private const int ShortestSpeech = 16; // columns on a screen, on the average
    private const int MostWordsOfName = 5;

    private static readonly FrozenSet<string> TextNames = Names(
        "text", "utterance", "utterancetext", "content", "transcript", "transcription", "words", "sentence", "body", "message", "statement", "speech",
        "inhalt", "äußerung", "texte", "contenu", "texto", "contenido", "内容", "文本", "正文", "话语", "內容", "話語");

    private static readonly FrozenSet<string> SpeakerNames = Names(
        "speaker", "speakername", "interlocutor", "participant", "name", "role", "who", "person", "sprecher", "sprecherin", "locuteur", "hablante", "说话人", "发言人", "說話人", "發言人");

    private static readonly FrozenSet<string> StartNames = Names(
        "start", "starttime", "begin", "timestamp", "timecode", "timespan", "time", "zeit", "zeitmarke", "temps", "tiempo", "开始时间", "时间", "時間", "開始時間");

    private static readonly FrozenSet<string> EndNames = Names("end", "endtime", "stop", "ende", "fin", "结束时间", "結束時間");

    // Short values that come again and again, and are answers.
    private static readonly FrozenSet<string> NeverNames = Names("yes", "no", "y", "n", "ja", "nein", "oui", "non", "sí", "si", "x", "true", "false", "n/a", "是", "否", "对", "不", "有", "无");

    /// <summary>All but words and speakers: times, numbers of rows, remarks.</summary>
    public IEnumerable<int> Others => Enumerable.Range(0, Width).Where(column => column != Text && column != Speaker);

    /// <returns>Null when the table is no transcript.</returns>
    public static TableColumns? Find(IReadOnlyList<Row> rows)
    {
        var width = rows.CountBy(row => row.Count).MaxBy(entry => entry.Value).Key;
        var alike = rows.Where(row => row.Count == width).ToList();
        if (width < 2) return null;

        var named = rows[0].Count == width && rows.Count > 1 && rows[0].All(IsTitle) ? alike[0].Select(HeaderOf).ToList() : [];
        var hasHeader = named.Exists(names => names is not null);
        if (!hasHeader) named = [.. new FrozenSet<string>?[width]];

        return Find(hasHeader ? alike[1..] : alike, named, hasHeader);
    }

    /// <summary>Whether a line is a time, or a range of times, and nothing else.</summary>
    public static bool TryReadTime(string text, out TimeSpan? start, out TimeSpan? end)
    {
        (start, end) = (null, null);
        if (text.Length > LongestName) return false;

        var match = Time().Match(text);
        if (!match.Success) return false;

        start = Stamp.Parse(match.Groups["start"].Value);
        end = match.Groups["end"].Success ? Stamp.Parse(match.Groups["end"].Value) : null;
        return start is not null;
    }

    /// <summary>For a notice: "column 1 time, column 2 speaker, column 3 text".</summary>
    public override string ToString()
    {
        (int? Column, string Kind)[] parts = [(Start, "time"), (End, "end"), (Speaker, "speaker"), (Text, "text")];
        return string.Join(", ", parts.Where(part => part.Column is not null).OrderBy(part => part.Column).Select(part => $"column {part.Column + 1} {part.Kind}"));
    }

    private static TableColumns? Find(List<Row> rows, List<FrozenSet<string>?> named, bool hasHeader)
    {
        var columns = Enumerable.Range(0, named.Count).ToList();
        var start = Named(StartNames) ?? Free().Cast<int?>().FirstOrDefault(column => HoldsTimes(rows, column!.Value));
        Take(start);
        var end = Named(EndNames) ?? Free().Cast<int?>().FirstOrDefault(column => start is not null && HoldsTimes(rows, column!.Value));
        Take(end);

        var said = Named(TextNames);
        var free = Free().Where(column => !HoldsNumbers(rows, column)).ToList();
        if (said is null && free.Count == 0) return null;

        var text = said ?? free.MaxBy(column => LengthOf(rows, column)); // of equal ones the first
        Take(text);
        var speaker = Named(SpeakerNames) is { } name && (said is not null || HoldsNames(rows, name)) ? name
            : Free().Cast<int?>().FirstOrDefault(column => HoldsNames(rows, column!.Value));
        if (speaker is null && start is null || LengthOf(rows, text) == 0) return null;

        // "Place | Village": few different values beside others that are no longer are a table of facts.
        var isSpeech = said is not null || AreRoles(rows, speaker) || AverageOf(rows, text) >= Math.Max(ShortestSpeech, speaker is { } names ? 2 * AverageOf(rows, names) : 0);
        return isSpeech ? new(named.Count, hasHeader, text, speaker, start, end) : null;

        List<int> Free() => columns;
        void Take(int? column) => columns = columns.FindAll(other => other != column);
        int? Named(FrozenSet<string> names) => columns.Cast<int?>().FirstOrDefault(column => named[column!.Value] == names);
    }

    // The first row names columns only when nobody speaks in it.
    private static bool IsTitle(Cell cell) => cell.Where(line => !line.IsBlank).ToList() switch
    {
        [] => true,
        [var only] => HeaderOf(cell) is not null || only.Text.Trim() is { Length: <= LongestName } title && (title[^1] != '.' || title.Length <= 4) && title[^1] is not ('?' or '!' or '。' or '？' or '！'),
        _ => false,
    };

    private static FrozenSet<string>? HeaderOf(Cell cell)
    {
        var name = HeaderBlanks().Replace(string.Concat(cell.Select(line => line.Text)), "");
        return new[] { TextNames, SpeakerNames, StartNames, EndNames }.FirstOrDefault(names => names.Contains(name));
    }

    private static IEnumerable<string> ValuesOf(List<Row> rows, int column) => rows.SelectMany(row => row[column]).Where(line => !line.IsBlank).Select(line => line.Text.Trim());

    private static int LengthOf(List<Row> rows, int column) => ValuesOf(rows, column).Sum(value => value.Length);

    // Columns on a screen, of which a Chinese character takes two.
    private static double AverageOf(List<Row> rows, int column) => ValuesOf(rows, column).Select(DisplayWidth.Of).DefaultIfEmpty(0).Average();

    private static bool HoldsTimes(List<Row> rows, int column)
    {
        var values = ValuesOf(rows, column).ToList();
        return values.Count * 2 >= rows.Count && values.Count > 0 && values.Count(value => TryReadTime(value, out _, out _)) >= values.Count * MostlyTimes;
    }

    private static bool HoldsNumbers(List<Row> rows, int column) => ValuesOf(rows, column).All(value => Number().IsMatch(value));

    // Few different short values, or known roles only.
    private static bool HoldsNames(List<Row> rows, int column)
    {
        var names = NamesIn(rows, column);
        var different = names.Distinct(LabelComparer.Instance).Count();
        return names.Count > 0 && names.TrueForAll(IsName) && (different < names.Count && different <= Math.Max(2, names.Count / 2) || AreRoles(rows, column));
    }

    private static bool AreRoles(List<Row> rows, int? column) => column is { } speaker && NamesIn(rows, speaker).TrueForAll(name => Roles.Of(name) is not null);

    private static List<string> NamesIn(List<Row> rows, int column) =>
        [.. ValuesOf(rows, column).Where(value => !TryReadTime(value, out _, out _)).Select(value => value.TrimEnd(':', '：', ' '))];

    private static bool IsName(string value) =>
        value.Length is > 0 and <= LongestName && char.IsLetterOrDigit(value[0]) && value.Any(char.IsLetter) && value[^1] is not ('?' or '!' or '。' or '？' or '！' or ',' or ';')
        && value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfName && !NeverNames.Contains(value.TrimEnd('.'));

    private static FrozenSet<string> Names(params ReadOnlySpan<string> names) => FrozenSet.ToFrozenSet(names.ToArray(), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s_:：-]+", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderBlanks();

    [GeneratedRegex(@"^[0-9]{1,6}[.)]?$")]
    private static partial Regex Number();

    [GeneratedRegex($@"^[\[(（{{#<]?\s*(?<start>{AsciiStamp})(?:\s*(?:-->|[-–—~]|to|bis)\s*(?<end>{AsciiStamp}))?\s*[\])）}}#>]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    private const string AsciiStamp = "(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?";
}
