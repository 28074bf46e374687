using System.Text;

namespace Spancoder.Tests;

/// <summary>RFC 4180 in the plainest way, not by the library that wrote it.</summary>
internal static class PlainCsv
{
    public static List<List<string>> Parse(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        var isQuoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (isQuoted && c == '"' && index + 1 < text.Length && text[index + 1] == '"')
            {
                cell.Append(text[index++]);
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add(row);
                row = [];
            }
        }

        return rows;
    }
}
