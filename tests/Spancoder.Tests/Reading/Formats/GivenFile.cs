using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>Files of a certain kind, as if they had stood on the disk.</summary>
internal static class GivenFile
{
    public static Document Read(string text, string file, params string[] map) => Read(Encoding.UTF8.GetBytes(text), file, map);

    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="map">As --map takes it.</param>
    public static Document Read(byte[] bytes, string file, params string[] map)
    {
        var columns = map.Select(entry => entry.Split('=')).ToDictionary(entry => entry[0], entry => entry[1]);
        return DocumentReader.Read(new FileContent(bytes, file) { ColumnMap = columns }, new(file, file, new Dictionary<string, string>()), new() { ColumnMap = columns });
    }

    /// <summary>The one line that it is refused with.</summary>
    public static string Problem(string text, string file, params string[] map) =>
        Assert.Throws<InputException>(() => Read(text, file, map)).Problems.Single().ToString();

    /// <summary>One line a piece: <c>line start-end speaker: words</c>.</summary>
    public static IEnumerable<string> Pieces(Document document)
    {
        var pieces = document.Source.Pieces;
        for (var index = 0; index < pieces.Count; index++)
        {
            var (start, end) = (pieces[index].Start, index + 1 < pieces.Count ? pieces[index + 1].Start : document.Text.Length);
            var speaker = document.Turns.Last(turn => turn.Span.Start <= start).Speaker?.Key;
            var time = $"{Seconds(pieces[index].StartTime)}-{Seconds(pieces[index].EndTime)}";
            yield return $"{pieces[index].Line} {time} {speaker}: {document.Text[start..end].Trim()}";
        }
    }

    /// <summary>Every beginning of the file ends in a document or in a problem, never in another exception.</summary>
    public static void EveryPrefixIsReadOrRefused(byte[] bytes, string file)
    {
        var (read, refused) = (0, 0);
        for (var length = 0; length <= bytes.Length; length++)
        {
            try
            {
                Assert.NotEmpty(Read(bytes[..length], file).Text);
                read++;
            }
            catch (InputException)
            {
                refused++;
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} beginnings were read and {refused} refused");
    }

    private static string Seconds(TimeSpan? time) => time?.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
