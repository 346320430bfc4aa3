namespace RocketComs.Sandbox.Server.Wire;

/// <summary>A body of as many bytes as were announced.</summary>
internal sealed class LengthBody : RequestBody
{
    private readonly InputBuffer _input;
    private long _left;

    public LengthBody(InputBuffer input, long length)
    {
        _input = input;
        _left = length;
    }

    /// <inheritdoc/>
    public override bool IsAtEnd => _left == 0;

    /// <inheritdoc/>
    public override async Task<int> ReadAsync(byte[] target, int offset, int count, CancellationToken cancellation)
    {
        if (IsAtEnd)
        {
            return 0;
        }

        int read = await _input.ReadAsync(target, offset, (int)Math.Min(count, _left), cancellation).ConfigureAwait(false);
        if (read == 0)
        {
            throw new EndOfStreamException($"{_left} bytes of the body are missing.");
        }

        _left -= read;
        return read;
    }
}
