namespace RocketComs.Core.Http.Streams;

/// <summary>
/// A connection that died before the first byte of an answer. It is no <see cref="IOException"/> on purpose: after one of those,
/// <see cref="HttpClient"/> itself sends a request without a body again, up to three times and unseen.
/// </summary>
/// <param name="innerException">What the stream threw; <see langword="null"/> when the server closed the connection.</param>
internal sealed class BrokenConnectionException(Exception? innerException) : Exception("The server closed the connection without an answer", innerException);

#if NET8_0_OR_GREATER
/// <summary>A connection for reads. When it dies before an answer, the request is not sent again unseen.</summary>
internal sealed class ReadingStream(Stream inner) : WrappedStream(inner)
{
    private volatile bool _isUnanswered;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isUnanswered = true;
        try
        {
            await Inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new BrokenConnectionException(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (_isUnanswered)
        {
            throw new BrokenConnectionException(exception);
        }

        // The end of a connection that nobody waits for is the pool's business, and that of an answer without a length is its end.
        if (read == 0 && buffer.Length > 0 && _isUnanswered)
        {
            throw new BrokenConnectionException(null);
        }

        _isUnanswered &= read == 0;
        return read;
    }
}
#endif
