using RocketComs.Core.Errors;

namespace RocketComs.Core.Http.Transport;

/// <summary>Reads the body of an answer within bounds. Of an answer that says no, whatever came of it is enough.</summary>
internal static class AnswerBody
{
    private const int BufferLength = 16 * 1024;
    private const int ErrorLimit = 64 * 1024;

    /// <summary>Reads a body to its end, or to the limit.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="request">The call, for the error.</param>
    /// <param name="limit">The most bytes that a successful answer may have, unpacked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A successful answer is longer than that, or cannot be unpacked.</exception>
    /// <exception cref="IOException">A successful answer broke off.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, ApiRequest request, int limit, CancellationToken cancellationToken)
    {
        limit = response.IsSuccessStatusCode ? limit : ErrorLimit;
        using MemoryStream body = new();
        byte[] buffer = new byte[BufferLength];
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            int read;
            while (body.Length <= limit && (read = await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Write(buffer, 0, read);
            }
        }
        catch (Exception exception) when (!response.IsSuccessStatusCode && exception is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            // The status has said it.
        }
        catch (InvalidDataException exception)
        {
            throw Unexpected(request, "its compressed body is damaged", exception);
        }

        return body.Length <= limit || !response.IsSuccessStatusCode
            ? body.ToArray()
            : throw Unexpected(request, FormattableString.Invariant($"it is longer than {limit / (1024 * 1024)} MB"), null);
    }

#if NET8_0_OR_GREATER
    private static Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken) => stream.ReadAsync(buffer, 0, BufferLength, cancellationToken);
#else
    // .NET Framework does not look at the token while it reads, and closing the stream may wait for what never comes: the read is left alone,
    // and the stream closed beside it.
    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        TaskCompletionSource<int> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = cancellationToken.Register(() => stopped.TrySetCanceled(cancellationToken));
        Task<int> reading = stream.ReadAsync(buffer, 0, BufferLength, cancellationToken);
        if (await Task.WhenAny(reading, stopped.Task).ConfigureAwait(false) == reading)
        {
            return await reading.ConfigureAwait(false);
        }

        _ = reading.ContinueWith(static read => read.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        _ = Task.Run(stream.Dispose, CancellationToken.None);
        return await stopped.Task.ConfigureAwait(false);
    }
#endif

    private static UnexpectedResponseException Unexpected(ApiRequest request, string why, Exception? cause)
    {
        UnexpectedResponseException unexpected = new(
            $"The answer to {request.Name} is not what RocketCOMS documents: {why}.",
            "Check that the base URI is that of the RocketCOMS API, and that no gateway or proxy answers in its place.",
            cause);
        return request.IsWrite ? unexpected.OfWrite(request.HowToFindOut) : unexpected;
    }
}
