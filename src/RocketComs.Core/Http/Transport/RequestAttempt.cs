using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Streams;

namespace RocketComs.Core.Http.Transport;

/// <summary>One try of a call: sent, timed, read to the end of its answer.</summary>
/// <param name="connections">What it is sent over.</param>
/// <param name="request">The call.</param>
/// <param name="options">How long to wait.</param>
/// <param name="closed">Cancelled when the whole connection is closed.</param>
internal sealed class RequestAttempt(HttpConnections connections, ApiRequest request, ClientOptions options, CancellationToken closed)
{
    private long _sentBytes;
    private long? _length;
    private bool _hasStarted;
    private ITimer? _timer;

    /// <summary>Sends the request and reads its answer.</summary>
    /// <param name="authorization">The header, if the call has one.</param>
    /// <param name="mask">Hides the secrets of the call.</param>
    /// <param name="cancellationToken">The user's stop, and the end of the connection.</param>
    /// <exception cref="Errors.RocketComsException">No complete answer came.</exception>
    /// <exception cref="OperationCanceledException">The user stopped.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    public async Task<ApiAnswer> RunAsync(AuthenticationHeaderValue? authorization, SecretMask mask, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using HttpRequestMessage message = new(request.Method, new Uri(options.BaseUri, request.ToRelativeUri()));
        message.Headers.Authorization = authorization;
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Content = Content();
        await MeasureAsync(message.Content, cancellationToken).ConfigureAwait(false);
        _length = message.Content?.Headers.ContentLength;
        message.Content = request.Content is null ? message.Content : new PacedContent(message.Content!, Progressed);

        // A connection that is used once cannot turn out to be stale in the middle of a write.
        message.Headers.ConnectionClose = request.IsWrite ? true : null;
        using ITimer timer = Deadline.Start(options.Clock, options.Timeout, stop);
        _timer = timer;
        connections.RequestStarted();
        try
        {
            using HttpResponseMessage response = await connections.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            byte[] body = await AnswerBody.ReadAsync(response, request, options.MaximumAnswerLength, stop.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                // A refusal cut short by a stop is a stop; a success that arrived in full is not.
                cancellationToken.ThrowIfCancellationRequested();
            }

            return new ApiAnswer(response.StatusCode, body, RetryAfterHeader.Read(response.Headers), mask) { Headers = [.. response.Headers, .. response.Content.Headers] };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or BrokenConnectionException or OperationCanceledException or ObjectDisposedException)
        {
            throw Fault(exception, mask, stop.Token, cancellationToken);
        }
        finally
        {
            connections.RequestEnded(stop.IsCancellationRequested);
        }
    }

    private Exception Fault(Exception exception, SecretMask mask, CancellationToken stop, CancellationToken user)
    {
        if (closed.IsCancellationRequested)
        {
            return request.IsWrite && _hasStarted ? FailurePolicy.ForFault(request, exception, _hasStarted, mask) : new Errors.ConnectionClosedException(options.BaseUri);
        }

        user.ThrowIfCancellationRequested();
        return stop.IsCancellationRequested
            ? FailurePolicy.ForTimeout(request, options.Timeout, _hasStarted)
            : Local(exception) ?? FailurePolicy.ForFault(request, exception, _hasStarted, mask);
    }

    // A file that changed or went away while it was being read is not a fault of the network.
    private static Errors.RocketComsException? Local(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is Errors.RocketComsException known)
            {
                return known;
            }
        }

        return null;
    }

    // A file in UTF-16 is read once to count it: not on the caller's thread, and before the time limit of the request starts.
    private static async Task MeasureAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        foreach (HttpContent part in content as MultipartContent ?? [])
        {
            if (part is FileContent file)
            {
                await file.MeasureAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private HttpContent? Content()
    {
        if (request.Content is null)
        {
            // HttpClient resends a request without a body when its connection dies. An empty body keeps a DELETE from going out twice.
            return request.IsWrite ? new FieldContent([], _ => _hasStarted = true) : null;
        }

        _sentBytes = 0;
        return request.Content(bytes =>
        {
            _hasStarted = true;
            _sentBytes += bytes;
            request.Uploaded?.Invoke(_sentBytes, _length);
        });
    }

    // The time limit of an upload is one for standing still.
    private void Progressed() => _timer?.Change(options.Timeout, Timeout.InfiniteTimeSpan);
}

/// <summary>A time limit by any clock.</summary>
internal static class Deadline
{
    /// <summary>Cancels when the time is up, unless the timer is disposed before.</summary>
    public static ITimer Start(TimeProvider clock, TimeSpan time, CancellationTokenSource stop) =>
        clock.CreateTimer(static state => Cancel((CancellationTokenSource)state!), stop, time, Timeout.InfiniteTimeSpan);

    private static void Cancel(CancellationTokenSource stop)
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The work ended in the moment that the time ran out.
        }
    }
}
