using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Layouts;

/// <summary>A speaker's label at the head of a line.</summary>
/// <param name="Key">Without colon, stamps, qualifier and markup; in the form in which the file first writes it.</param>
/// <param name="WordsStart">Where the words begin on the line.</param>
/// <param name="Time">A stamp beside the label.</param>
internal readonly record struct Label(string Key, int WordsStart, TimeSpan? Time);

/// <summary>
/// Finds the labels of one file: what stands before a colon, and is a known role, is presented by the file, or occurs at least twice.
/// Labels in brackets (<c>[P1]</c>) count where most heads are such, and labels without a colon where they stand alone or before a tab.
/// </summary>
internal sealed partial class Labels
{
    private const int MostWords = 5;
    private const int LongestHead = 160; // characters: a stamp, a label, a remark, another stamp
    private const int LongestKey = 40; // characters of a label with a colon
    private const int LongestName = 30; // characters of a label without a colon, and of one that is doubted

    private static readonly FrozenSet<string> NeverLabels = FrozenSet.ToFrozenSet(
    [
        "http", "https", "ftp", "mailto", "www", "note", "notes", "key", "legend", "part", "section", "chapter", "date", "time", "place", "location", "duration",
        "language", "topic", "title", "subject line", "ps", "nb", "e.g", "i.e", "example", "question for me", "later", "then", "also", "but", "so",
        "注", "注意", "说明", "备注", "时间", "日期", "地点", "主题", "例如", "比如", "比如说", "就是", "第一", "第二", "第三", "一是", "二是", "三是", "问题是", "结果",
    ], StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, string> _accepted;
    private readonly FrozenSet<string> _bare;
    private readonly bool _hasBoxes;
    private readonly bool _hasBareStamps;

    private Labels(Census census, IReadOnlyList<Candidate> accepted, IReadOnlyDictionary<string, string> aliases)
    {
        InOrder = [.. accepted.Select(candidate => candidate.Key).Where(key => !aliases.ContainsKey(key))];
        _accepted = accepted.SelectMany(candidate => candidate.Forms.Select(form => (form, candidate.Key)))
            .ToFrozenDictionary(entry => entry.form, entry => aliases.GetValueOrDefault(entry.Key, entry.Key), StringComparer.Ordinal);
        _bare = accepted.Where(candidate => candidate.Bare >= 2).SelectMany(candidate => candidate.Forms).ToFrozenSet(StringComparer.Ordinal);
        (_hasBoxes, _hasBareStamps) = (census.HasBoxes, census.HasBareStamps);
    }

    private enum Form
    {
        /// <summary><c>P1: ...</c></summary>
        Colon,

        /// <summary><c>[P1] ...</c></summary>
        Box,

        /// <summary>The label before a tab, or alone on its line.</summary>
        Bare,

        /// <summary><c>P1?: ...</c>, or a stop that is no colon: somebody, who it is cannot be told.</summary>
        Uncertain,
    }

    /// <summary>Whether most labels stand behind a time without brackets: <c>0:12 P1: ...</c></summary>
    public bool HaveBareStampsBefore { get; private init; }

    /// <summary>In order of first appearance.</summary>
    public IReadOnlyList<string> InOrder { get; }

    /// <summary>Accepted because they occur twice or three times, in a file with many more turns of others, or of known roles.</summary>
    public IReadOnlyList<string> Rare { get; private init; } = [];

    /// <param name="lines">All lines that may carry one.</param>
    /// <param name="findings">Speakers that the file itself presents are accepted wherever they stand.</param>
    public static Labels Find(IEnumerable<Line> lines, Findings findings)
    {
        var census = new Census();
        foreach (var line in lines) census.Add(line.Text);
        return census.Decide(findings);
    }

    /// <summary>Reads the head of <paramref name="line"/> as a label of this file.</summary>
    public bool TryRead(string line, out Label label)
    {
        if (!TryParse(line, out label, out var form, out _) || !_accepted.TryGetValue(label.Key, out var key)) return false;
        if (form == Form.Uncertain || form == Form.Box && !_hasBoxes || form == Form.Bare && !_bare.Contains(label.Key)) return false;

        label = label with { Key = key };
        if (!_hasBareStamps || form != Form.Colon) return true;

        // "P1: 00:01 Well ...": a time without brackets is one only where most turns begin so; "P1: 7:30 we open" is speech.
        var stamp = BareStamp().Match(line, label.WordsStart);
        if (stamp.Success) label = new(key, stamp.Index + stamp.Length, Stamp.Parse(stamp.Groups["stamp"].Value));
        return true;
    }

    /// <summary>Whether <paramref name="line"/> begins with what looks like somebody's label, and is none of this file's.</summary>
    public bool IsDoubtful(string line)
    {
        if (HasOtherStop(line)) return true;
        if (!TryParse(line, out var label, out var form, out _) || form is not (Form.Colon or Form.Uncertain)) return false;
        if (form == Form.Uncertain && (_accepted.ContainsKey(label.Key) || Roles.Of(label.Key) is not null)) return true;
        return !_accepted.ContainsKey(label.Key) && label.Key.Length <= LongestName && LooksLikeName().IsMatch(label.Key) && !IsReportingVerb(label.Key);
    }

    // "P1; And then?" and "P1. Yes.": a label of this file, mistyped. "I - well" is speech.
    private bool HasOtherStop(string line)
    {
        var match = OtherStop().Match(line.Length > LongestHead ? line[..LongestHead] : line);
        return match.Success && _accepted.ContainsKey(match.Groups["key"].Value);
    }

    /// <summary>Reads it as a label with a colon, whatever the rest of the file says.</summary>
    public static bool TryParse(string line, out Label label) => TryParse(line, out label, out var form, out _) && form == Form.Colon;

    private static bool TryParse(string line, out Label label, out Form form, out string? qualifier)
    {
        (label, form, qualifier) = (default, Form.Colon, null);
        var start = line.AsSpan(0, Math.Min(line.Length, LongestHead));
        if (TryParsePlain(start, out var plain, out var wordsStart))
        {
            label = new(plain, wordsStart, null);
            return MayBeLabel(plain);
        }

        var match = HasSign(start) ? Head().Match(start.ToString()) : Match.Empty;
        if (!match.Success)
        {
            form = Form.Bare;
            match = line.Length <= LongestName || start.Contains('\t') ? BareHead().Match(start.ToString()) : Match.Empty;
        }
        else if (match.Groups["boxed"].Success)
        {
            form = Form.Box;
        }
        else if (match.Groups["uncertain"].Success)
        {
            form = Form.Uncertain;
        }

        var key = match.Groups["key"].Value.Trim();
        if (!match.Success || !MayBeLabel(key)) return false;

        if (match.Groups["qualifier"] is { Success: true } remark) qualifier = remark.Value.Trim();
        label = new(key, match.Length, match.Groups["stamp"] is { Success: true } stamp ? Stamp.Parse(stamp.Value) : null);
        return true;
    }

    // Letters and figures, a colon, and then a letter: what nearly all heads are, read without the large pattern, and as the large pattern reads them.
    private static bool TryParsePlain(ReadOnlySpan<char> head, out string key, out int wordsStart)
    {
        (key, wordsStart) = ("", 0);
        if (head is [] || !char.IsLetter(head[0])) return false;

        var end = 1;
        while (end < head.Length && (char.IsLetterOrDigit(head[end]) || head[end] == ' ')) end++;
        if (end > LongestKey || end == head.Length || head[end] is not (':' or '：')) return false;

        var words = head[(end + 1)..].TrimStart();
        if (words is [] || !char.IsLetter(words[0])) return false;

        (key, wordsStart) = (head[..end].TrimEnd().ToString(), head.Length - words.Length);
        return true;
    }

    // A colon between figures is a time's.
    private static bool HasSign(ReadOnlySpan<char> head)
    {
        for (var from = 0; head[from..].IndexOfAny(Signs) is >= 0 and var found; from += found + 1)
        {
            var index = from + found;
            if (head[index] is '[' or '{' or '<' || index == 0 || index + 1 == head.Length || !char.IsDigit(head[index - 1]) || !char.IsDigit(head[index + 1])) return true;
        }

        return false;
    }

    private static bool MayBeLabel(string key) =>
        key.Any(char.IsLetter)
        && key.AsSpan().Count(' ') < MostWords
        && !NeverLabels.Contains(key)
        && (!key.EndsWith('.') || EndsInInitial().IsMatch(key) || Roles.Of(key) is not null);

    // "He said:" and "他说：" begin a quotation, not a turn.
    private static bool IsReportingVerb(string key) =>
        key.Length > 1 && key[^1] is '说' or '道' or '讲' or '问' or '想' && Roles.Of(key) is null
        || key.EndsWith(" said", StringComparison.OrdinalIgnoreCase)
        || key.EndsWith(" says", StringComparison.OrdinalIgnoreCase)
        || key.EndsWith(" asked", StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Signs = SearchValues.Create(":：﹕∶[{<");

    [GeneratedRegex($@"\G(?<stamp>{Stamp.Pattern})(?:\s+|$)")]
    private static partial Regex BareStamp();

    [GeneratedRegex(@"(^|[ .])\p{Lu}\.$")]
    private static partial Regex EndsInInitial();

    [GeneratedRegex(@"^\s*(?<key>[\p{L}\p{N}][\p{L}\p{N} ]{0,29}?)\s*[;；.。](?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherStop();

    private const string OneName = @"(?:[\p{Lu}\p{Nd}][\p{L}\p{M}\p{Nd}'’.-]*(?:[ _][\p{Lu}\p{Nd}][\p{L}\p{M}\p{Nd}'’.-]*){0,2}|[\u3400-\u9FFF·•・]{1,4}\p{Nd}{0,3})";

    // One to three words, each with a capital or a figure in front, or up to four Chinese characters; or two such names ("P1 & P2").
    [GeneratedRegex($@"^{OneName}(?:\s*(?:[&/+、和与]|\band\b|\bund\b|\bet\b|\by\b)\s*{OneName})?$", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeName();

    // Ignorable characters (marks of direction, zero-width blanks) may stand in front; a colon between figures is a time's.
    [GeneratedRegex(
        $$"""
        ^[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]*
        (?: (?: {{Stamp.Bracketed}} | (?<stamp>{{Stamp.Pattern}}) ) \s* [-–]? \s* )?
        (?:
            (?:\*{1,3}|_{1,3})? \s*
            [\#@]? (?<key>[\p{L}\p{N}][\p{L}\p{N}\p{M}\ \u00A0._'’·•・\-/&+]{0,39}?) \s* (?<uncertain>[?？])? \s*
            (?: {{Stamp.Bracketed}} | [(（\[【] (?<qualifier>[^()（）\[\]【】]{0,40}) [)）\]】] )? \s*
            (?:\*{1,3}|_{1,3})? \s* (?: (?<!\d)[:：﹕∶] | [:：﹕∶](?!\d) ) (?!//) \s* (?:\*{1,3}|_{1,3})?
          |
            (?<boxed>[\[{<]) (?<key>[\p{L}\p{N}][\p{L}\p{N}\ _.-]{0,39}) [\]}>] \s* [:：]?
        )
        \s* (?: {{Stamp.Bracketed}} (?=\s|$|[\u3400-\u9FFF]) )? \s*
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();

    [GeneratedRegex(@"^[\s\u200B-\u200F\uFEFF]*(?:\*{1,3}|_{1,3})?(?<key>[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]{0,29}?)(?:\*{1,3}|_{1,3})?(?:[ ]*\t\s*|\s*$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BareHead();

    /// <summary>Counts what stands at the heads of lines, and decides which of it are labels.</summary>
    private sealed class Census
    {
        private const int Few = 3; // turns, where others are known roles
        private const int ManyTimes = 20; // turns of others for one of a rare label's

        private readonly Dictionary<string, Candidate> _byForm = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Candidate> _candidates = new(LabelComparer.Instance);
        private readonly Dictionary<string, string> _qualifiers = new(LabelComparer.Instance);
        private readonly List<Candidate> _order = [];
        private int _withColon;
        private int _boxed;
        private int _stamped;
        private int _behindStamps;

        public bool HasBoxes => _boxed >= 2 && _boxed >= _withColon;

        public bool HasBareStamps => _stamped * 2 > _withColon;

        public void Add(string line)
        {
            if (!TryParse(line, out var label, out var form, out var qualifier)) return;

            var candidate = CandidateOf(label.Key);

            if (form == Form.Uncertain) return;

            candidate.Count(form);
            if (qualifier is not null) _qualifiers.TryAdd(qualifier, label.Key);
            if (form == Form.Box) _boxed++;
            if (form != Form.Colon) return;

            _withColon++;
            if (label.Time is not null && line.AsSpan().TrimStart() is [>= '0' and <= '9', ..]) _behindStamps++;
            if (label.WordsStart < line.Length && char.IsAsciiDigit(line[label.WordsStart]) && BareStamp().IsMatch(line.AsSpan(label.WordsStart))) _stamped++;
        }

        private Candidate CandidateOf(string form)
        {
            if (_byForm.TryGetValue(form, out var candidate)) return candidate;

            if (!_candidates.TryGetValue(form, out candidate))
            {
                _candidates[form] = candidate = new(form);
                _order.Add(candidate);
            }

            candidate.Forms.Add(form);
            return _byForm[form] = candidate;
        }

        public Labels Decide(Findings findings)
        {
            var accepted = _order.Where(candidate => IsLabel(candidate, findings)).ToList();
            var heads = accepted.Sum(candidate => candidate.Heads);
            var ofRoles = HasBothSides(accepted) ? accepted.Where(candidate => IsKnown(candidate, findings)).Sum(candidate => candidate.Heads) : 0;
            var rare = accepted.Where(candidate => !IsKnown(candidate, findings) && (candidate.Heads * ManyTimes < heads || candidate.Heads <= Few && ofRoles * 2 > heads));

            // "Interviewer (I): ..." and then "I: ..." are one speaker.
            var keys = accepted.Select(candidate => candidate.Key).ToHashSet(LabelComparer.Instance);
            var aliases = _qualifiers.Where(entry => keys.Contains(entry.Key) && keys.Contains(entry.Value) && !LabelComparer.Instance.Equals(entry.Key, entry.Value))
                .ToDictionary(LabelComparer.Instance);
            return new(this, accepted, aliases) { HaveBareStampsBefore = _behindStamps * 2 > _withColon, Rare = [.. rare.Select(candidate => candidate.Key)] };
        }

        private static bool HasBothSides(List<Candidate> accepted) =>
            accepted.Exists(candidate => Roles.Of(candidate.Key) == Role.Interviewer) && accepted.Exists(candidate => Roles.Of(candidate.Key) == Role.Participant);

        private static bool IsKnown(Candidate candidate, Findings findings) => Roles.Of(candidate.Key) is not null || findings.Introduced.ContainsKey(candidate.Key);

        private bool IsLabel(Candidate candidate, Findings findings)
        {
            var isKnown = IsKnown(candidate, findings);
            return candidate.WithColon >= 1 && isKnown
                || candidate.WithColon >= 2 && !IsReportingVerb(candidate.Key)
                || candidate.Boxed >= 1 && HasBoxes
                || candidate.Bare >= 2 && isKnown
                || candidate.WithColon >= 1 && _qualifiers.ContainsValue(candidate.Key) && _qualifiers.Any(entry => entry.Value == candidate.Key && _candidates.ContainsKey(entry.Key));
        }
    }

    private sealed class Candidate(string key)
    {
        public string Key => key;

        /// <summary>As the file writes it, the key among them.</summary>
        public List<string> Forms { get; } = [];

        public int WithColon { get; private set; }

        public int Boxed { get; private set; }

        public int Bare { get; private set; }

        public int Heads => WithColon + Boxed + Bare;

        public void Count(Form form)
        {
            if (form == Form.Colon) WithColon++;
            else if (form == Form.Box) Boxed++;
            else Bare++;
        }
    }
}
