using System.Diagnostics;
using System.Runtime.Versioning;

namespace RocketComs.Benchmarks.Children;

/// <summary>Keeps what is started in the meantime to one core.</summary>
/// <remarks>
/// The child is bound by being started from a bound process: on Linux a process can bind only its first thread, and threads and
/// processes that a bound thread starts are bound with it. So this is for the first thread of the program.
/// </remarks>
[SupportedOSPlatform("linux")]
[SupportedOSPlatform("windows")]
internal sealed class OneCore : IDisposable
{
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly nint _all;

    /// <summary>Binds this process to the last of its cores: the first serves most interrupts.</summary>
    public OneCore()
    {
        _all = _process.ProcessorAffinity;
        _process.ProcessorAffinity = (nint)(1UL << (int)ulong.Log2((ulong)_all));
    }

    /// <summary>Gives this process its cores back.</summary>
    public void Dispose()
    {
        _process.ProcessorAffinity = _all;
        _process.Dispose();
    }
}
