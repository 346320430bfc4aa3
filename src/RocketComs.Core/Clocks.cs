#if NET8_0_OR_GREATER
namespace RocketComs.Core;

/// <summary>What a package adds to <see cref="TimeProvider"/> on .NET Standard, under the same names.</summary>
internal static class Clocks
{
    /// <summary>Waits.</summary>
    public static Task Delay(this TimeProvider clock, TimeSpan pause, CancellationToken stop) => Task.Delay(pause, clock, stop);

    /// <summary>A source that is cancelled when the time is over.</summary>
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider clock, TimeSpan patience) => new(patience, clock);
}
#endif
