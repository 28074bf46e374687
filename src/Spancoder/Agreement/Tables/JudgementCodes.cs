using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Agreement.Tables;

/// <summary>Takes the codes out of a row, and says what is wrong with them.</summary>
internal sealed class JudgementCodes
{
    /// <summary>Another way to write NONE.</summary>
    public const string EmptySet = "{}";

    private static readonly string[] Reserved = [Coding.Nothing, Coding.Unsure];

    private readonly Problems _problems;
    private readonly RowProblems _rows;
    private readonly bool _isKnown; // which codes there are
    private readonly Dictionary<string, string> _codes = []; // each once, however many rows give it

    /// <param name="problems">Of single rows.</param>
    /// <param name="rows">Of many rows alike.</param>
    public JudgementCodes(JudgementRequest request, Problems problems, RowProblems rows)
    {
        (_problems, _rows, _isKnown) = (problems, rows, request.Codebook is not null);
        if (request.Codebook is not { } codebook) return;

        foreach (var code in codebook.Codes.Select(code => code.Id).Append(Coding.Other)) _codes[code] = code;
    }

    public void Add(TableFile.TableRow row, SeenJudgement judgement)
    {
        if (judgement.Place.File != row.Place.File)
        {
            _rows.Add(row.Place, $"this coder's judgement of this segment in the same round stands also in {judgement.Place.File}", "give each coder's file once; what is another person's needs another name, what is another time another round");
            return;
        }

        var before = judgement.Place == row.Place ? "the same line" : $"line {judgement.Place.Line}";
        foreach (var written in row["code"].Split('|', StringSplitOptions.TrimEntries))
        {
            var code = written == EmptySet ? Coding.Nothing : written;
            if (code.Length == 0) _problems.Add(row.Place, "one of its codes is empty", "remove the bar that parts it from the others");
            else if (judgement.HasAloneOr(code)) _problems.Add(row.Place, $"the same coder gives this segment NONE or UNSURE and a code, here and on {before}", "remove one");
            else if (Find(code, row) is { } known && !judgement.Add(known)) _problems.Add(row.Place, $"the same coder gives this segment the same code twice, here and on {before}", "remove one");
        }
    }

    private string? Find(string code, TableFile.TableRow row)
    {
        if (Reserved.FirstOrDefault(word => word.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            if (reserved == code) return reserved;

            _rows.Add(row.Place, $"{reserved} is written in capitals", $"write {reserved}, or give the code another name");
            return null;
        }

        if (_codes.TryGetValue(code, out var kept)) return kept;
        if (!_isKnown) return _codes[code] = code;

        _rows.Add(row.Place, Spelling.Nearest(code, _codes.Keys) is { } near ? $"there is no code '{code}' in the codebook, did you mean '{near}'?" : "its code is none of the codebook's",
            "write a code of the codebook, or NONE, OT or UNSURE");
        return null;
    }
}
