using System.Buffers;

namespace Spancoder.Text;

/// <summary>Lines of a stream that never ends, as bytes. Holds one line at a time.</summary>
/// <param name="stream">Read as it comes: a line is handed out when its line feed is there.</param>
/// <param name="longest">In bytes. A longer line is read over.</param>
internal sealed class ByteLines(Stream stream, int longest)
{
    private readonly byte[] _block = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _at;
    private int _end;

    /// <summary>The next line, without its line feed; valid until the next call.</summary>
    /// <param name="line">Empty where it is too long.</param>
    /// <param name="isTooLong">It was read over.</param>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        _line.ResetWrittenCount();
        isTooLong = false;
        var isAny = false;
        while (_at < _end || Fill())
        {
            isAny = true;
            var rest = _block.AsSpan(_at, _end - _at);
            var feed = rest.IndexOf((byte)'\n');
            var piece = feed < 0 ? rest : rest[..feed];
            isTooLong |= _line.WrittenCount + piece.Length > longest;
            if (!isTooLong) _line.Write(piece);
            _at += piece.Length + (feed < 0 ? 0 : 1);
            if (feed >= 0) break;
        }

        line = isTooLong ? default : _line.WrittenMemory;
        return isAny;
    }

    private bool Fill()
    {
        (_at, _end) = (0, stream.Read(_block));
        return _end > 0;
    }
}
