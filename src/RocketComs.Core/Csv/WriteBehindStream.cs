namespace RocketComs.Core.Csv;

/// <summary>
/// Writes to a file on another thread, a block behind, so that the next rows are made while the disk takes the last. What the disk refuses is thrown by
/// a later write, at the latest at the end: only then is all in the file, for who writes to it flushes far more often than a disk is to be asked.
/// </summary>
/// <param name="file">The file; it stays open.</param>
internal sealed class WriteBehindStream(Stream file) : Stream
{
    private const int BlockBytes = 128 * 1024;

    private byte[] _block = new byte[BlockBytes];
    private byte[] _written = new byte[BlockBytes];
    private int _length;
    private Task _writing = Task.CompletedTask;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

#if NET8_0_OR_GREATER
    public override void Write(ReadOnlySpan<byte> buffer)
#else
    public void Write(ReadOnlySpan<byte> buffer)
#endif
    {
        while (buffer.Length > 0)
        {
            if (_length == BlockBytes)
            {
                HandOver();
            }

            int taken = Math.Min(buffer.Length, BlockBytes - _length);
            buffer.Slice(0, taken).CopyTo(_block.AsSpan(_length));
            _length += taken;
            buffer = buffer.Slice(taken);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Also after a write that failed: the file is not closed under a write that is still under way.
            try
            {
                HandOver();
                Wait();
                file.Flush();
            }
            finally
            {
                base.Dispose(disposing);
            }
        }
    }

    private void HandOver()
    {
        Wait();
        (_block, _written) = (_written, _block);
        (byte[] block, int length) = (_written, _length);
        _length = 0;
        _writing = Task.Run(() => file.Write(block, 0, length));
    }

    private void Wait() => _writing.GetAwaiter().GetResult();
}
