using System.Globalization;
using Spancoder.Reading;
using Spancoder.Reading.Formats;
using Spancoder.Reading.Layouts;

namespace Spancoder.Tests.Reading.Formats;

/// <summary>Files of word processors, as the tests look at them.</summary>
internal static class WordProcessed
{
    public static byte[] File(params string[] name) => System.IO.File.ReadAllBytes(Repository.File(["tests", "Spancoder.Tests", "Reading", "Formats", "files", .. name]));

    public static Document Read(byte[] content, string name) =>
        DocumentReader.Read(new FileContent(content, name), new(name, name, new Dictionary<string, string>()), new());

    /// <summary>One line a block: <c>number kind, what is special: words / words of the next line</c>, of tables <c>cell | cell || cell of the next row</c>.</summary>
    public static IEnumerable<string> Show(byte[] content, string name, out Findings findings)
    {
        findings = new(name);
        var file = new FileContent(content, name);
        var format = FileFormats.Find(file, null, findings);
        return ((Content.Running)format.Read(file, findings)).Blocks.Select(Show);
    }

    public static IEnumerable<string> Show(byte[] content, string name) => Show(content, name, out _);

    /// <summary>What the file is refused for.</summary>
    public static string Refusal(byte[] content, string name) => Assert.Throws<InputException>(() => Read(content, name)).Message;

    /// <summary>Every beginning of a file is read or refused; anything else fails the test.</summary>
    public static void Truncate(byte[] content, string name)
    {
        for (var length = 0; length < content.Length; length++) ReadOrRefuse(content[..length], name);
    }

    /// <summary>The file with one byte changed at random is read or refused; anything else fails the test.</summary>
    public static void Damage(byte[] content, string name, int rounds)
    {
        Random random = new(7);
        for (var round = 0; round < rounds; round++)
        {
            var damaged = content.ToArray();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            ReadOrRefuse(damaged, name);
        }
    }

    private static void ReadOrRefuse(byte[] content, string name)
    {
        try
        {
            Assert.NotEmpty(Read(content, name).Text);
        }
        catch (InputException)
        {
            // as it should be
        }
    }

    private static string Show(Block block)
    {
        var gap = block.IsAfterGap ? ", after a gap" : "";
        var bold = block.BoldShare > 0 ? string.Create(CultureInfo.InvariantCulture, $", bold {block.BoldShare:0.00}") : "";
        var words = block.Kind == BlockKind.Table
            ? string.Join(" || ", block.Rows.Select(row => string.Join(" | ", row.Select(Show))))
            : Show(block.Lines);
        return $"{block.Lines[0].Number} {block.Kind.ToString().ToLowerInvariant()}{gap}{bold}: {words}";
    }

    private static string Show(IReadOnlyList<Line> lines) => string.Join(" / ", lines.Select(line => line.Text));
}
