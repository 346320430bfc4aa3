using RocketComs.Sandbox.Server.Faults;

namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>Answers a request, whatever it is, and as a fault will have it.</summary>
internal sealed class Service
{
    private readonly Router _router;
    private readonly SandboxClock _clock;

    public Service(Router router, SandboxClock clock)
    {
        _router = router;
        _clock = clock;
    }

    /// <summary>The answer. Does not throw: what goes wrong is a 500.</summary>
    /// <param name="incoming">The request as it arrived.</param>
    /// <param name="fault">The fault that it meets, if any.</param>
    public Answer Answer(IncomingRequest incoming, RcSandboxFault? fault)
    {
        try
        {
            return fault switch
            {
                null => Serve(incoming),
                { Kind: RcSandboxFaultKind.Status } => FaultyAnswer.OfStatus(fault, _clock.UtcNow),
                _ => FaultyAnswer.For(fault, Serve(incoming with { Request = FaultyRequest.For(fault, incoming.Request, _clock.DayOf(_clock.UtcNow)) })),
            };
        }
        catch (Exception exception)
        {
            return ErrorBody.For(exception, _clock.UtcNow);
        }
    }

    /// <summary>The answer to a request that cannot be served.</summary>
    public Answer Refuse(Refusal refusal) => ErrorBody.For(refusal, _clock.UtcNow);

    // A refusal is an answer like any other to a fault that it meets.
    private Answer Serve(IncomingRequest incoming)
    {
        try
        {
            return _router.Answer(incoming);
        }
        catch (Refusal refusal)
        {
            return Refuse(refusal);
        }
        catch (Exception exception)
        {
            return ErrorBody.For(exception, _clock.UtcNow);
        }
    }
}
