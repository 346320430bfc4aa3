namespace RocketComs.Core.Csv;

/// <summary>A stream that is read once, from its start to its end.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Keeps what has been read of a stream until nobody wants it any more: a reader of records runs ahead, and shows no line ends.</summary>
/// <param name="inner">The stream, at its start; closed with this one.</param>
internal sealed class RecalledStream(Stream inner) : ForwardStream
{
    private byte[] _kept = new byte[256 * 1024];
    private long _start;
    private int _length;
    private int _forgotten;

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        Keep(buffer.AsSpan(offset, read));
        return read;
    }

    /// <summary>The bytes from a place on that have been read; valid until the next reading.</summary>
    /// <param name="from">The place in the stream, not before what was forgotten.</param>
    public ReadOnlySpan<byte> From(long from) => _kept.AsSpan(0, _length).Slice((int)(from - _start));

    /// <summary>What stands before a place is not asked for any more.</summary>
    public void Forget(long before) => _forgotten = (int)(before - _start);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> read)
    {
        if (_length + read.Length > _kept.Length)
        {
            int wanted = _length - _forgotten;
            byte[] kept = wanted + read.Length > _kept.Length ? new byte[Math.Max(2 * _kept.Length, wanted + read.Length)] : _kept;
            Buffer.BlockCopy(_kept, _forgotten, kept, 0, wanted);
            (_kept, _length, _start, _forgotten) = (kept, wanted, _start + _forgotten, 0);
        }

        read.CopyTo(_kept.AsSpan(_length));
        _length += read.Length;
    }
}
