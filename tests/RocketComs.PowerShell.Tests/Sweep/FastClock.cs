using System.Diagnostics;
using System.Reflection;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>
/// A clock by which time passes 500 times as fast: a request of a connection that has it is given up after a fifth of a second instead of 100
/// seconds, and a retry waits for milliseconds.
/// </summary>
internal sealed class FastClock : TimeProvider
{
    private const int Pace = 500;

    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly long _from = Stopwatch.GetTimestamp();

    /// <summary>Gives it to a connection, whose clock no parameter sets: what nobody should turn is no reason to wait in a test.</summary>
    /// <param name="connection">What Connect-RcAccount emitted.</param>
    public static void GiveTo(object connection)
    {
        Type sessions = connection.GetType().Assembly.GetType("RocketComs.PowerShell.Connections.Session")
            ?? AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "RocketComs.PowerShell").GetType("RocketComs.PowerShell.Connections.Session", throwOnError: true)!;
        object session = sessions.GetMethod("Find")!.Invoke(null, [connection])!;
        object transport = session.GetType().GetProperty("Transport")!.GetValue(session)!;
        FieldInfo options = Field(transport, "_options");
        object fast = options.GetValue(transport)!.GetType().GetMethod("<Clone>$")!.Invoke(options.GetValue(transport), [])!;
        fast.GetType().GetProperty("Clock")!.SetValue(fast, new FastClock());
        options.SetValue(transport, fast);
        object retries = transport.GetType().Assembly.GetType("RocketComs.Core.Http.Transport.RetryPipeline", throwOnError: true)!.GetMethod("Build")!.Invoke(null, [fast])!;
        Field(transport, "_retries").SetValue(transport, retries);
    }

    public override DateTimeOffset GetUtcNow() => _start + (Stopwatch.GetElapsedTime(_from) * Pace);

    public override long GetTimestamp() => _from + ((Stopwatch.GetTimestamp() - _from) * Pace);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new FastTimer(System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)));

    private static TimeSpan Shorter(TimeSpan time) => time > TimeSpan.Zero ? time / Pace : time;

    private static FieldInfo Field(object owner, string name) => owner.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingFieldException(owner.GetType().Name, name);

    private sealed class FastTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shorter(dueTime), Shorter(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
