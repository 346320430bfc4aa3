using RocketComs.Sandbox.Auth;

namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>Finds who answers a request.</summary>
internal sealed class Router
{
    private readonly IReadOnlyList<Route> _routes;
    private readonly Authorizer _authorizer;

    public Router(IReadOnlyList<Route> routes, Authorizer authorizer)
    {
        _routes = routes;
        _authorizer = authorizer;
    }

    public Answer Answer(IncomingRequest incoming)
    {
        RcSandboxRequest request = incoming.Request;
        Route[] candidates = [.. _routes.Where(route => route.Match(request.Path) is not null)];

        // Who has no credentials does not learn which paths there are.
        if (!candidates.Any(route => route.IsAnonymous))
        {
            _authorizer.Check(request);
        }

        if (candidates.Length == 0)
        {
            throw Refusal.NotFound($"No resource at {request.Path}");
        }

        Route route = candidates.FirstOrDefault(candidate => candidate.Method == request.Method) ?? throw WrongMethod(request, candidates);
        if (incoming.Flaw is not null)
        {
            throw Refusal.BadRequest(incoming.Flaw);
        }

        return route.Endpoint(request, route.Match(request.Path)!);
    }

    private static Refusal WrongMethod(RcSandboxRequest request, Route[] candidates) =>
        new(405, $"Method {request.Method} is not supported at {request.Path}") { Allow = string.Join(", ", candidates.Select(candidate => candidate.Method)) };
}
