using System.Globalization;
using System.Text;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>The body of a request, block by block, whatever its framing on the wire.</summary>
internal abstract class RequestBody
{
    /// <summary>Whether the whole body has been read.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>The body that a head announces.</summary>
    public static RequestBody Of(RequestHead head, InputBuffer input) => head.ContentLength is { } length ? new LengthBody(input, length) : new ChunkedBody(input);

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <exception cref="EndOfStreamException">The client stopped sending before the announced end.</exception>
    /// <exception cref="WireRefusal">The framing is broken.</exception>
    public abstract Task<int> ReadAsync(byte[] target, int offset, int count, CancellationToken cancellation);
}

/// <summary>A body of as many bytes as were announced.</summary>
internal sealed class LengthBody(InputBuffer input, long length) : RequestBody
{
    private long _left = length;

    public override bool IsAtEnd => _left == 0;

    public override async Task<int> ReadAsync(byte[] target, int offset, int count, CancellationToken cancellation)
    {
        if (IsAtEnd)
        {
            return 0;
        }

        int read = await input.ReadAsync(target, offset, (int)Math.Min(count, _left), cancellation).ConfigureAwait(false);
        if (read == 0)
        {
            throw new EndOfStreamException($"{_left} bytes of the body are missing.");
        }

        _left -= read;
        return read;
    }
}

/// <summary>A body in chunks (RFC 9112, section 7.1). Extensions and trailers are read and passed over.</summary>
internal sealed class ChunkedBody(InputBuffer input) : RequestBody
{
    private const int MostLineBytes = 4 * 1024;
    private const int MostTrailerBytes = 64 * 1024;

    private long _leftInChunk;
    private bool _hasBegun;
    private bool _isAtEnd;

    public override bool IsAtEnd => _isAtEnd;

    public override async Task<int> ReadAsync(byte[] target, int offset, int count, CancellationToken cancellation)
    {
        if (_isAtEnd)
        {
            return 0;
        }

        if (_leftInChunk == 0)
        {
            await NextChunkAsync(cancellation).ConfigureAwait(false);
            if (_leftInChunk == 0)
            {
                await SkipTrailersAsync(cancellation).ConfigureAwait(false);
                _isAtEnd = true;
                return 0;
            }
        }

        int read = await input.ReadAsync(target, offset, (int)Math.Min(count, _leftInChunk), cancellation).ConfigureAwait(false);
        _leftInChunk -= read;
        return read > 0 ? read : throw new EndOfStreamException("The rest of a chunk is missing.");
    }

    private async Task NextChunkAsync(CancellationToken cancellation)
    {
        // Each chunk's bytes are followed by a line end.
        if (_hasBegun && (await LineAsync(cancellation).ConfigureAwait(false)).Length > 0)
        {
            throw WireRefusal.Malformed("A chunk is longer than it says");
        }

        _hasBegun = true;
        string line = Encoding.ASCII.GetString(await LineAsync(cancellation).ConfigureAwait(false));
        int semicolon = line.IndexOf(';');
        string size = (semicolon < 0 ? line : line.Substring(0, semicolon)).TrimEnd(' ', '\t');
        const NumberStyles HexDigits = NumberStyles.AllowHexSpecifier;
        if (!long.TryParse(size, HexDigits, CultureInfo.InvariantCulture, out _leftInChunk) || _leftInChunk < 0)
        {
            throw WireRefusal.Malformed("The size of a chunk must be a hexadecimal number");
        }
    }

    private async Task<byte[]> LineAsync(CancellationToken cancellation)
    {
        LineBudget budget = new(MostLineBytes, 400, $"A chunk's size line must not be longer than {MostLineBytes} bytes");
        return await input.ReadLineAsync(budget, cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException("The next chunk is missing.");
    }

    private async Task SkipTrailersAsync(CancellationToken cancellation)
    {
        LineBudget budget = new(MostTrailerBytes, 431, $"Trailers must not be longer than {MostTrailerBytes} bytes");
        byte[]? line;
        do
        {
            line = await input.ReadLineAsync(budget, cancellation).ConfigureAwait(false);
        }
        while (line is { Length: > 0 });

        if (line is null)
        {
            throw new EndOfStreamException("The end of the trailers is missing.");
        }
    }
}
