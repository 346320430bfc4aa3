using System;

namespace RocketComs.Sandbox;

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

    /// <summary>The answer. Does not throw.</summary>
    /// <param name="incoming">The request as it arrived.</param>
    /// <param name="fault">The fault that it meets, if any.</param>
    public Answer Answer(IncomingRequest incoming, RcSandboxFault? fault) => fault switch
    {
        null => Serve(incoming),
        { Kind: RcSandboxFaultKind.Status } => FaultyAnswer.OfStatus(fault, _clock.UtcNow),
        _ => FaultyAnswer.For(fault, Serve(incoming with { Request = FaultyRequest.For(fault, incoming.Request, _clock.UtcNow.Date) })),
    };

    /// <summary>The answer to a request that cannot be served.</summary>
    public Answer Refuse(Refusal refusal) => ErrorBody.For(refusal, _clock.UtcNow);

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
        catch (Exception fault)
        {
            return ErrorBody.For(fault, _clock.UtcNow);
        }
    }
}
