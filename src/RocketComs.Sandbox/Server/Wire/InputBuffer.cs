namespace RocketComs.Sandbox.Server.Wire;

/// <summary>
/// The bytes that come in on a connection, as lines or as blocks. It reads ahead at most 16 KB, and into a caller's block
/// directly when nothing has been read ahead.
/// </summary>
internal sealed class InputBuffer(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Whether nothing has been read ahead.</summary>
    public bool IsEmpty => _start == _end;

    /// <summary>Reads some bytes; 0 when the client has stopped sending.</summary>
    /// <exception cref="IOException">The connection is gone.</exception>
    public async Task<int> ReadAsync(byte[] target, int offset, int count, CancellationToken cancellation)
    {
        if (IsEmpty)
        {
            return await stream.ReadAsync(target, offset, count, cancellation).ConfigureAwait(false);
        }

        int taken = Math.Min(count, _end - _start);
        Buffer.BlockCopy(_buffer, _start, target, offset, taken);
        _start += taken;
        return taken;
    }

    /// <summary>
    /// Reads a line without its end, which is CR LF, or an LF alone as RFC 9112 (2.2) lets a server take it.
    /// <see langword="null"/> when the client has stopped sending and no line has begun.
    /// </summary>
    /// <exception cref="EndOfStreamException">The client stopped sending in the middle of a line.</exception>
    /// <exception cref="WireRefusal">The line is longer than the budget.</exception>
    public async Task<byte[]?> ReadLineAsync(LineBudget budget, CancellationToken cancellation)
    {
        using MemoryStream line = new();
        while (true)
        {
            if (IsEmpty && !await FillAsync(cancellation).ConfigureAwait(false))
            {
                return line.Length == 0 ? null : throw new EndOfStreamException("The line has no end.");
            }

            int feed = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            int stop = feed < 0 ? _end : feed + 1;
            budget.Take(stop - _start);
            line.Write(_buffer, _start, stop - _start);
            _start = stop;
            if (feed >= 0)
            {
                return WithoutEnd(line.ToArray());
            }
        }
    }

    private static byte[] WithoutEnd(byte[] line)
    {
        int length = line.Length - 1;
        if (length > 0 && line[length - 1] == '\r')
        {
            length--;
        }

        Array.Resize(ref line, length);
        return line;
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        _start = 0;
        _end = 0;
        _end = await stream.ReadAsync(_buffer, 0, _buffer.Length, cancellation).ConfigureAwait(false);
        return _end > 0;
    }
}

/// <summary>How many bytes a run of lines (a head, a chunk size, trailers) may still take, and what to say when it takes more.</summary>
/// <param name="bytes">How many bytes the lines may take together, line ends included.</param>
/// <param name="status">The HTTP status when they take more.</param>
/// <param name="message">What to say then.</param>
internal sealed class LineBudget(int bytes, int status, string message)
{
    private int _left = bytes;

    /// <exception cref="WireRefusal">There are not as many bytes left.</exception>
    public void Take(int count)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new WireRefusal(status, message);
        }
    }
}
