namespace RocketComs.Core.Repair;

/// <summary>The progress of work that goes over the same bytes several times, told as if it went over them once.</summary>
/// <remarks>Initializes the progress.</remarks>
/// <param name="passes">How often the bytes are gone over.</param>
/// <param name="show">Takes the bytes done.</param>
internal sealed class PassProgress(int passes, Action<long>? show)
{
    private readonly int _passes = passes;
    private readonly Action<long>? _show = show;
    private long _before;
    private long _last;

    /// <summary>Takes note of the bytes done in this pass.</summary>
    public void Report(long done)
    {
        _last = done;
        _show?.Invoke((_before + done) / _passes);
    }

    /// <summary>Ends a pass.</summary>
    public void EndPass()
    {
        _before += _last;
        _last = 0;
    }
}
