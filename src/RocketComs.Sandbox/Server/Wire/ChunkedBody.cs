using System.Globalization;
using System.Text;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>A body in chunks (RFC 9112, section 7.1). Extensions and trailers are read and passed over.</summary>
internal sealed class ChunkedBody : RequestBody
{
    private const int MostLineBytes = 4 * 1024;
    private const int MostTrailerBytes = 64 * 1024;

    private readonly InputBuffer _input;
    private long _leftInChunk;
    private bool _hasBegun;
    private bool _isAtEnd;

    public ChunkedBody(InputBuffer input) => _input = input;

    /// <inheritdoc/>
    public override bool IsAtEnd => _isAtEnd;

    /// <inheritdoc/>
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

        int read = await _input.ReadAsync(target, offset, (int)Math.Min(count, _leftInChunk), cancellation).ConfigureAwait(false);
        _leftInChunk -= read;
        return read > 0 ? read : throw new EndOfStreamException("The rest of a chunk is missing.");
    }

    private async Task NextChunkAsync(CancellationToken cancellation)
    {
        // Each chunk has a line end of its own behind its bytes.
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
        return await _input.ReadLineAsync(budget, cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException("The next chunk is missing.");
    }

    private async Task SkipTrailersAsync(CancellationToken cancellation)
    {
        LineBudget budget = new(MostTrailerBytes, 431, $"Trailers must not be longer than {MostTrailerBytes} bytes");
        byte[]? line;
        do
        {
            line = await _input.ReadLineAsync(budget, cancellation).ConfigureAwait(false);
        }
        while (line is { Length: > 0 });

        if (line is null)
        {
            throw new EndOfStreamException("The end of the trailers is missing.");
        }
    }
}
