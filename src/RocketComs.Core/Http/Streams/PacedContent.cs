using System.Net;

namespace RocketComs.Core.Http.Streams;

/// <summary>
/// A body that goes out in small pieces, each of which is reported when the connection has taken it: a server that reads slowly but steadily is
/// seen to read, however large the pieces are in which the body is made.
/// </summary>
internal sealed class PacedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly Action _progressed;

    /// <param name="content">The body; it is disposed with this one.</param>
    /// <param name="progressed">Called when a piece was taken, on any thread.</param>
    public PacedContent(HttpContent content, Action progressed)
    {
        _content = content;
        _progressed = progressed;
        foreach (KeyValuePair<string, IEnumerable<string>> header in content.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _content.CopyToAsync(new PacedStream(stream, _progressed));

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Splits what is written. HTTP owns the stream below, which is not disposed.</summary>
    private sealed class PacedStream(Stream inner, Action progressed) : Stream
    {
        private const int PieceLength = 16 * 1024;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            for (int at = 0; at < count; at += PieceLength)
            {
#pragma warning disable CA1835 // netstandard2.0 has no other.
                await inner.WriteAsync(buffer, offset + at, Math.Min(PieceLength, count - at), cancellationToken).ConfigureAwait(false);
#pragma warning restore CA1835
                progressed();
            }
        }

#if NET8_0_OR_GREATER
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            for (int at = 0; at < buffer.Length; at += PieceLength)
            {
                await inner.WriteAsync(buffer.Slice(at, Math.Min(PieceLength, buffer.Length - at)), cancellationToken).ConfigureAwait(false);
                progressed();
            }
        }
#endif
    }
}
