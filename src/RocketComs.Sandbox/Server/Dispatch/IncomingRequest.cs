namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>A request with its whole body, and what is wrong with the body, if anything.</summary>
internal sealed record IncomingRequest(RcSandboxRequest Request, string? Flaw);
