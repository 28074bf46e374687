using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Spancoder.Reading;
using Spancoder.Reading.Formats;

namespace Spancoder.Tests.Reading;

/// <summary>
/// Any bytes at all are a document or a problem of the user's, never a bug, and a document always keeps its laws. Random bytes and damaged copies of small
/// good files, for every format of the table, told by content and said by name. Seeded: a failure names what to run again.
/// </summary>
/// <remarks>
/// <c>HOSTILE_INPUTS</c> says how many inputs there are over all formats; a long run has 100000. A format's small good files are the ones in <c>Formats/seeds</c> that have
/// its name, as <c>chat.cha</c> or <c>chat-old.cha</c>; a format without one is given noise and what the others have.
/// </remarks>
public class HostileInput
{
    private const int DefaultInputs = 3_000;
    private static readonly TimeSpan LongestForOne = TimeSpan.FromSeconds(10); // for a few kilobytes, on a machine that others use too

    private static readonly string[] Formats = [.. FileFormats.Names];
    private static readonly ILookup<string, SeedFile> Seeds = Directory.EnumerateFiles(Repository.File("tests", "Spancoder.Tests", "Reading", "Formats", "seeds"))
        .Order(StringComparer.Ordinal).Select(file => new SeedFile(Path.GetFileName(file), File.ReadAllBytes(file))).ToLookup(seed => FormatOf(seed.Name));

