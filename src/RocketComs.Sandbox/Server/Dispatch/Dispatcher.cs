using RocketComs.Sandbox.Server.Faults;
using RocketComs.Sandbox.Server.Readings;

namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>Finds the endpoint for a request and lets it answer, changed by a fault if one is due. Does not throw: failures are answers too.</summary>
/// <param name="routes">Everything that is served.</param>
/// <param name="authorize">Refuses a request without good credentials.</param>
/// <param name="clock">The sandbox's time.</param>
/// <param name="readings">How the documentation is read otherwise; <see langword="null"/> for in no way.</param>
internal sealed class Dispatcher(IReadOnlyList<Route> routes, Action<RcSandboxRequest> authorize, SandboxClock clock, IReadOnlyList<RcSandboxReading>? readings = null)
{
    private readonly IReadOnlyList<RcSandboxReading> _readings = readings ?? [];

    public Answer Respond(IncomingRequest incoming, RcSandboxFault? fault)
    {
        try
        {
            return fault switch
            {
                null => Serve(incoming),
                { Kind: RcSandboxFaultKind.Status } => FaultyAnswer.OfStatus(fault, clock.UtcNow),
                _ => FaultyAnswer.For(fault, Serve(incoming with { Request = FaultyRequest.For(fault, incoming.Request, clock.DayOf(clock.UtcNow)) })),
            };
        }
        catch (Exception exception)
        {
            return Failure(exception);
        }
    }

    public Answer Refuse(Refusal refusal) => Answer.Error(refusal.Status, refusal.Message, clock.UtcNow) with { Allow = refusal.Allow };

    // A refusal is an answer like any other to a fault that it meets.
    private Answer Serve(IncomingRequest incoming)
    {
        try
        {
            RcSandboxRequest request = _readings.Aggregate(incoming.Request, (changed, reading) => OtherRequest.For(reading, changed));
            return _readings.Aggregate(Dispatch(incoming with { Request = request }), (answer, reading) => OtherAnswer.For(reading, incoming.Request, answer));
        }
        catch (Refusal refusal)
        {
            return Refuse(refusal);
        }
        catch (Exception exception)
        {
            return Failure(exception);
        }
    }

    // It says what has failed: the sandbox's user is the one who can report it.
    private Answer Failure(Exception exception) => Answer.Error(500, $"The sandbox failed: {exception.GetType().Name}: {exception.Message}", clock.UtcNow);

    private Answer Dispatch(IncomingRequest incoming)
    {
        RcSandboxRequest request = incoming.Request;
        Route[] candidates = [.. routes.Where(route => route.Match(request.Path) is not null)];

        // Callers without credentials do not learn which paths exist.
        if (!candidates.Any(route => route.IsAnonymous))
        {
            authorize(request);
        }

        if (candidates.Length == 0)
        {
            throw Refusal.NotFound($"No resource at {request.Path}");
        }

        Route route = candidates.FirstOrDefault(candidate => candidate.Method == request.Method) ?? throw WrongMethod(request, candidates);
        return incoming.Flaw is { } flaw ? throw Refusal.BadRequest(flaw) : route.Endpoint(request, route.Match(request.Path)!);
    }

    private static Refusal WrongMethod(RcSandboxRequest request, Route[] candidates) =>
        new(405, $"Method {request.Method} is not supported at {request.Path}") { Allow = string.Join(", ", candidates.Select(candidate => candidate.Method)) };
}
