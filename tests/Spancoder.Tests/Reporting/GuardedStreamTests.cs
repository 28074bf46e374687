using Spancoder.Reporting;

namespace Spancoder.Tests.Reporting;

public class GuardedStreamTests
{
    private static readonly Problem Full = new(new("disk"), "it is full", "make room");

    [Fact]
    public void A_failure_is_said_once_and_what_stands_on_the_stream_can_be_closed()
    {
        FullDisk disk = new();
        var writer = new StreamWriter(new GuardedStream(disk, Full));
        writer.Write("words");
        var wrong = Assert.Throws<InputException>(writer.Flush);
        Assert.Equal([Full], wrong.Problems);
        writer.Write("more");
        writer.Dispose();
        Assert.True(disk.IsDisposed);
    }

    [Fact]
    public void A_failure_to_write_the_rest_while_closing_is_said_too() =>
        Assert.Equal([Full], Assert.Throws<InputException>(new GuardedStream(new FullDisk { FailsOnClose = true }, Full).Dispose).Problems);

    [Fact]
    public void Where_there_is_nowhere_to_say_it_nothing_is_said()
    {
        using GuardedStream stream = new(new FullDisk(), whenItFails: null);
        stream.Write([1]);
        stream.Flush();
        Assert.True(stream.CanWrite);
    }

    private sealed class FullDisk : MemoryStream
    {
        public bool FailsOnClose { get; init; }

        public bool IsDisposed { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
            if (FailsOnClose) throw new IOException("No space left on device");
        }
    }
}
