namespace RocketComs.Sandbox.Server;

/// <summary>A mistake in an uploaded file.</summary>
/// <param name="Line">The physical line, from 1.</param>
/// <param name="DetailMessage">What is wrong.</param>
internal sealed record FileError(long Line, string DetailMessage);
