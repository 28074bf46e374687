using System.Text;
using System.Text.Json;
using CsvHelper;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What <c>spancoder codebook expand</c> prints.</summary>
internal static class WordFormTable
{
    /// <param name="term">As it was given.</param>
    public static string AsText(WordForms forms, string term)
    {
        var found = forms.InOrder;
        var place = $"in {Counted.Of(forms.Documents, "document")}. Looked at was what can be coded.\n";
        if (found is []) return $"'{term}' finds nothing {place}";

        var showsVia = found.Any(form => form.Via != term.Trim());
        var width = found.Select(form => DisplayWidth.Of(form.Words)).Prepend(5).Max();
        return string.Concat(
        [
            $"{DisplayWidth.PadRight("words", width)}   found  documents{(showsVia ? "  by" : "")}\n",
            .. found.Select(form => $"{DisplayWidth.PadRight(form.Words, width)}  {form.Count,6}  {form.Documents,9}{(showsVia ? $"  {form.Via}" : "")}\n"),
            $"\n'{term}' is found in {Counted.Of(found.Count, "form")} at {Counted.Of(found.Sum(form => form.Count), "place")}, {place}",
        ]);
    }

    public static string AsCsv(WordForms forms)
    {
        using MemoryStream rows = new();
        using (var csv = CsvWriter.Create(rows, Csv.Output, leaveOpen: true))
        {
            foreach (var column in (string[])["words", "found", "documents", "by"]) csv.WriteField(column);
            csv.EndRecord();
            foreach (var form in forms.InOrder)
            {
                csv.WriteField(form.Words);
                csv.WriteField(form.Count);
                csv.WriteField(form.Documents);
                csv.WriteField(form.Via);
                csv.EndRecord();
            }
        }

        return Encoding.UTF8.GetString(rows.ToArray());
    }

    /// <summary>An object a line.</summary>
    public static string AsJson(WordForms forms)
    {
        using MemoryStream lines = new();
        foreach (var form in forms.InOrder)
        {
            using (Utf8JsonWriter json = new(lines, Json.Output))
            {
                json.WriteStartObject();
                json.WriteString("words", form.Words);
                json.WriteNumber("found", form.Count);
                json.WriteNumber("documents", form.Documents);
                json.WriteString("by", form.Via);
                json.WriteEndObject();
            }

            lines.WriteByte((byte)'\n');
        }

        return Encoding.UTF8.GetString(lines.ToArray());
    }
}
