using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Http;

/// <summary>
/// The bytes of a batch file on their way out, read as they leave. UTF-8 goes byte for byte, less a byte order mark; UTF-16 is
/// converted to UTF-8.
/// </summary>
internal sealed class BatchFileContent : HttpContent
{
    private const int BufferLength = 256 * 1024;

    private readonly BatchSource _source;
    private readonly Action<long> _sent;
    private readonly TextEncoding _encoding;
    private readonly long _length;

    /// <summary>Initializes the content.</summary>
    /// <param name="source">The file.</param>
    /// <param name="sent">Told of the bytes that have left, piece by piece.</param>
    public BatchFileContent(BatchSource source, Action<long> sent)
    {
        _source = source;
        _sent = sent;
        _encoding = TextEncodings.Detect(source.ReadHead());
        _length = UploadLength();
    }

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using Stream file = _source.Open();

        // From here on the platform may have seen the request, whether or not a byte of the file follows.
        _sent(0);
        if (TextEncodings.IsUtf16(_encoding))
        {
            await ConvertAsync(file, stream).ConfigureAwait(false);
            return;
        }

        file.Position = MarkLength;
        await CopyAsync(file, stream).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    private int MarkLength => _encoding == TextEncoding.Utf8WithBom ? 3 : 0;

    private long UploadLength()
    {
        using Stream file = _source.Open();
        if (!TextEncodings.IsUtf16(_encoding))
        {
            return file.Length - MarkLength;
        }

        // A server may refuse a body of unknown length, so the converted length is counted first.
        using StreamReader reader = new(file, TextEncodings.Decoder(_encoding));
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] characters = new char[BufferLength / 3];
        byte[] bytes = new byte[BufferLength + 3];
        long length = 0;
        int read;
        while ((read = reader.Read(characters, 0, characters.Length)) > 0)
        {
            length += encoder.GetBytes(characters, 0, read, bytes, 0, flush: false);
        }

        return length + encoder.GetBytes(characters, 0, 0, bytes, 0, flush: true);
    }

    // The next piece is read while one is written: the disk and the network need not wait for each other.
    private async Task CopyAsync(Stream file, Stream target)
    {
        byte[] buffer = new byte[BufferLength];
        byte[] other = new byte[BufferLength];
        Task<int> reading = file.ReadAsync(buffer, 0, buffer.Length);
        try
        {
            int length;
            while ((length = await reading.ConfigureAwait(false)) > 0)
            {
                (buffer, other) = (other, buffer);
                reading = file.ReadAsync(buffer, 0, buffer.Length);
                await target.WriteAsync(other, 0, length).ConfigureAwait(false);
                _sent(length);
            }
        }
        finally
        {
            // The file is closed only when nobody reads it any more.
            await ((Task)reading).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private async Task ConvertAsync(Stream file, Stream target)
    {
        using StreamReader reader = new(file, TextEncodings.Decoder(_encoding));
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] characters = new char[BufferLength / 3];
        byte[] bytes = new byte[BufferLength + 3];
        int read;
        do
        {
            read = await reader.ReadAsync(characters, 0, characters.Length).ConfigureAwait(false);
            int length = encoder.GetBytes(characters, 0, read, bytes, 0, flush: read == 0);
            await target.WriteAsync(bytes, 0, length).ConfigureAwait(false);
            _sent(length);
        }
        while (read > 0);
    }
}
