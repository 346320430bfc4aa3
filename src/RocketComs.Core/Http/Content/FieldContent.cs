using System.Net;

namespace RocketComs.Core.Http.Content;

/// <summary>A small body, or part of one, that tells when it leaves.</summary>
internal sealed class FieldContent : HttpContent
{
    private readonly byte[] _bytes;
    private readonly Action<long> _sent;

    /// <summary>Initializes the content.</summary>
    public FieldContent(byte[] bytes, Action<long> sent)
    {
        _bytes = bytes;
        _sent = sent;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // Told before, not after: from here on the platform may have seen the request.
        _sent(_bytes.Length);
        return stream.WriteAsync(_bytes, 0, _bytes.Length);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
