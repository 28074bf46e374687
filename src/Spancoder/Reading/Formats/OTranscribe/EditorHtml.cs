using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using Spancoder.Reading.Layouts;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.OTranscribe;

/// <summary>
/// The HTML of an editor in a browser as lines of text: <c>br</c>, <c>p</c> and <c>div</c> end them, entities are resolved, a stamp becomes
/// <c>[h:mm:ss]</c>, and of all other markup only the words stay.
/// </summary>
internal sealed partial class EditorHtml
{
    private const int LongestTag = 500; // characters; what is longer has lost its closing bracket, and is words

    private const int LongestName = 20;

    private readonly List<Line> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly StringBuilder _words = new(); // since the last tag, entities not yet resolved
    private string? _afterStamp; // what closes the stamp that is open
    private bool _isRepeated; // the words inside it say the same

    private EditorHtml()
    {
    }

    /// <returns>Blank ones too; numbered from 1, as the editor shows them.</returns>
    public static IReadOnlyList<Line> LinesOf(string html)
    {
        EditorHtml reader = new();
        reader.Read(html);
        return reader._lines;
    }

    private void Read(string html)
    {
        for (var index = 0; index < html.Length; index++)
        {
            var end = html[index] == '<' ? EndOfTag(html, index) : -1;
            if (end < 0)
            {
                _words.Append(html[index] is '\n' or '\r' or '\t' ? ' ' : html[index]);
                continue;
            }

            EndWords();
            Take(html[index..end]);
            index = end - 1;
        }

        EndWords();
        if (_line.Length > 0) EndLine();
    }

    // Behind the tag that begins here; negative where it is words: "a < b".
    private static int EndOfTag(string html, int start)
    {
        if (!TagStart().IsMatch(html.AsSpan(start, Math.Min(LongestName, html.Length - start)))) return -1;

        char? quote = null;
        for (var index = start + 1; index < Math.Min(html.Length, start + LongestTag); index++)
        {
            var c = html[index];
            if (quote is not null) quote = c == quote ? null : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return index + 1;
            else if (c == '<') return -1;
        }

        return -1;
    }

    private void Take(string tag)
    {
        var name = TagName().Match(tag).Value.ToLowerInvariant();
        switch (name)
        {
            case "br":
                EndLine();
                break;
            case "p" or "/p" or "div" or "/div" or "li" or "/li":
                if (_line.Length > 0) EndLine();
                break;
            case "span" when IsStamp().IsMatch(tag):
                BeginStamp(tag);
                break;
            case "/span" when _afterStamp is not null:
                _line.Append(_afterStamp);
                (_afterStamp, _isRepeated) = (null, false);
                break;
        }
    }

    private void BeginStamp(string tag)
    {
        var time = TimeOf(StampTime().Match(tag).Groups["time"].Value);
        _isRepeated = time is not null;
        _afterStamp = _isRepeated ? " " : "] ";
        _line.Append(time is { } known ? Stamped(known) : "[");
    }

    // Seconds; in old files a clock's time. Null where there is neither, and the words inside are all there is.
    private static TimeSpan? TimeOf(string value) =>
        ClockTime.TryParse(value, out var clock) ? clock.ToTimeSpan(framesPerSecond: null) : MediaTime.OfSeconds(value);

    // With hours, and with all of the fraction or none: "0:12.34" may be twelve minutes.
    private static string Stamped(TimeSpan time)
    {
        var fraction = time.Milliseconds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{time.Milliseconds:000}");
        return string.Create(CultureInfo.InvariantCulture, $"[{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}{fraction}]");
    }

    private void EndWords()
    {
        if (!_isRepeated && _words.Length > 0) _line.Append(HttpUtility.HtmlDecode(_words.ToString()).Replace('\u00A0', ' '));
        _words.Clear();
    }

    private void EndLine()
    {
        _lines.Add(new(_lines.Count + 1, _line.ToString().Trim().ReplaceLineEndings(" ")));
        _line.Clear();
    }

    [GeneratedRegex(@"^<(?:!--|/?[a-zA-Z][a-zA-Z0-9]*[\s/>])")]
    private static partial Regex TagStart();

    [GeneratedRegex(@"(?<=^<)/?[a-zA-Z][a-zA-Z0-9]*")]
    private static partial Regex TagName();

    [GeneratedRegex(@"\bclass\s*=\s*[""']?[^""'>]*\btimestamp\b|\bdata-timestamp\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsStamp();

    [GeneratedRegex(@"\bdata-timestamp\s*=\s*[""']?(?<time>[\d.:]{1,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StampTime();
}