    // What readers look for, so that noise gets further than their first line.
    private static readonly byte[][] Tokens = [.. new[]
    {
        "\"", "\"\"", "<", ">", "</", "/>", "<!--", "<![CDATA[", "<!DOCTYPE a [", "&#0;", "&#xD800;", "&amp;", "&lol;", "]]>", "<?xml version=\"1.0\" encoding=\"utf-7\"?>",
        "\\u12345?", "\\'ff", "{", "}", "[", "]", "\\bin99999999 ", "\\u-1 ", ":", "：", ",", ";", "\t", "\n", "\r", "\r\n\r\n", "\0", "\u0015", "\uFEFF", "\u2028", " --> ", "00:00:00.000", "-1", "99999999999999999999",
        "1e308", "NaN", "\\ud800", "null", "true", "<v ", "@UTF8\n", "@Begin\n", "*CHI:\t", "%mor:\t", "WEBVTT\n\n", "---\n", "[MEMO]", "[/MEMO]", "(OC: ", "P1: ", "访谈者：", "𠮷", "e\u0301", "\u200F", "\uFFFE",
    }.Select(Encoding.UTF8.GetBytes), [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [0x81], [0xED, 0xA0, 0x80], [(byte)'P', (byte)'K', 3, 4], [0, 0, 0, 0]];

    public static TheoryData<string> EveryFormat() => [.. Formats];

    [Theory, MemberData(nameof(EveryFormat))]
    public void Any_bytes_are_a_document_or_a_problem(string format)
    {
        var each = InputsInAll() / Formats.Length + 1;
        var read = 0;
        for (var number = 0; number < each; number++)
        {
            var input = MakeInput(format, number);
            Check(input, null);
            if (Check(input, format)) read++;
        }

        // Where every damage stops a reader at the door, nothing behind it was tried.
        if (Seeds[format].Any()) Assert.InRange(read, each / 50, each);
    }

    [Fact]
    public void The_small_good_files_are_read_as_what_they_are() => Assert.All(Formats.SelectMany(format => Seeds[format].Select(seed => (format, seed))), one =>
    {
        var document = Read(one.seed, null);
        Assert.Equal(one.format, document.Facts.Format);
        KeepsItsLaws(document);
    });

    [Theory, MemberData(nameof(EveryFormat))]
    public void Every_beginning_of_a_good_file_is_a_document_or_a_problem(string format) => Assert.All(Seeds[format], seed =>
    {
        for (var length = 0; length < Math.Min(seed.Bytes.Length, 4_000); length++) Check(seed with { Bytes = seed.Bytes[..length] }, format);
    });

    [Fact]
    public void Every_small_good_file_is_named_for_its_format() => Assert.Empty(Seeds[""].Select(seed => seed.Name));

    private static string FormatOf(string seed)
    {
        var stem = Path.GetFileNameWithoutExtension(seed);
        return Formats.Where(format => stem == format || stem.StartsWith($"{format}-", StringComparison.Ordinal)).MaxBy(format => format.Length) ?? "";
    }

    private static int InputsInAll() =>
        int.TryParse(Environment.GetEnvironmentVariable("HOSTILE_INPUTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : DefaultInputs;

    /// <summary>The same bytes for the same format and number, whatever else is in the table.</summary>
    private static SeedFile MakeInput(string format, int number)
    {
        var random = new Random(format.Aggregate(number * 31, (sum, c) => unchecked(sum * 31 + c)));
        SeedFile[] own = [.. Seeds[format]];
        SeedFile[] all = own is [] || random.Next(4) == 0 ? [.. Seeds.SelectMany(seeds => seeds).OrderBy(seed => seed.Name, StringComparer.Ordinal)] : own;
        if (all is [] || random.Next(10) == 0) return new($"noise{ExtensionOf(format, random)}", Noise(random));

        var seed = all[random.Next(all.Length)];
        var bytes = seed.Bytes;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var other = all[random.Next(all.Length)].Bytes;
            bytes = random.Next(4) == 0 ? Damage(bytes, other, random) : bytes is [(byte)'P', (byte)'K', ..] ? DamageInside(bytes, random) : DamageLines(bytes, random);
        }

        return new(random.Next(3) == 0 ? $"damaged{ExtensionOf(format, random)}" : seed.Name, bytes);
    }

    private static string ExtensionOf(string format, Random random)
    {
        var extensions = FileFormats.All.First(one => one.Name == format).Extensions;
        return random.Next(3) == 0 || extensions is [] ? "" : extensions[random.Next(extensions.Count)];
    }

    private static byte[] Noise(Random random)
    {
        if (random.Next(2) == 0) return [.. Enumerable.Range(0, random.Next(1, 60)).SelectMany(_ => Tokens[random.Next(Tokens.Length)])];

        var bytes = new byte[random.Next(1, 600)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Damage(byte[] bytes, byte[] other, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var end = random.Next(at, bytes.Length + 1);
        switch (random.Next(7))
        {
            case 0: // cut off
                return bytes[..at];
            case 1: // a part is missing
                return [.. bytes[..at], .. bytes[end..]];
            case 2: // bytes are others
                byte[] flipped = [.. bytes];
                for (var times = random.Next(1, 8); times > 0 && flipped.Length > 0; times--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
                return flipped;
            case 3: // it goes on as another file
                return [.. bytes[..at], .. other[random.Next(other.Length + 1)..]];
            case 4: // a part again and again
                var part = bytes[at..Math.Min(end, at + 200)];
                return [.. bytes[..at], .. Enumerable.Repeat(part, random.Next(2, 60)).SelectMany(one => one), .. bytes[at..]];
            case 5: // two parts change places
                return [.. bytes[..at], .. bytes[end..], .. bytes[at..end]];
            default: // something that means something
                return [.. bytes[..at], .. Tokens[random.Next(Tokens.Length)], .. bytes[at..]];
        }
    }

    // What a reader of XML or of a table gets past its first check: lines that are missing, doubled, moved or have another number in them.
    private static byte[] DamageLines(byte[] bytes, Random random)
    {
        List<string> lines = [.. Encoding.Latin1.GetString(bytes).Split('\n')]; // Latin-1 takes every byte and gives it back
        var line = lines[random.Next(lines.Count)];
        switch (random.Next(5))
        {
            case 0:
                lines.Remove(line);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), line);
                break;
            case 2:
                lines.InsertRange(random.Next(lines.Count), Enumerable.Repeat(line, random.Next(2, 60)));
                break;
            case 3:
                lines[lines.IndexOf(line)] = lines[random.Next(lines.Count)];
                break;
            default:
                string[] numbers = ["0", "-1", "7", "999999999", "99999999999999999999", "1e308", "0.00000000000000001", "", "x"];
                lines[lines.IndexOf(line)] = Regex.Replace(line, @"\d+(\.\d+)?", _ => numbers[random.Next(numbers.Length)]);
                break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    // A package that is whole, with a part in it that is not.
    private static byte[] DamageInside(byte[] bytes, Random random)
    {
        try
        {
            using ZipArchive package = new(new MemoryStream(bytes));
            var damaged = random.Next(Math.Max(1, package.Entries.Count));
            using MemoryStream made = new();
            using (ZipArchive copy = new(made, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (index, entry) in package.Entries.Index())
                {
                    using var from = entry.Open();
                    using MemoryStream content = new();
                    from.CopyTo(content);
                    var part = content.ToArray();
                    using var to = copy.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                    to.Write(index == damaged ? random.Next(2) == 0 ? DamageLines(part, random) : Damage(part, part, random) : part);
                }
            }

            return made.ToArray();
        }
        catch (InvalidDataException)
        {
            return bytes; // damaged before, and no package any more
        }
    }

    /// <returns>Whether it was read.</returns>
    private static bool Check(SeedFile input, string? format)
    {
        var isRead = false;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            KeepsItsLaws(Read(input, format));
            isRead = true;
        }
        catch (InputException wrong)
        {
            if (wrong.Problems is [] || wrong.Problems.Any(problem => problem.Place.File != input.Name || problem.Place.Line < 1)) Fail(input, format, wrong);
        }
        catch (Exception bug)
        {
            Fail(input, format, bug);
        }

        if (watch.Elapsed > LongestForOne) Fail(input, format, new TimeoutException($"it took {watch.Elapsed}"));
        return isRead;
    }

    private static Document Read(SeedFile input, string? format) =>
        DocumentReader.Read(new FileContent(input.Bytes, input.Name), new(input.Name, input.Name, new Dictionary<string, string>()), new() { Format = format });

    // The whole input, to be made a test of its own.
    private static void Fail(SeedFile input, string? format, Exception cause) =>
        Assert.Fail($"{input.Name}, read as {format ?? "what it looks like"}: {cause}\n{Convert.ToBase64String(input.Bytes)}");

    private static void KeepsItsLaws(Document document)
    {
        var (text, pieces) = (document.Text, document.Source.Pieces);
        Assert.NotEmpty(text);
        Assert.True(text.IsWellFormed(), "half of a surrogate pair");
        Assert.All(text.Split('\n'), paragraph => Assert.Equal(paragraph.Trim(), paragraph));
        Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);

        var end = -1;
        foreach (var turn in document.Turns)
        {
            Assert.Equal(end + 1, turn.Span.Start);
            Assert.True(turn.Span.Length > 0);
            Assert.True(turn.Speaker is null || document.Speakers.Contains(turn.Speaker));
            end = turn.Span.End;
            if (end < text.Length) Assert.Equal('\n', text[end]);
        }

        Assert.Equal(text.Length, end);
        Assert.Equal(0, pieces[0].Start);
        Assert.True(pieces[^1].Start < text.Length);
        Assert.True(pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Start < pair.Second.Start));
        Assert.All(pieces, piece => Assert.True(piece.Line >= 1));
        Assert.All(pieces, piece => Assert.False(piece.StartTime < TimeSpan.Zero || piece.EndTime < piece.StartTime));
        Assert.InRange(document.Facts.Units, 1, pieces.Count);
        Assert.InRange(document.Facts.TimedUnits, 0, document.Facts.Units);
    }

    /// <param name="Name">As a user would name it.</param>
    private sealed record SeedFile(string Name, byte[] Bytes);
}

internal static class WellFormed
{
    /// <summary>Every surrogate has its other half.</summary>
    public static bool IsWellFormed(this string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])) index++;
            else if (char.IsSurrogate(text[index])) return false;
        }

        return true;
    }
}
