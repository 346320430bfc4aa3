namespace RocketComs.Core.Http.Transport;

/// <summary>A transport with one caller's listener, so that callers who share a connection hear only of their own requests.</summary>
public sealed class ListeningTransport : ITransport
{
    private readonly ITransport _transport;
    private readonly Action<ClientTrace> _listener;

    /// <summary>Initializes the transport.</summary>
    /// <param name="transport">The shared way to the platform.</param>
    /// <param name="listener">Told of every try, on any thread.</param>
    public ListeningTransport(ITransport transport, Action<ClientTrace> listener)
    {
        _transport = transport;
        _listener = listener;
    }

    /// <inheritdoc/>
    public Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        _transport.SendAsync(request with { Traced = _listener }, cancellationToken);
}
