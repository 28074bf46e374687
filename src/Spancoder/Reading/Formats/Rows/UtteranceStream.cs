using System.Text;
using System.Text.Json;
using Spancoder.Reading.Formats.Common;

namespace Spancoder.Reading.Formats.Rows;

/// <summary>Utterances that come one by one, an object of JSON each. Which key holds what is told for each set of keys that occurs.</summary>
/// <param name="name">Of the stream, for messages.</param>
/// <param name="options">Who interviewers are, and what keys hold.</param>
internal sealed class UtteranceStream(string name, ReadingOptions options)
{
    private const int MostSetsOfKeys = 1000;

    private readonly Dictionary<string, UtteranceColumns> _columns = new(StringComparer.Ordinal);

    /// <param name="json">One object; the utterance keeps it.</param>
    /// <exception cref="InputException">It is none, or it cannot be told which key holds the words.</exception>
    public Utterance Read(ReadOnlyMemory<byte> json, int line)
    {
        Findings findings = new(name);
        var parsed = JsonFile.Parse(Decode(json.Span, line, findings), line, findings);
        JsonTable rows = new(findings);
        rows.Add(parsed.RootElement, line);
        var table = rows.Table;
        var columns = ColumnsOf(table, findings, line);
        var row = table.Rows[0];
        var label = row[columns[ColumnRole.Speaker]].Trim();
        return new(parsed)
        {
            Document = row[columns[ColumnRole.Document]].Trim(),
            Speaker = label.Length > 0 ? new(label, RoleOf(label, row[columns.RolesIn(table)].Trim())) : null,
            Text = row[columns[ColumnRole.Text]],
            Facts = columns.Others(table).Where(column => row[column].Length > 0).ToDictionary(column => table.Columns[column], column => row[column]),
        };
    }

    private static string Decode(ReadOnlySpan<byte> json, int line, Findings findings)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(json).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            findings.Refuse(line, "it is not UTF-8", "write it as UTF-8");
            return "";
        }
    }

    private UtteranceColumns ColumnsOf(UtteranceTable table, Findings findings, int line)
    {
        var keys = string.Join('\n', table.Columns);
        if (_columns.TryGetValue(keys, out var known)) return known;

        try
        {
            var columns = UtteranceColumns.Find(table, options.ColumnMap, findings);
            if (findings.Notices is [var doubt, ..]) throw new InputException([doubt.AsProblem()]);
            if (_columns.Count < MostSetsOfKeys) _columns.Add(keys, columns);
            return columns;
        }
        catch (InputException wrong)
        {
            throw new InputException([.. wrong.Problems.Select(problem => problem with { Place = problem.Place with { Line = line } })]);
        }
    }

    private Role RoleOf(string label, string role)
    {
        if (options.Interviewers.Contains(label, LabelComparer.Instance)) return Role.Interviewer;
        return Roles.Of(role) ?? Roles.Of(label) ?? Role.Participant;
    }
}

/// <summary>What somebody says, alone.</summary>
/// <param name="json">The object that it came as; disposed with it.</param>
internal sealed class Utterance(JsonDocument json) : IDisposable
{
    public JsonElement Json => json.RootElement;

    /// <summary>From which document it is; empty where it does not say.</summary>
    public required string Document { get; init; }

    /// <summary>Null where it does not say.</summary>
    public required Speaker? Speaker { get; init; }

    /// <summary>The words exactly as they came.</summary>
    public required string Text { get; init; }

    /// <summary>What else it says.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    public void Dispose() => json.Dispose();
}
