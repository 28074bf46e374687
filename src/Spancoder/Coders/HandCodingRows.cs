using System.Globalization;
using Spancoder.Codebooks;
using Spancoder.Reading;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>Makes codings of the rows of a people's file, and says of each row what is wrong with it.</summary>
/// <remarks>No message holds a cell that is not known to be what it should be: the columns may have got mixed up, and then it may be a participant's words.</remarks>
internal sealed class HandCodingRows
{
    private static readonly string[] Machines = [RuleCoder.Name, Machine.ModelName];

    private readonly string _file;
    private readonly string[] _codes;
    private readonly Problems _problems;
    private readonly List<HandCoding> _codings = [];
    private readonly List<int> _byMachine = [];
    private readonly HashSet<string> _codebooks;
    private readonly List<int> _ofOthers = [];

    /// <param name="file">As the user can find it.</param>
    /// <param name="codebook">Which codes there are.</param>
    /// <param name="problems">Everything that is wrong with the rows.</param>
    public HandCodingRows(string file, Codebook codebook, Problems problems)
    {
        (_file, _problems) = (file, problems);
        _codes = [.. codebook.Codes.Select(code => code.Id), .. Coding.Reserved];
        _codebooks = [.. codebook.Parts.Select(part => part.Id)];
    }

    /// <summary>The columns that mean something here.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["segment", "code", "document", "start", "end", "coder", "by", "status", "negated", "reason", "quote", "comment", "hash", "round", "codebook"];

    /// <summary>The columns of a list of 'review next' that say how each segment came onto it. Only all of them together mean that: somebody's own column may be named so.</summary>
    public static IReadOnlyList<string> DrawColumns { get; } = ["random", "probability", "frame"];

    /// <summary>All of these, for whoever opens the table.</summary>
    public static IReadOnlyList<string[]> Known { get; } = [.. Columns.Concat(DrawColumns).Select(column => new[] { column })];

    /// <summary>Whether the table has the columns of a list.</summary>
    public bool IsOfList { get; init; }

    /// <summary>In order of the file.</summary>
    public IReadOnlyList<HandCoding> Codings => _codings;

    /// <summary>Lines of rows that no person wrote.</summary>
    public IReadOnlyList<int> ByMachine => _byMachine;

    /// <summary>Lines of rows that were coded with a codebook that is not in use.</summary>
    public IReadOnlyList<int> OfOtherCodebooks => _ofOthers;

    public void Add(TableFile.TableRow from)
    {
        Row row = new(this, from);
        if (row["code"].Length == 0) return; // not judged
        if (IsByMachine(from))
        {
            _byMachine.Add(row.Place.Line ?? 1);
            return;
        }

        if (IsOfOtherCodebook(row["codebook"]))
        {
            _ofOthers.Add(row.Place.Line ?? 1);
            return;
        }

        var segment = SegmentOf(row);
        var codes = CodesOf(row);
        HandCoding coding = new()
        {
            Place = row.Place,
            Document = segment?.Document ?? "",
            Number = segment?.Number ?? 0,
            Coder = row["coder"] is { Length: > 0 } coder ? coder : Path.GetFileNameWithoutExtension(_file),
            Codes = codes,
            Hash = HashOf(row),
            Quote = row["quote"],
            Points = PointsOf(row),
            Status = StatusOf(row),
            Negated = NegatedOf(row),
            Round = RoundOf(row),
            Draw = IsOfList ? DrawOf(row) : null,
            Reason = new(row["comment"] is { Length: > 0 } comment ? comment : row["reason"], row["codebook"]),
        };
        if (segment is not null && codes.Count > 0) _codings.Add(coding);
    }

    /// <summary>Takes a row for what it says of how its segment came onto a list, whether it is judged or not.</summary>
    public void AddDrawn(TableFile.TableRow from)
    {
        Row row = new(this, from);
        if (row["segment"].Length == 0)
        {
            row.Refuse("this row names no segment", "name the segment as segments.csv does, or remove the row");
            return;
        }

        var (segment, draw, hash) = (SegmentOf(row), DrawOf(row), HashOf(row));
        if (draw is null && DrawColumns.All(column => row[column].Length == 0)) row.Refuse("it does not say whether its segment was drawn by chance", "give --sample the list as 'spancoder review next' wrote it, or its key");
        if (segment is null || draw is null) return;

        _codings.Add(new() { Place = row.Place, Document = segment.Value.Document, Number = segment.Value.Number, Coder = "", Codes = [], Hash = hash, Draw = draw, Reason = new("", "") });
    }

    /// <summary>Whether no person wrote it, as it says itself.</summary>
    public static bool IsByMachine(TableFile.TableRow row) =>
        Machines.Contains(row["by"], StringComparer.OrdinalIgnoreCase) || Machines.Contains(row["coder"], StringComparer.OrdinalIgnoreCase);

