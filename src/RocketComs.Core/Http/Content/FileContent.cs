using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Http.Content;

/// <summary>
/// The bytes of a file as a body or a part of one, read while they are sent. A batch file in UTF-8 goes byte for byte, without a byte order
/// mark, and one in UTF-16 is converted to UTF-8; any other file goes as it is. A file that cannot be read to its end is an error of its own:
/// the request stops short of the length that it announces, so the platform has nothing complete.
/// </summary>
internal sealed class FileContent : HttpContent
{
    private const int BufferLength = 256 * 1024;

    // The length of a UTF-16 file and its length in UTF-8, so that another try need not count again.
    private static readonly ConditionalWeakTable<BatchSource, Tuple<long, long>> s_counted = new();

    private readonly BatchSource _source;
    private readonly Action<long> _sent;
    private readonly TextEncoding _encoding;
    private long? _length;

    // Opened to be judged and measured, and then sent: once is enough.
    private Stream? _opened;

    private FileContent(BatchSource source, TextEncoding encoding, Action<long> sent)
    {
        _source = source;
        _encoding = encoding;
        _sent = sent;
    }

    /// <summary>A batch file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="sent">Called with the number of bytes just sent, piece by piece.</param>
    public static FileContent Batch(BatchSource source, Action<long> sent)
    {
        Stream file = source.Open();
        try
        {
            return new FileContent(source, TextEncodings.Detect(SourceFormat.ReadHead(file)), sent) { _opened = file };
        }
        catch (Exception exception)
        {
            file.Dispose();
            if (FaultOf(exception) is { } fault)
            {
                throw Unreadable(source, fault, "Nothing was sent.");
            }

            throw;
        }
    }

    /// <summary>A file of any kind.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sent">Called with the number of bytes just sent, piece by piece.</param>
    public static FileContent AsItIs(BatchSource file, Action<long> sent) => new(file, TextEncoding.Utf8, sent);

    /// <summary>Finds out how long the upload will be. For UTF-16 the whole file is read, on another thread.</summary>
    /// <param name="cancellationToken">Stops it; the file is closed then.</param>
    /// <exception cref="BatchFileException">The file cannot be read.</exception>
    public async Task MeasureAsync(CancellationToken cancellationToken) =>
        _length = await Task.Run(() => UploadLength(cancellationToken), cancellationToken).ConfigureAwait(false);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using Stream file = Take();

        // From here on the platform may have seen the request, whether or not a byte of the file follows.
        _sent(0);
        await (TextEncodings.IsUtf16(_encoding) ? ConvertAsync(file, stream) : CopyAsync(file, stream)).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length ??= UploadLength(CancellationToken.None);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _opened?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int MarkLength => _encoding == TextEncoding.Utf8WithBom ? 3 : 0;

    private long UploadLength(CancellationToken cancellationToken)
    {
        _opened ??= _source.Open();
        if (!TextEncodings.IsUtf16(_encoding))
        {
            return _opened.Length - MarkLength;
        }

        try
        {
            // A server may refuse a body of unknown length, so the converted length is counted first.
            if (s_counted.TryGetValue(_source, out Tuple<long, long>? known) && known.Item1 == _opened.Length)
            {
                return known.Item2;
            }

            long length = ConvertedLength(_opened, cancellationToken);
            _opened.Position = 0;
            s_counted.Remove(_source);
            s_counted.Add(_source, Tuple.Create(_opened.Length, length));
            return length;
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            throw Unreadable(_source, fault, "Nothing was sent.");
        }
    }

    private long ConvertedLength(Stream file, CancellationToken cancellationToken)
    {
        using StreamReader reader = new(file, TextEncodings.Decoder(_encoding), detectEncodingFromByteOrderMarks: true, BufferLength, leaveOpen: true);
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] characters = new char[BufferLength / 3];
        byte[] bytes = new byte[BufferLength + 3];
        long length = 0;
        int read;
        while ((read = reader.Read(characters, 0, characters.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            length += encoder.GetBytes(characters, 0, read, bytes, 0, flush: false);
        }

        // The encoder holds nothing back: half a character at the end has come as one that stands for it.
        return length;
    }

    private async Task<int> FromFileAsync(Task<int> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            throw Unreadable(_source, fault, "The upload was cut off: the platform received nothing complete.");
        }
    }

    private Stream Take()
    {
        Stream file = _opened ?? _source.Open();
        _opened = null;
        return file;
    }

    private static IOException? FaultOf(Exception exception) => exception as IOException ?? (exception as BatchFileException)?.InnerException as IOException;

    private static BatchFileException Unreadable(BatchSource source, IOException exception, string soFar)
    {
        string path = source.Path ?? source.FileName;
        return new BatchFileException(
            path,
            $"'{path}' cannot be read to its end: {exception.Message.TrimEnd('.')}. {soFar}",
            "Check the disk or the network share that holds the file, or copy the file to another one, and run the command again.",
            exception);
    }

    // A piece is written when the one after it has been read, so that the last goes out only after the end of a sealed source has agreed; and
    // while it is written, the disk reads on.
    private async Task CopyAsync(Stream file, Stream target)
    {
        byte[][] buffers = [new byte[BufferLength], new byte[BufferLength], new byte[BufferLength]];
        Task<int> ReadAsync(int turn) => FromFileAsync(file.ReadAsync(buffers[turn % 3], 0, BufferLength));
        int start = MarkLength;
        int length = await FromFileAsync(Task.Run(() => BatchSource.Fill(file, buffers[0], 0, BufferLength))).ConfigureAwait(false);
        Task<int> reading = ReadAsync(1);
        for (int turn = 0; length > 0; turn++)
        {
            int next = await reading.ConfigureAwait(false);
            reading = next > 0 ? ReadAsync(turn + 2) : Task.FromResult(0);
            try
            {
                await target.WriteAsync(buffers[turn % 3], start, length - start).ConfigureAwait(false);
                _sent(length - start);
            }
            finally
            {
                // The file is closed only when nobody reads it any more. When the network has failed first, an error of the disk is only observed.
                await reading.ContinueWith(static read => read.Exception, TaskScheduler.Default).ConfigureAwait(false);
            }

            start = 0;
            length = next;
        }

        await reading.ConfigureAwait(false);
    }

    private async Task ConvertAsync(Stream file, Stream target)
    {
        using StreamReader reader = new(file, TextEncodings.Decoder(_encoding), detectEncodingFromByteOrderMarks: true, BufferLength, leaveOpen: true);
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] characters = new char[BufferLength / 3];
        byte[] bytes = new byte[BufferLength + 3];
        int length = 0;
        int read;
        do
        {
            read = await FromFileAsync(reader.ReadAsync(characters, 0, characters.Length)).ConfigureAwait(false);
            await WriteAsync().ConfigureAwait(false);
            length = encoder.GetBytes(characters, 0, read, bytes, 0, flush: read == 0);
        }
        while (read > 0);
        await WriteAsync().ConfigureAwait(false);

        async Task WriteAsync()
        {
            await target.WriteAsync(bytes, 0, length).ConfigureAwait(false);
            _sent(length);
        }
    }
}
