using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Sandbox.Wire;

namespace RocketComs.Sandbox;

/// <summary>Takes an exchange from its head to its end: read, serve, log, answer.</summary>
internal sealed class Responder
{
    private readonly Router _router;
    private readonly RequestLog _log;
    private readonly SandboxClock _clock;
    private readonly SandboxOptions _options;

    public Responder(Router router, RequestLog log, SandboxClock clock, SandboxOptions options)
    {
        _router = router;
        _log = log;
        _clock = clock;
        _options = options;
    }

    /// <summary>Ends the exchange with an answer.</summary>
    /// <exception cref="Exception">The client has gone or the sandbox is being stopped; what goes wrong in the serving becomes an answer.</exception>
    public async Task HandleAsync(Exchange exchange)
    {
        RcSandboxRequest request = RequestReader.ReadHead(exchange.Head, exchange.ConnectionId);
        using MemoryStream body = new();
        try
        {
            await exchange.ReadBodyAsync(body, _options.MostBodyBytes, pace: null).ConfigureAwait(false);
        }
        catch (WireRefusal refusal)
        {
            await AnswerAsync(exchange, request, ErrorBody.For(new Refusal(refusal.Status, refusal.Message), _clock.UtcNow)).ConfigureAwait(false);
            return;
        }

        IncomingRequest incoming = await RequestReader.ReadBodyAsync(request, body.ToArray(), CancellationToken.None).ConfigureAwait(false);
        await AnswerAsync(exchange, incoming.Request, Serve(incoming)).ConfigureAwait(false);
    }

    private async Task AnswerAsync(Exchange exchange, RcSandboxRequest request, Answer answer)
    {
        // Before a byte of the answer is written: a client that has its answer finds its request here.
        _log.Add(request with { StatusCode = answer.Status });
        await exchange.AnswerAsync(answer.ToWire()).ConfigureAwait(false);
    }

    private Answer Serve(IncomingRequest incoming)
    {
        try
        {
            return _router.Answer(incoming);
        }
        catch (Refusal refusal)
        {
            return ErrorBody.For(refusal, _clock.UtcNow);
        }
        catch (Exception fault)
        {
            return ErrorBody.For(fault, _clock.UtcNow);
        }
    }
}
