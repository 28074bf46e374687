using Spancoder.Reading;

namespace Spancoder.Tests.Reading;

public class FileContentTests
{
    private const string TooLarge = "this file is larger than 200 MB, as no transcript is: take the pictures out of it, split it, or if it is a recording give its transcript.";

    [Fact]
    public void What_is_larger_than_any_transcript_is_refused_before_it_is_read()
    {
        using TemporaryFolder folder = new();
        var path = Path.Combine(folder.Path, "p01.txt");
        using (var file = File.Create(path)) file.SetLength(200_000_001);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var wrong = Assert.Throws<InputException>(() => FileContent.Open(path, new()));

        Assert.Equal($"{path}: {TooLarge}", wrong.Problems.Single().ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData(20_000_001)]
    [InlineData(90_000_000)]
    public void More_text_than_any_transcript_is_refused(int length)
    {
        var text = new byte[length];
        Array.Fill(text, (byte)'a');
        Assert.Equal("p01.txt: this file has more than 20 million characters: split it into several files.", Assert.Throws<InputException>(() => new FileContent(text, "p01.txt").Text).Problems.Single().ToString());
    }

    [Fact]
    public void A_device_without_end_is_refused()
    {
        if (!File.Exists("/dev/zero")) return; // on Windows there is none

        Assert.Equal($"/dev/zero: {TooLarge}", Assert.Throws<InputException>(() => FileContent.Open("/dev/zero", new())).Problems.Single().ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public void All_bytes_are_read(int length)
    {
        using TemporaryFolder folder = new();
        var path = Path.Combine(folder.Path, "p01.txt");
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);

        Assert.Equal(bytes, FileContent.Open(path, new()).Bytes);
    }
}
