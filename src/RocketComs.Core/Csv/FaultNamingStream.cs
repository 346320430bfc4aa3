using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>The bytes of a file that says of itself when it cannot be read on.</summary>
/// <param name="file">The file, opened; closed with the stream.</param>
/// <param name="path">Its path.</param>
internal sealed class FaultNamingStream(FileStream file, string path) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => file.CanSeek;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get => file.Position; set => file.Position = value; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return file.Read(buffer, offset, count);
        }
        catch (IOException exception)
        {
            throw Fault(exception);
        }
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        try
        {
            return await file.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Fault(exception);
        }
    }

#if NET8_0_OR_GREATER
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return file.Read(buffer);
        }
        catch (IOException exception)
        {
            throw Fault(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Fault(exception);
        }
    }
#endif

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private BatchFileException Fault(IOException exception) => new(
        path,
        $"'{path}' cannot be read to its end: {exception.Message.TrimEnd('.')}.",
        "Check the disk or the network share that holds the file, or copy the file to another one, and run the command again.",
        exception);
}
