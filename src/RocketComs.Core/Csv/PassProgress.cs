namespace RocketComs.Core.Csv;

/// <summary>The progress of work that goes over the same bytes several times, told as if it went over them once.</summary>
/// <param name="passes">How often the bytes are gone over.</param>
/// <param name="show">Takes the bytes done.</param>
internal sealed class PassProgress(int passes, Action<long>? show)
{
    private long _before;
    private long _last;

    public void Report(long done)
    {
        _last = done;
        show?.Invoke((_before + done) / passes);
    }

    public void EndPass()
    {
        _before += _last;
        _last = 0;
    }
}
