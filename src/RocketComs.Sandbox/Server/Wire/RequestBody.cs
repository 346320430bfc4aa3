namespace RocketComs.Sandbox.Server.Wire;

/// <summary>The body of a request, block by block, whatever its framing on the wire.</summary>
internal abstract class RequestBody
{
    /// <summary>Gets whether the whole body has been read.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>The body that a head announces.</summary>
    public static RequestBody Of(RequestHead head, InputBuffer input) => head.ContentLength is { } length ? new LengthBody(input, length) : new ChunkedBody(input);

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <exception cref="EndOfStreamException">The client sends no more, but had announced more.</exception>
    /// <exception cref="WireRefusal">The framing is broken.</exception>
    public abstract Task<int> ReadAsync(byte[] target, int offset, int count, CancellationToken cancellation);
}
