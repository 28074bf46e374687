using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Spancoder.Reading.Times;
using Spancoder.Text;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>What a column of a table of utterances holds.</summary>
internal enum ColumnRole
{
    Text,
    Speaker,
    Start,
    End,
    Turn,

    /// <summary>From which recording or transcript the row is.</summary>
    Document,
}

/// <summary>Which column of a table is which: as <c>--map</c> says, else by its name. Never by the look of its words.</summary>
internal sealed class UtteranceColumns
{
    private const int LongestShown = 30; // characters; a longer name may be somebody's words

    private static readonly SearchValues<char> Sentences = SearchValues.Create("?!,;:。？！，；：\n"); // not in a name

    // Of two known names the one that says more counts: "speaker" before "name", "text" before "words", which is also a count.
    private static readonly FrozenDictionary<string, (ColumnRole Role, int Rank)> Known = MakeKnown();

    private readonly Dictionary<ColumnRole, int> _found = [];

    private UtteranceColumns()
    {
    }

    /// <summary>As <c>--map</c> takes them.</summary>
    public static IReadOnlyList<string> RoleNames { get; } = [.. Enum.GetNames<ColumnRole>().Select(name => name.ToLowerInvariant())];

    public int? this[ColumnRole role] => _found.TryGetValue(role, out var index) ? index : null;

    public static ColumnRole? RoleOf(string name) => Known.TryGetValue(Loosen(name), out var known) ? known.Role : null;

    /// <summary>A name under which <c>--map</c> or everybody knows a column of words.</summary>
    public static bool IsText(string name, IReadOnlyDictionary<string, string> map) =>
        RoleOf(name) == ColumnRole.Text || map.TryGetValue("text", out var mapped) && SameName(name, mapped);

    /// <summary>How many of the names are known.</summary>
    public static int KnownIn(IEnumerable<string> names, IReadOnlyDictionary<string, string> map) =>
        names.Count(name => RoleOf(name) is not null || name.Length > 0 && map.Values.Any(mapped => SameName(name, mapped)));

    /// <summary>What the name says a bare number counts: <c>start_ms</c>, <c>end (s)</c>. Null where it says nothing.</summary>
    public static TimeUnit? UnitOf(string name) => Loosen(name) switch
    {
        var key when key.EndsWith("ms", StringComparison.Ordinal) || key.EndsWith("msec", StringComparison.Ordinal) || key.EndsWith("milliseconds", StringComparison.Ordinal) => TimeUnit.Milliseconds,
        "starts" or "ends" or "begins" or "stops" or "times" => TimeUnit.Seconds,
        var key when key.EndsWith("sec", StringComparison.Ordinal) || key.EndsWith("secs", StringComparison.Ordinal) || key.EndsWith("seconds", StringComparison.Ordinal) => TimeUnit.Seconds,
        _ => null,
    };

    /// <param name="table">The whole table: without names its cells are looked at.</param>
    /// <param name="map">By role, as <c>--map</c> gives it: a column's name or number, or nothing where there is no such column.</param>
    /// <param name="findings">Takes a notice where a mapped column is not there, and where a table without names had to be understood.</param>
    /// <exception cref="InputException">It cannot be told which column holds the words, or which of two columns is meant.</exception>
    public static UtteranceColumns Find(UtteranceTable table, IReadOnlyDictionary<string, string> map, Findings findings)
    {
        UtteranceColumns columns = new();
        foreach (var role in Enum.GetValues<ColumnRole>()) columns.TakeMapped(role, table, map, findings);
        foreach (var role in Enum.GetValues<ColumnRole>().Where(role => columns[role] is null && !IsRuledOut(role, map)))
        {
            columns.TakeKnown(role, table, findings);
        }

        if (!table.HasNames) columns.TakeByCells(table, map, findings);
        if (columns[ColumnRole.Text] is null)
        {
            findings.Refuse(1, $"it cannot be told which column holds the words (columns: {Shown(table.Columns)})", "name it with --map text=COLUMN, or keep a table that is no transcript out of the study");
        }

        return columns;
    }

    /// <summary>Names for a message. What may be words instead is replaced by the column's number.</summary>
    public static string Shown(IEnumerable<string> names) => string.Join(", ", names.Select((name, index) => Shown(name, index)));

    public static string Shown(string name, int index) =>
        name.Length is 0 or > LongestShown || name.AsSpan().ContainsAny(Sentences) ? (index + 1).ToString(CultureInfo.InvariantCulture) : name;

    /// <summary>A column that says who asks and who answers, beside one of names.</summary>
    public int? RolesIn(UtteranceTable table) =>
        Others(table).Where(index => Loosen(table.Columns[index]) is "role" or "speakerrole" or "角色").Select(index => (int?)index).FirstOrDefault();

    /// <summary>Columns that no role was found for.</summary>
    public IEnumerable<int> Others(UtteranceTable table) => Enumerable.Range(0, table.Columns.Count).Where(index => !_found.ContainsValue(index));

    private static bool IsRuledOut(ColumnRole role, IReadOnlyDictionary<string, string> map) => map.TryGetValue(NameOf(role), out var name) && name.Length == 0;

    private static string NameOf(ColumnRole role) => role.ToString().ToLowerInvariant();

