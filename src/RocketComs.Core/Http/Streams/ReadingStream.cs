#if NET8_0_OR_GREATER

namespace RocketComs.Core.Http.Streams;

/// <summary>A connection for reads. When it dies before an answer, the request is not sent again behind our back.</summary>
internal sealed class ReadingStream : WrappedStream
{
    private volatile bool _isUnanswered;

    /// <summary>Initializes the stream.</summary>
    /// <param name="inner">The connection.</param>
    public ReadingStream(Stream inner)
        : base(inner)
    {
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
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
