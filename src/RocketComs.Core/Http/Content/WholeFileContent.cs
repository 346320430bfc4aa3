using System.Net;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Http.Content;

/// <summary>The bytes of a file on their way out, as they stand: nothing is converted and no mark is left out.</summary>
internal sealed class WholeFileContent : HttpContent
{
    private const int BufferLength = 128 * 1024;

    private readonly FileSource _file;
    private readonly Action<long> _sent;

    /// <summary>Initializes the content.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sent">Told of the bytes that have left, piece by piece.</param>
    public WholeFileContent(FileSource file, Action<long> sent)
    {
        _file = file;
        _sent = sent;
    }

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using Stream file = _file.Open();

        // From here on the platform may have seen the request, whether or not a byte of the file follows.
        _sent(0);
        byte[] buffer = new byte[BufferLength];
        int length;
        while ((length = await ReadAsync(file, buffer).ConfigureAwait(false)) > 0)
        {
            await stream.WriteAsync(buffer, 0, length).ConfigureAwait(false);
            _sent(length);
        }
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length;
        return true;
    }

    private async Task<int> ReadAsync(Stream file, byte[] buffer)
    {
        try
        {
            return await file.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new BatchFileException(
                _file.Path,
                $"'{_file.Path}' cannot be read to its end: {exception.Message.TrimEnd('.')}. The request was cut off: the platform received nothing complete.",
                "Check the disk or the network share that holds the file, or copy the file to another one, and run the command again.",
                exception);
        }
    }
}
