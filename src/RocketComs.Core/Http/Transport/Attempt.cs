using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using RocketComs.Core.Http.Content;
using RocketComs.Core.Http.Secrets;
using RocketComs.Core.Http.Streams;

namespace RocketComs.Core.Http.Transport;

/// <summary>One try of a call: sent, timed, read to the end of its answer.</summary>
internal sealed class Attempt
{
    private readonly Lane _lane;
    private readonly ApiRequest _request;
    private readonly ClientOptions _options;
    private readonly CancellationToken _closed;
    private long _sentBytes;
    private long? _length;
    private bool _hasStarted;
    private ITimer? _timer;

    /// <summary>Initializes the try.</summary>
    /// <param name="lane">The way.</param>
    /// <param name="request">The call.</param>
    /// <param name="options">How long to wait.</param>
    /// <param name="closed">Cancelled when the whole connection is closed.</param>
    public Attempt(Lane lane, ApiRequest request, ClientOptions options, CancellationToken closed)
    {
        _closed = closed;
        _lane = lane;
        _request = request;
        _options = options;
    }

    /// <summary>Runs it.</summary>
    /// <param name="authorization">The header, if the call has one.</param>
    /// <param name="mask">Hides the secrets of the call.</param>
    /// <param name="cancellationToken">The user's stop, and the end of the connection.</param>
    /// <exception cref="Errors.RocketComsException">No complete answer came.</exception>
    /// <exception cref="OperationCanceledException">The user stopped.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The request disposes its content.")]
    public async Task<ApiAnswer> RunAsync(AuthenticationHeaderValue? authorization, SecretMask mask, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using HttpRequestMessage message = new(_request.Method, new Uri(_options.BaseUri, _request.ToRelativeUri()));
        message.Headers.Authorization = authorization;
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Content = Content();
        await MeasureAsync(message.Content, cancellationToken).ConfigureAwait(false);
        _length = message.Content?.Headers.ContentLength;

        // A connection that is used once cannot turn out to be stale in the middle of a write.
        message.Headers.ConnectionClose = _request.IsWrite ? true : null;
        using ITimer timer = _options.Clock.CreateTimer(static state => Cancel((CancellationTokenSource)state!), stop, _options.Timeout, Timeout.InfiniteTimeSpan);
        _timer = timer;
        _lane.Enter();
        try
        {
            using HttpResponseMessage response = await _lane.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            byte[] body = await AnswerBody.ReadAsync(response, _request, _options.MaximumAnswerLength, stop.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                // A refusal cut short by a stop is a stop; a success that came whole is none.
                cancellationToken.ThrowIfCancellationRequested();
            }

            return new ApiAnswer(response.StatusCode, body, RetryAfterHeader.Read(response.Headers), mask);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or BrokenConnectionException or OperationCanceledException or ObjectDisposedException)
        {
            throw Fault(exception, mask, stop.Token, cancellationToken);
        }
        finally
        {
            _lane.Leave(stop.IsCancellationRequested);
        }
    }

    private Exception Fault(Exception exception, SecretMask mask, CancellationToken stop, CancellationToken user)
    {
        if (_closed.IsCancellationRequested)
        {
            return _request.IsWrite && _hasStarted ? FaultMap.ForFault(_request, exception, _hasStarted, mask) : new Errors.ConnectionClosedException(_options.BaseUri);
        }

        user.ThrowIfCancellationRequested();
        return stop.IsCancellationRequested
            ? FaultMap.ForTimeout(_request, _options.Timeout, _hasStarted)
            : Local(exception) ?? FaultMap.ForFault(_request, exception, _hasStarted, mask);
    }

    // A file that changed or went away while it was being read is no fault of the network.
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

    private static void Cancel(CancellationTokenSource stop)
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer came in the moment that the time ran out.
        }
    }

    // A file in UTF-16 is read once to count it: not on the caller's thread, and not on the time of the request.
    private static async Task MeasureAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        foreach (HttpContent part in content as MultipartContent ?? [])
        {
            if (part is BatchFileContent file)
            {
                await file.MeasureAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private HttpContent? Content()
    {
        if (_request.Content is null)
        {
            // HttpClient resends a request without a body when its connection dies. An empty body keeps a DELETE from going out twice.
            return _request.IsWrite ? new FieldContent([], _ => _hasStarted = true) : null;
        }

        _sentBytes = 0;
        return _request.Content(bytes =>
        {
            _hasStarted = true;
            _sentBytes += bytes;
            _timer?.Change(_options.Timeout, Timeout.InfiniteTimeSpan);
            _request.Uploaded?.Invoke(_sentBytes, _length);
        });
    }
}