    // "id@version#hash", several with a bar between. Another version of a codebook in use may have the same codes.
    private bool IsOfOtherCodebook(string reference) =>
        reference.Length > 0 && reference.Split('|').All(one => one.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && !_codebooks.Contains(one[..at]));

    private static (string Document, int Number)? SegmentOf(Row row)
    {
        var id = row["segment"];
        var mark = id.LastIndexOf('#');
        if (id.Length == 0) row.Refuse("this row has a code and no segment", "name the segment, as segments.csv does, or remove the row");
        else if (mark < 1 || !int.TryParse(id.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) row.Refuse("its segment is not of the form document#number", "name the segment as segments.csv does");
        else if (row["document"] is { Length: > 0 } document && document != id[..mark]) row.Refuse("its segment is of another document than the row says", "see whether columns were sorted one without the other");
        else return (id[..mark], number);
        return null;
    }

    private List<string> CodesOf(Row row)
    {
        List<string> codes = [];
        string[] given = row["code"].Split('|', StringSplitOptions.TrimEntries);
        foreach (var (index, code) in given.Index())
        {
            var which = given.Length == 1 ? "its code" : $"code {index + 1} of its cell";
            if (_codes.Contains(code)) codes.Add(code);
            else if (code.Length == 0) row.Refuse($"{which} is empty", "remove the bar that parts it from the others");
            else if (Spelling.Nearest(code, _codes) is { } near) row.Refuse($"there is no code '{code}' in the codebook, did you mean '{near}'?", "write a code of the codebook, or NONE, OT or UNSURE");
            else row.Refuse($"{which} is none of the codebook's", "write a code of the codebook, or NONE, OT or UNSURE");
        }

        return codes;
    }

    private static string HashOf(Row row)
    {
        var hash = row["hash"].ToLowerInvariant();
        if (hash.Length == 0) return "";
        if (hash.Length >= SegmentHash.Length && hash.All(char.IsAsciiHexDigit)) return hash[..SegmentHash.Length];

        row.Refuse($"its hash does not have {SegmentHash.Length} hexadecimal digits", "copy it from segments.csv, as text: a spreadsheet may have taken it for a number");
        return "";
    }

    private static (int Start, int End)? PointsOf(Row row)
    {
        if (row["start"].Length == 0 && row["end"].Length == 0) return null;
        if (WholeNumber.TryRead(row["start"], out var start) && WholeNumber.TryRead(row["end"], out var end) && start < end) return (start, end);

        row.Refuse("its start and end are not two whole numbers, the smaller first", "copy them, or leave both empty");
        return null;
    }

    private static string[] StatusOf(Row row)
    {
        string[] given = row["status"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var status in given.Where(status => !Coding.Statuses.Contains(status)))
        {
            var near = Spelling.Nearest(status, Coding.Statuses);
            row.Refuse(near is null ? "its status is not known" : $"there is no status '{status}', did you mean '{near}'?", $"write {string.Join(", ", Coding.Statuses)}, several with a bar between, or nothing");
        }

        return [.. Coding.Statuses.Where(given.Contains)];
    }

    private static bool? NegatedOf(Row row)
    {
        switch (row["negated"].ToLowerInvariant())
        {
            case "": return null;
            case "true": return true;
            case "false": return false;
        }

        row.Refuse("its negated is neither true nor false", "write one of them, or nothing");
        return null;
    }

    private static int RoundOf(Row row)
    {
        if (row["round"].Length == 0) return 0;
        if (WholeNumber.TryRead(row["round"], out var round)) return round;

        row.Refuse("its round is not a whole number", "number the rounds from 1; the last one counts");
        return 0;
    }

    private static Draw? DrawOf(Row row)
    {
        const string AsItWas = "copy random, probability and frame from the list as 'spancoder review next' wrote it, or from its key";
        if (DrawColumns.All(column => row[column].Length == 0)) return null;

        bool? isRandom = row["random"].ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };
        var frame = WholeNumber.TryRead(row["frame"], out var number) && number > 0 ? number : 0;
        double? probability = double.TryParse(row["probability"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;
        if (isRandom is null) row.Refuse("its random is neither true nor false", AsItWas);
        if (frame == 0) row.Refuse("its frame is not a whole number above 0", AsItWas);
        if (isRandom == true && probability is null or 0) row.Refuse("its probability is not a number above 0 and up to 1", row["probability"].Contains(',') ? "write it with a point, not with a comma" : AsItWas);
        if (isRandom == false && row["probability"].Length > 0 && probability != 0) row.Refuse("it has a probability, and was not drawn by chance", AsItWas);
        return isRandom is { } random && frame > 0 && random == probability > 0 ? new(random, probability, frame) : null;
    }

    private readonly record struct Row(HandCodingRows Rows, TableFile.TableRow From)
    {
        public Place Place => From.Place;

        /// <summary>Trimmed; empty where there is no such column.</summary>
        public string this[string column] => From[column];

        public void Refuse(string what, string mend) => Rows._problems.Add(Place, what, mend);
    }
}
