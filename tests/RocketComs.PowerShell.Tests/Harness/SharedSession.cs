namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A session for all the tests of a class that only look: Get-Help, for one, reads the whole help anew in each.</summary>
public sealed class SharedSession : IDisposable
{
    internal TestSession Session { get; } = new();

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