    private void TakeMapped(ColumnRole role, UtteranceTable table, IReadOnlyDictionary<string, string> map, Findings findings)
    {
        if (!map.TryGetValue(NameOf(role), out var wanted) || wanted.Length == 0) return;

        int[] named = [.. Enumerable.Range(0, table.Columns.Count).Where(index => SameName(table.Columns[index], wanted))];
        if (named is [var only])
        {
            _found[role] = only;
        }
        else if (named.Length > 1)
        {
            RefuseSeveral(role, named, table, findings);
        }
        else if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= table.Columns.Count)
        {
            _found[role] = number - 1;
        }
        else
        {
            findings.Say(1, $"it has no column '{wanted}', which --map {NameOf(role)} names (columns: {Shown(table.Columns)})", "look at its name");
        }
    }

    private void TakeKnown(ColumnRole role, UtteranceTable table, Findings findings)
    {
        var known = Others(table).Select(index => (Index: index, Known: Known.GetValueOrDefault(Loosen(table.Columns[index]))))
            .Where(column => column.Known.Rank > 0 && column.Known.Role == role).GroupBy(column => column.Known.Rank, column => column.Index).MinBy(rank => rank.Key);
        if (known is null) return;
        if (known.Count() > 1) RefuseSeveral(role, [.. known], table, findings);
        _found[role] = known.First();
    }

    private static void RefuseSeveral(ColumnRole role, int[] several, UtteranceTable table, Findings findings)
    {
        var numbers = string.Join(", ", several.Select(index => $"{Shown(table.Columns[index], index)} (number {index + 1})"));
        findings.Refuse(1, $"several columns may be its {NameOf(role)}: {numbers}", $"say which with --map {NameOf(role)}=COLUMN, by name or number");
    }

    // Without names only the form of the cells is left: times tell themselves, and what is left is the words, after names that return.
    private void TakeByCells(UtteranceTable table, IReadOnlyDictionary<string, string> map, Findings findings)
    {
        foreach (var role in new[] { ColumnRole.Start, ColumnRole.End }.Where(role => this[role] is null && !IsRuledOut(role, map)))
        {
            var times = Others(table).Where(index => ClockTime.IsColumn(table.Rows.Select(row => row[index]))).ToArray();
            if (times.Length > 0) _found[role] = times[0];
        }

        if (this[ColumnRole.Text] is not null) return;

        int[] others = [.. Others(table)];
        if (this[ColumnRole.Speaker] is null && !IsRuledOut(ColumnRole.Speaker, map) && others.Length == 2)
        {
            int[] names = [.. others.Where(index => HoldsNames(table, index))];
            if (names is not [var speaker]) return;
            _found[ColumnRole.Speaker] = speaker;
            others = [.. others.Where(index => index != speaker)];
        }

        if (others is not [var text]) return;

        _found[ColumnRole.Text] = text;
        var said = string.Join(", ", _found.OrderBy(entry => entry.Value).Select(entry => $"{NameOf(entry.Key)} {entry.Value + 1}"));
        findings.Say(1, $"its columns have no names, and were told by the form of their cells ({said})", "give it a first row with the names, or say which is which with --map text=NUMBER and --map speaker=NUMBER");
    }

    // Short, and at least every second one has been there before.
    private static bool HoldsNames(UtteranceTable table, int column)
    {
        string[] cells = [.. table.Rows.Select(row => row[column].Trim()).Where(cell => cell.Length > 0)];
        return cells.Length > 0 && cells.All(cell => cell.Length <= 40 && cell.Split(' ').Length <= 5 && !cell.AsSpan().ContainsAny(Sentences))
            && (cells.Distinct(LabelComparer.Instance).Count() * 2 <= cells.Length || cells.All(cell => Roles.Of(cell) is not null));
    }

    private static bool SameName(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);

    // Case, width, blanks and signs do not count, nor a form in brackets: "Start (hh:mm:ss)".
    private static string Loosen(string name)
    {
        if (name.Length > LongestShown * 2) return "";

        StringBuilder key = new();
        foreach (var c in NormalForm.Of(name, NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString().Replace("hhmmss", "", StringComparison.Ordinal);
    }

    private static FrozenDictionary<string, (ColumnRole Role, int Rank)> MakeKnown()
    {
        (ColumnRole Role, string[][] Ranks)[] roles =
        [
            (ColumnRole.Text, [["text", "utterance", "utterancetext", "content", "transcript", "sentence", "body", "message", "statement", "内容", "文本", "正文", "话语", "內容", "話語"], ["words"]]),
            (ColumnRole.Speaker,
                [["speaker", "speakername", "speakerlabel", "speakerid", "interlocutor", "说话人", "发言人", "說話人", "發言人"], ["participant", "name", "role", "who", "姓名", "角色"]]),
            (ColumnRole.Start,
            [
                [
                    "start", "starttime", "begin", "begintime", "startms", "starttimems", "starts", "startsec", "startsecs", "startseconds",
                    "startmilliseconds", "begins", "beginms", "timestampsfrom", "开始时间", "开始", "開始時間",
                ],
                ["timestamp", "timecode", "timespan", "time", "timestampms", "timems", "times", "timeseconds", "时间", "时间戳", "時間"],
            ]),
            (ColumnRole.End,
            [
                [
                    "end", "endtime", "stop", "stoptime", "endms", "endtimems", "ends", "endsec", "endsecs", "endseconds", "endmilliseconds", "stops", "stopms",
                    "timestampsto", "结束时间", "结束", "結束時間",
                ],
            ]),
            (ColumnRole.Turn, [["turn", "turnid", "turnnumber", "话轮"]]),
            (ColumnRole.Document, [["file", "filename", "document", "documentid", "transcriptid", "dialogueid", "interview", "interviewid", "文件", "文件名", "访谈"]]),
        ];
        return roles.SelectMany(role => role.Ranks.Index().SelectMany(rank => rank.Item.Select(name => (name, role.Role, Rank: rank.Index + 1))))
            .ToFrozenDictionary(known => known.name, known => (known.Role, known.Rank), StringComparer.Ordinal);
    }
}
