using System.Security.Cryptography;

namespace RocketComs.Core.Csv;

/// <summary>
/// A content that is what it was when it was first read whole: every later reading that comes to its end has read the same bytes, by their
/// SHA-256 (FIPS 180-4), or ends with an error in the place of its last bytes. So what is sent is what was checked, whatever becomes of the file.
/// </summary>
/// <param name="source">The content.</param>
public sealed class SealedSource(BatchSource source) : BatchSource
{
    private const int BufferLength = 256 * 1024;

    // Of a text, its sender is shown the beginning.
    private const int RememberedBytes = 4096;

    private string? _seal;
    private byte[] _beginning = [];
    private Stream? _kept;
    private bool _isHeld;

    /// <inheritdoc/>
    public override string? Path => source.Path;

    /// <inheritdoc/>
    public override string FileName => source.FileName;

    /// <inheritdoc/>
    internal override bool IsGenerated => source.IsGenerated;

    /// <summary>Gets the length in bytes; <see langword="null"/> for what is no file.</summary>
    public long? Length => (source as FileSource)?.Length;

    /// <summary>The first bytes of the content as a source of their own, once it has been read: whoever wants to see how it begins need not open it again.</summary>
    internal BatchSource Beginning => new BytesInMemory(_beginning, FileName);

    /// <summary>The SHA-256 of the bytes as they stand, in 64 hexadecimal digits; reads the content if it has not been read whole yet.</summary>
    /// <exception cref="Errors.BatchFileException">The file cannot be read.</exception>
    /// <exception cref="Errors.BatchCsvInvalidException">The file has changed since it was first looked at.</exception>
    public string Seal(CancellationToken stop)
    {
        if (_seal is null)
        {
            byte[] buffer = new byte[BufferLength];
            using Stream stream = Open();
            while (stream.Read(buffer, 0, BufferLength) > 0)
            {
                stop.ThrowIfCancellationRequested();
            }
        }

        return _seal!;
    }

    /// <summary>Keeps the bytes open once they are opened, so that all who read them before the hold ends read one opening, one after the other.</summary>
    /// <returns>Ends the hold.</returns>
    public IDisposable Hold()
    {
        _isHeld = true;
        return new Holding(this);
    }

    /// <summary>Opens the bytes. Who reads them to the end must hold the last of them back until the end has been seen.</summary>
    /// <inheritdoc/>
    public override Stream Open()
    {
        if (!_isHeld)
        {
            return new SealedStream(source.Open(), Begin, Agree, leavesOpen: false);
        }

        _kept ??= source.Open();
        _kept.Position = 0;
        return new SealedStream(_kept, Begin, Agree, leavesOpen: true);
    }

    private void Begin(ReadOnlySpan<byte> read) => _beginning = read.Slice(0, Math.Min(read.Length, RememberedBytes)).ToArray();

    private void Agree(string hash)
    {
        _seal ??= hash;
        if (!string.Equals(_seal, hash, StringComparison.Ordinal))
        {
            throw new Errors.BatchCsvInvalidException(Path ?? FileName);
        }
    }

    private sealed class Holding(SealedSource content) : IDisposable
    {
        public void Dispose()
        {
            content._kept?.Dispose();
            (content._kept, content._isHeld) = (null, false);
        }
    }
}

/// <summary>Hashes what is read of a stream, each byte once, and tells the hash when the end is seen.</summary>
/// <param name="inner">The stream, at its start.</param>
/// <param name="began">Gets the first bytes that are read.</param>
/// <param name="ended">Gets the hash, in hexadecimal digits; it may throw.</param>
/// <param name="leavesOpen">Whether the stream is closed by someone else.</param>
internal sealed class SealedStream(Stream inner, ReadAction began, Action<string> ended, bool leavesOpen) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;
    private long _hashed;
    private bool _hasEnded;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, read), count);
        return read;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        int read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        Note(buffer.AsSpan(offset, read), count);
        return read;
    }

#if NET8_0_OR_GREATER
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Note(buffer.Slice(0, read), buffer.Length);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Note(buffer.Span.Slice(0, read), buffer.Length);
        return read;
    }
#endif

    /// <exception cref="NotSupportedException">It would leave bytes out.</exception>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = origin == SeekOrigin.Begin ? offset : origin == SeekOrigin.Current ? _position + offset : Length + offset;
        if (target == 0 && _hasEnded)
        {
            // Read whole once more, so judged once more.
            (_hashed, _hasEnded) = (0, false);
        }

        return target <= _hashed ? _position = inner.Seek(target, SeekOrigin.Begin) : throw new NotSupportedException("What is sealed is read without a gap.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            if (!leavesOpen)
            {
                inner.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> read, int asked)
    {
        if (_hashed == 0 && !read.IsEmpty)
        {
            began(read);
        }

        // What is read again was hashed the first time.
        ReadOnlySpan<byte> fresh = read.Slice((int)Math.Min(read.Length, _hashed - _position));
#if NET8_0_OR_GREATER
        _hash.AppendData(fresh);
#else
        _hash.AppendData(fresh.ToArray());
#endif
        _position += read.Length;
        _hashed = Math.Max(_hashed, _position);
        if (read.IsEmpty && asked > 0 && !_hasEnded && _position == _hashed)
        {
            _hasEnded = true;
            ended(HexDigits.Of(_hash.GetHashAndReset()));
        }
    }
}

/// <summary>Gets bytes that were read.</summary>
/// <param name="read">The bytes, valid during the call.</param>
internal delegate void ReadAction(ReadOnlySpan<byte> read);

/// <summary>Bytes in memory as a content.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="fileName">What they are called.</param>
internal sealed class BytesInMemory(byte[] bytes, string fileName) : BatchSource
{
    public override string? Path => null;

    public override string FileName => fileName;

    public override Stream Open() => new MemoryStream(bytes, writable: false);
}

/// <summary>Bytes as lower-case hexadecimal digits, two a byte.</summary>
internal static class HexDigits
{
#if NET8_0_OR_GREATER
    public static string Of(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
#else
    public static string Of(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty).ToLowerInvariant();
#endif
}
