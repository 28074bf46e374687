namespace Spancoder.Reporting;

/// <summary>A file of our own to write to and to read again; it is gone when it is closed.</summary>
/// <param name="file">Disposed with it.</param>
/// <param name="whenItFails">What to tell the user.</param>
internal sealed class ScratchFile(FileStream file, Problem whenItFails) : IDisposable
{
    private readonly GuardedStream _guarded = new(file, whenItFails);

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _guarded.Write(bytes);
        Length += bytes.Length;
    }

    /// <summary>Throws away what was written.</summary>
    public void Clear()
    {
        file.SetLength(0);
        Length = 0;
    }

    /// <exception cref="InputException">What was left to write cannot be written.</exception>
    public void CopyTo(Stream stream)
    {
        _guarded.Flush();
        file.Position = 0;
        file.CopyTo(stream);
    }

    public void Dispose() => _guarded.Dispose();
}
