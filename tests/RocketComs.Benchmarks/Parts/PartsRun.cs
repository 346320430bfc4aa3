using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace RocketComs.Benchmarks.Parts;

/// <summary>Runs the benchmarks of the parts with BenchmarkDotNet.</summary>
internal static class PartsRun
{
    /// <summary>Runs the benchmarks that the arguments choose; without any, it asks which.</summary>
    /// <param name="arguments">Arguments of BenchmarkDotNet, such as <c>--filter *Segment*</c> or <c>--list flat</c>.</param>
    public static void Run(string[] arguments)
    {
        // In this process: the program it would generate cannot see a package that this project keeps to itself.
        string[] all = arguments.Contains("--inProcess") || arguments.Contains("-i") ? arguments : [.. arguments, "--inProcess"];

        // Its reports go to where builds go, which is never committed.
        string reports = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "benchmarks"));
        BenchmarkSwitcher.FromAssembly(typeof(PartsRun).Assembly).Run(all, DefaultConfig.Instance.WithArtifactsPath(reports));
    }
}
