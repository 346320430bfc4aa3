using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Until
{
    /// <summary>Ends when the condition holds, or with the test.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
