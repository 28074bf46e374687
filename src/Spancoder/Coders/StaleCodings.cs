using CsvHelper;
using Spancoder.Codebooks;
using Spancoder.Reading;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Coders;

/// <summary>Rows of a codings.csv that were made before a code changed.</summary>
/// <param name="File">As it was given.</param>
/// <param name="Rows">All its rows.</param>
/// <param name="ByCode">In order of id: codes that changed, and how many rows with them name another codebook than the new one.</param>
internal sealed record StaleCodings(string File, int Rows, IReadOnlyList<(string Code, int Rows)> ByCode)
{
    private const string CodeColumn = "code", CodebookColumn = "codebook";

    /// <returns>Null where the file cannot be read; the problems say why.</returns>
    public static StaleCodings? Read(string file, RuleSet now, IReadOnlySet<string> changed, Problems problems) => problems.Try(() => Read(file, now.Codebook, changed));

    /// <summary>The codes whose codings may not be what they would be now: those that changed, went, or have rules that find something else.</summary>
    public static IReadOnlySet<string> Changed(CodeChanges codes, RuleChanges rules, Codebook old, Codebook now)
    {
        HashSet<string> changed = [.. codes.Changed.Select(change => change.Code.Id), .. codes.Removed.Select(code => code.Id)];
        foreach (var rule in rules.Rules.Where(change => change.FindsOtherwise).SelectMany(change => (Rule?[])[change.Old, change.New]).OfType<Rule>())
        {
            changed.UnionWith(old.Codes.Concat(now.Codes).Where(code => rule.Code == code.Id || rule.Points <= 0 && IsBelow(code, rule.Code)).Select(code => code.Id));
        }

        return changed;
    }

    private static bool IsBelow(Code code, string above) => code.Parent is { } parent && (parent.Id == above || IsBelow(parent, above));

    private static StaleCodings Read(string file, Codebook now, IReadOnlySet<string> changed)
    {
        try
        {
            using var reader = CsvReader.FromText(FileContent.Open(file, new()).Text, Csv.Strict);
            reader.ReadHeader();
            List<string> header = [.. reader.Headers];
            var (code, codebook) = (header.IndexOf(CodeColumn), header.IndexOf(CodebookColumn));
            if (code < 0 || codebook < 0) throw new InputException(new(file, 1), $"there is no column '{(code < 0 ? CodeColumn : CodebookColumn)}'", "give a codings.csv that 'spancoder code' wrote");

            var rows = 0;
            SortedDictionary<string, int> stale = new(StringComparer.Ordinal);
            while (reader.Read())
            {
                rows++;
                var given = reader.GetString(code);
                if (changed.Contains(given) && reader.GetString(codebook) != now.Reference) stale[given] = stale.GetValueOrDefault(given) + 1;
            }

            return new(file, rows, [.. stale.Select(pair => (pair.Key, pair.Value))]);
        }
        catch (CsvFormatException)
        {
            throw new InputException(new(file), "this is not a table with commas between its columns and the same number of columns in every row", "give a codings.csv that 'spancoder code' wrote");
        }
    }
}
