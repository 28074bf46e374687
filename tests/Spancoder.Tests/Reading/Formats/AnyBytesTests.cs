using System.Text;
using Spancoder.Reading;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>Whatever a file holds, and whatever the user says it is: it becomes a document or is refused with a line.</summary>
public class AnyBytesTests
{
    private static readonly string[] Pieces =
    [
        "text", "speaker", "start", "\t", ",", ";", "|", "\n", "\r\n", "\"", "\"\"", "0:01", "00:00:01.05", "0:01 - 0:02", "1234", "0.5", "1e999", "-1", "{", "}", "[", "]", ":", "{\"text\":", "\"segments\":", "null", "true",
        "\\ud842", "\\u4e3a", "<p>", "<br", "</p>", "&amp;", "&#0;", "<span data-timestamp=\\\"9\\\">", "Anna: ", "We sold it. ", "卖到国外。", "😀", "\uFEFF", "\0", "sep=;\n", "-", " ",
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("otr")]
    public void End_in_a_document_or_a_problem(string format)
    {
        Random random = new(format.Length);
        var read = 0;
        for (var round = 0; round < 3000; round++)
        {
            var text = Head(format, random) + string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                var options = new ReadingOptions { Format = random.Next(2) == 0 ? format : null };
                var document = DocumentReader.Read(new FileContent(Encoding.UTF8.GetBytes(text), $"a.{format}"), new("a", "a", new Dictionary<string, string>()), options);
                Assert.Equal(document.Text.Length, document.Turns[^1].Span.End);
                read++;
            }
            catch (InputException wrong)
            {
                Assert.NotEmpty(wrong.Problems);
            }
        }

        Assert.True(read > 20, $"only {read} were read");
    }

    private static string Head(string format, Random random) => (format, random.Next(3)) switch
    {
        (_, 0) => "",
        ("csv", _) => "speaker,start,text\nQ,0:01,Why\n",
        ("tsv", _) => "speaker\tstart\ttext\nQ\t0:01\tWhy\n",
        ("json", _) => "[{\"text\":\"Why\"}]\n",
        ("jsonl", _) => "{\"text\":\"Why\"}\n",
        _ => "{\"text\":\"<p>Q: Why</p>\"}",
    };
}
