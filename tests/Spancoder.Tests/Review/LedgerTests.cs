using System.Text;
using Spancoder.Review.Adjudication;

namespace Spancoder.Tests.Review;

public class LedgerTests
{
    private static readonly byte[] Whole = Ledger.Empty("ledger.jsonl").With([Entry(1), Entry(2), Entry(3) with { Supersedes = 1 }]).Bytes;

    [Fact]
    public void What_was_written_holds()
    {
        var ledger = Ledger.Of("ledger.jsonl", Whole);
        Assert.Null(ledger.Flaw);
        Assert.Equal([1, 2, 3], ledger.Entries.Select(entry => entry.Number));
        Assert.Equal([2, 3], ledger.InForce.Select(entry => entry.Number));
        Assert.Equal(LedgerEntry.HashOf(Encoding.UTF8.GetBytes(Lines()[2])), ledger.Head);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void A_change_of_any_byte_is_found(byte flip)
    {
        for (var index = 0; index < Whole.Length; index++)
        {
            byte[] changed = [.. Whole];
            changed[index] ^= flip;
            var flaw = Ledger.Of("ledger.jsonl", changed).Flaw;
            Assert.True(flaw is not null, $"byte {index} was changed by {flip}, and it was not found");
            Assert.InRange(flaw.Place.Line!.Value, 1, 1 + Whole.Take(index).Count(value => value == '\n')); // every flaw has a line
        }
    }

    [Fact]
    public void A_byte_more_or_less_anywhere_is_found()
    {
        for (var index = 0; index < Whole.Length; index++)
        {
            Assert.NotNull(Ledger.Of("ledger.jsonl", [.. Whole[..index], .. Whole[(index + 1)..]]).Flaw);
            foreach (var value in " \n\t,0"u8.ToArray()) Assert.NotNull(Ledger.Of("ledger.jsonl", [.. Whole[..index], value, .. Whole[index..]]).Flaw);
        }

        Assert.NotNull(Ledger.Of("ledger.jsonl", [.. Whole, (byte)'\n']).Flaw);
        Assert.NotNull(Ledger.Of("ledger.jsonl", [0xEF, 0xBB, 0xBF, .. Whole]).Flaw);
    }

    [Fact]
    public void Lines_that_were_removed_doubled_or_swapped_are_found()
    {
        var lines = Lines();
        for (var first = 0; first < lines.Length; first++)
        {
            if (first < lines.Length - 1) Assert.NotNull(Of([.. lines[..first], .. lines[(first + 1)..]]).Flaw);
            Assert.NotNull(Of([.. lines[..first], lines[first], .. lines[first..]]).Flaw);
            for (var second = first + 1; second < lines.Length; second++)
            {
                string[] swapped = [.. lines];
                (swapped[first], swapped[second]) = (swapped[second], swapped[first]);
                Assert.NotNull(Of(swapped).Flaw);
            }
        }
    }

    [Fact]
    public void A_line_put_in_anew_is_found_by_the_next()
    {
        var forged = Ledger.Empty("ledger.jsonl").With([Entry(1), Entry(2) with { Reason = "because" }]).Bytes;
        var flaw = Of([.. Encoding.UTF8.GetString(forged).Split('\n')[..2], Lines()[2]]).Flaw;
        Assert.Equal(new("ledger.jsonl", 3), flaw!.Place); // it has one
        Assert.Equal("this entry does not follow the one before it: that one was changed, or another was put in its place", flaw.What);
    }

    [Fact]
    public void A_torn_last_line_is_told_apart_from_a_changed_one()
    {
        var ends = Enumerable.Range(0, Whole.Length).Where(index => Whole[index] == '\n').Select(index => index + 1).ToList();
        for (var length = 1; length < Whole.Length; length++)
        {
            var flaw = Ledger.Of("ledger.jsonl", Whole[..length]).Flaw;
            if (ends.Contains(length)) Assert.Null(flaw); // an end cut off between two lines shows only beside a head that was noted
            else Assert.StartsWith("this line is cut off", flaw!.What, StringComparison.Ordinal); // as the case is
        }
    }

    [Fact]
    public void An_editor_that_changes_line_ends_is_named()
    {
        var flaw = Ledger.Of("ledger.jsonl", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Whole).Replace("\n", "\r\n", StringComparison.Ordinal))).Flaw;
        Assert.StartsWith("ledger.jsonl:1: its line ends were changed", flaw!.ToString(), StringComparison.Ordinal); // it has one
    }

    [Fact]
    public void Whatever_people_write_is_read_as_it_was()
    {
        var odd = Entry(1) with { Reason = "\"不\" \\ \u2028 🙂 \n\t</script> é e\u0301 \u0000", By = "程", Date = "十一月", Coders = [new("", ["a"]), new("a\"b", ["NONE"])] };
        var ledger = Ledger.Empty("ledger.jsonl").With([odd]);
        Assert.Null(ledger.Flaw);
        Assert.True(ledger.Entries[0].IsSameAs(odd));
    }

    private static LedgerEntry Entry(int number) => new()
    {
        Number = 0,
        Segment = $"quay.txt#{number}",
        Document = "quay.txt",
        TextHash = "0123456789abcdef",
        Coders = [new("ann", ["a"]), new("程", ["NONE"])],
        Type = "code or NONE",
        Decision = ["a"],
        Reason = "因为 “so”",
        By = "bo",
        Date = "20.11.",
        ChangeCodebook = "",
        Codebook = "small@1#01234567",
        Supersedes = null,
        Previous = "",
    };

    private static string[] Lines() => Encoding.UTF8.GetString(Whole).Split('\n')[..^1];

    private static Ledger Of(IEnumerable<string> lines) => Ledger.Of("ledger.jsonl", Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
}
