namespace RocketComs.Sandbox.Server.Wire;

/// <summary>How fast a body is read or written when it is to be slow.</summary>
/// <param name="BytesPerSecond">The rate; at least 1.</param>
/// <param name="Wait">Lets time pass; throws when it is cancelled.</param>
internal sealed record Pace(int BytesPerSecond, Func<TimeSpan, CancellationToken, Task> Wait)
{
    /// <summary>Gets the bytes that go in one piece: those of a tenth of a second, and at least one.</summary>
    public int PieceBytes => Math.Max(1, BytesPerSecond / 10);

    /// <summary>Waits as long as so many bytes take.</summary>
    public Task WaitForAsync(int bytes, CancellationToken cancellation) => Wait(TimeSpan.FromSeconds((double)bytes / BytesPerSecond), cancellation);
}
