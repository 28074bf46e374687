namespace Spancoder.Reporting;

/// <summary>A stream to write to whose failure is the user's to mend: a full disk, a drive that was pulled out.</summary>
/// <remarks>It says so once, and once that a pipe is closed. After that it takes everything and writes nothing, so that whatever stands on it can still be closed.</remarks>
/// <param name="inner">Disposed with it.</param>
/// <param name="whenItFails">What to tell the user; null where there is nowhere left to tell it.</param>
internal sealed class GuardedStream(Stream inner, Problem? whenItFails) : Stream
{
    private bool _hasFailed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InputException">It cannot be written.</exception>
    /// <exception cref="ClosedPipeException">Nobody reads it any more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_hasFailed) return;
        try
        {
            inner.Write(buffer);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            Fail(cause);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="InputException">It cannot be written.</exception>
    public override void Flush() => Try(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <exception cref="InputException">What was left to write cannot be written.</exception>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Try(inner.Dispose);
        base.Dispose(disposing);
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            if (!_hasFailed) Fail(cause);
        }
    }

    private void Fail(Exception cause)
    {
        _hasFailed = true;
        if (IsClosedPipe(cause)) throw new ClosedPipeException(cause);
        if (whenItFails is not null) throw new InputException([whenItFails]);
    }

    // EPIPE; on Windows ERROR_BROKEN_PIPE and ERROR_NO_DATA
    private static bool IsClosedPipe(Exception cause) => cause is IOException && (OperatingSystem.IsWindows() ? (cause.HResult & 0xFFFF) is 109 or 232 : cause.HResult == 32);
}
