using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Secrets;

namespace RocketComs.Core.Http.Transport;

/// <summary>The way to the platform: authorization, retries, errors. Safe to use from several threads.</summary>
public sealed class RocketComsTransport : ITransport, IDisposable
{
    private readonly ClientOptions _options;
    private readonly IAuthorization _authorization;
    private readonly IReadOnlyList<string> _proxySecrets;
    private readonly ResiliencePipeline<ApiAnswer> _retries;
    private readonly HttpConnections _reads;
    private readonly HttpConnections _writes;

    // Never disposed: it holds no timer, and whoever asks it after the end must get an answer.
    [SuppressMessage("Usage", "CA2213", Justification = "See above.")]
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Prepares the connections; nothing is sent yet.</summary>
    /// <param name="options">Where to, and how patiently. The base URI must have been checked.</param>
    /// <param name="authorization">Who asks.</param>
    public RocketComsTransport(ClientOptions options, IAuthorization authorization)
    {
        _options = options;
        _authorization = authorization;
        _proxySecrets = ProxySecrets.Find(options.Proxy, options.BaseUri);
        _retries = RetryPipeline.Build(options);
        _reads = new HttpConnections(options, isSingleUse: false);

        // Writes never use a pooled connection: one that had died unseen would leave their outcome unknown.
        _writes = new HttpConnections(options, isSingleUse: true);
    }

    /// <inheritdoc/>
    public Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        WhileOpenAsync(stop => SendOpenAsync(request, stop), cancellationToken);

    /// <summary>Logs in where that is needed, so that wrong credentials show at once.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task AuthorizeAsync(CancellationToken cancellationToken) => WhileOpenAsync(stop => _authorization.GetHeaderAsync(this, stop), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _reads.Dispose();
        _writes.Dispose();
    }

    // Whoever waits when the connection is closed is told so, and not that somebody cancelled or disposed something.
    private async Task<T> WhileOpenAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            return await work(stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException
            && _closing.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectionClosedException(_options.BaseUri);
        }
    }

    private async Task<ApiAnswer> SendOpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        AuthenticationHeaderValue? header = await HeaderAsync(request, cancellationToken).ConfigureAwait(false);
        ApiAnswer answer = await SendWithRetriesAsync(request, header, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Unauthorized && header is not null
            && await _authorization.RenewAsync(header, Own(request), cancellationToken).ConfigureAwait(false))
        {
            header = await HeaderAsync(request, cancellationToken).ConfigureAwait(false);
            answer = await SendWithRetriesAsync(request, header, cancellationToken).ConfigureAwait(false);
        }

        return answer.IsSuccess ? answer : throw FailurePolicy.ForAnswer(request, answer, _options.Clock.GetUtcNow());
    }

    private async Task<AuthenticationHeaderValue?> HeaderAsync(ApiRequest request, CancellationToken cancellationToken) =>
        request.IsAnonymous ? null : await _authorization.GetHeaderAsync(Own(request), cancellationToken).ConfigureAwait(false);

    // A login on the way to a request is reported to the same listener.
    private ITransport Own(ApiRequest request) => request.Traced is null ? this : new ListeningTransport(this, request.Traced);

    private async Task<ApiAnswer> SendWithRetriesAsync(ApiRequest request, AuthenticationHeaderValue? header, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryPipeline.Call, request);
        try
        {
            return await _retries.ExecuteAsync(
                (each, call) => new ValueTask<ApiAnswer>(TryAsync(call, header, each.CancellationToken)),
                context,
                request).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<ApiAnswer> TryAsync(ApiRequest request, AuthenticationHeaderValue? header, CancellationToken cancellationToken)
    {
        Stopwatch time = Stopwatch.StartNew();
        ApiAnswer? answer = null;
        try
        {
            RequestAttempt attempt = new(request.IsWrite ? _writes : _reads, request, _options, _closing.Token);
            answer = await attempt.RunAsync(header, SecretMask.Of(header, [.. request.Secrets, .. _proxySecrets]), cancellationToken).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            string? traceId = answer is { IsSuccess: false } ? answer.ErrorBody().TraceId : null;
            request.Traced?.Invoke(new ClientTrace(request.Name, answer?.StatusCode, time.ElapsedMilliseconds, traceId));
        }
    }
}
