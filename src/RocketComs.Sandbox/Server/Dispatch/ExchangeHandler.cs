using RocketComs.Sandbox.Server.Faults;
using RocketComs.Sandbox.Server.Wire;

namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>Takes an exchange from its head to its end: read, serve, log, answer, with the fault that it meets on the way.</summary>
internal sealed class ExchangeHandler(
    Dispatcher dispatcher, RequestLog log, DueFaults faults, long mostBodyBytes, Func<TimeSpan, CancellationToken, Task> wait)
{
    /// <summary>Ends the exchange with an answer or a reset.</summary>
    /// <exception cref="Exception">The client has gone or the sandbox is being stopped; failures while serving become answers.</exception>
    public async Task HandleAsync(Exchange exchange)
    {
        RcSandboxRequest request = RequestReader.ReadHead(exchange.Head, exchange.ConnectionId);
        (RcSandboxFault? fault, string? flaw) = TakeFault(request);
        request = request with { Fault = fault?.Kind };
        if (fault?.Kind == RcSandboxFaultKind.DropBeforeBody)
        {
            await DropAsync(exchange, request, fault).ConfigureAwait(false);
            return;
        }

        using MemoryStream body = new();
        try
        {
            await exchange.ReadBodyAsync(body, mostBodyBytes, PaceOf(fault, RcSandboxFaultKind.SlowRequest)).ConfigureAwait(false);
        }
        catch (WireRefusal refusal)
        {
            log.Add(request with { StatusCode = refusal.Status });
            await exchange.AnswerAsync(dispatcher.Refuse(new Refusal(refusal.Status, refusal.Message)).ToWire()).ConfigureAwait(false);
            return;
        }
        catch (Exception)
        {
            // A test whose client gave up or was stopped wants to see what had been sent by then.
            log.Add(request with { Body = body.ToArray() });
            throw;
        }

        IncomingRequest incoming = await RequestReader.ReadBodyAsync(request, body.ToArray(), CancellationToken.None).ConfigureAwait(false);
        if (fault?.Kind == RcSandboxFaultKind.DropAfterBody)
        {
            await DropAsync(exchange, incoming.Request, fault).ConfigureAwait(false);
            return;
        }

        Answer answer = flaw is null ? dispatcher.Respond(incoming, fault) : dispatcher.Refuse(Refusal.BadRequest(flaw));
        if (fault?.Kind == RcSandboxFaultKind.DropAnswer)
        {
            await DropAsync(exchange, incoming.Request, fault).ConfigureAwait(false);
            return;
        }

        await AnswerAsync(exchange, incoming.Request, answer, fault).ConfigureAwait(false);
    }

    private (RcSandboxFault? Fault, string? Flaw) TakeFault(RcSandboxRequest request)
    {
        try
        {
            return (faults.Take(request), null);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return (null, $"{DueFaults.Header}: {fault.Message}");
        }
    }

    private async Task DropAsync(Exchange exchange, RcSandboxRequest request, RcSandboxFault fault)
    {
        log.Add(request);
        await DelayAsync(exchange, fault).ConfigureAwait(false);
        exchange.Reset();
    }

    // The request is in the log before a byte of the answer is written: a client that has its answer finds its request there.
    private async Task AnswerAsync(Exchange exchange, RcSandboxRequest request, Answer answer, RcSandboxFault? fault)
    {
        RcSandboxRequest answered = request with { StatusCode = answer.Status };
        if (fault is null || DelayOf(fault) is null)
        {
            log.Add(answered);
        }
        else
        {
            log.Add(request);
            await DelayAsync(exchange, fault).ConfigureAwait(false);
            log.Replace(request, answered);
        }

        if (fault?.Kind == RcSandboxFaultKind.DropInAnswer)
        {
            await exchange.AnswerHalfAsync(answer.ToWire()).ConfigureAwait(false);
        }
        else
        {
            await exchange.AnswerAsync(answer.ToWire(), PaceOf(fault, RcSandboxFaultKind.SlowAnswer)).ConfigureAwait(false);
        }
    }

    private static TimeSpan? DelayOf(RcSandboxFault fault) =>
        fault.Delay ?? (fault.Kind == RcSandboxFaultKind.Delay ? Timeout.InfiniteTimeSpan : null);

    private Task DelayAsync(Exchange exchange, RcSandboxFault fault) =>
        DelayOf(fault) is { } delay ? exchange.WaitAsync(cancellation => WaitAsync(delay, cancellation)) : Task.CompletedTask;

    // An endless wait needs no clock, not even a test's own.
    private Task WaitAsync(TimeSpan delay, CancellationToken cancellation) =>
        delay == Timeout.InfiniteTimeSpan ? Task.Delay(delay, cancellation) : wait(delay, cancellation);

    private Pace? PaceOf(RcSandboxFault? fault, RcSandboxFaultKind kind) => fault?.Kind == kind ? new Pace(fault.BytesPerSecond ?? 1000, wait) : null;
}
