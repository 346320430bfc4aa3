namespace RocketComs.Sandbox;

/// <summary>How a <see cref="SandboxServer"/> is set up. The defaults make a working sandbox.</summary>
public sealed class SandboxOptions
{
    /// <summary>The longest array of bytes that .NET makes: a body is kept in one.</summary>
    internal const long LongestArray = 0x7FFFFFC7;

    /// <summary>Gets the port to listen on. Default 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Gets the API key that is accepted. A dummy by default, as all credentials here are.</summary>
    public string ApiKey { get; init; } = "sandbox-api-key";

    /// <summary>Gets the secret of <see cref="ApiKey"/>.</summary>
    public string ApiSecret { get; init; } = "sandbox-api-secret";

    /// <summary>Gets the access token that is accepted. It never expires, unlike those that the login hands out.</summary>
    public string AccessToken { get; init; } = "sandbox-access-token";

    /// <summary>Gets the e-mail address that the login accepts.</summary>
    public string PortalUser { get; init; } = "user@sandbox.example";

    /// <summary>Gets the password of <see cref="PortalUser"/>.</summary>
    public string PortalPassword { get; init; } = "sandbox-password";

    /// <summary>Gets how long a token that the login handed out is good for, on the sandbox's clock. Default 30 minutes, as in the documentation.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Gets the only place where the scalar parameters of a batch may stand; elsewhere they are answered with 400. Default
    /// <see langword="null"/>, for either: the documentation files them under the query, but the body is a form.
    /// </summary>
    public RcParameterPlacement? Placement { get; init; }

    /// <summary>
    /// Gets how long a scheduled batch stays <c>PENDING</c>, and then as long again <c>IN_PROCESS</c>, on the sandbox's
    /// clock. Default one second each; zero completes it at once.
    /// </summary>
    public TimeSpan ProcessingTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets the clock that the sandbox starts from; <see cref="SandboxServer.Advance"/> adds to it, and the sandbox's days are
    /// those of its time zone. Default: the machine's.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets how long the body of a request may be, in bytes: it is kept whole. A longer one is refused with 413. Default 512 MB.</summary>
    public long MostBodyBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Gets the faults that are due from the start, in their order. Default: none.</summary>
    public IReadOnlyList<RcSandboxFault> Faults { get; init; } = [];

    /// <summary>Gets how it reads the documentation otherwise than this module does, from its start to its end. Default: in no way.</summary>
    public IReadOnlyList<RcSandboxReading> Readings { get; init; } = [];

    /// <summary>
    /// Gets how the sandbox lets time pass for a fault that delays or slows down: it waits until the task ends. A test that
    /// must not wait puts its own in. Default: <see cref="Task.Delay(TimeSpan, CancellationToken)"/>.
    /// </summary>
    public Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = Task.Delay;
}
