namespace RocketComs.Benchmarks;

/// <summary>What the program is asked to do.</summary>
internal enum Verb
{
    /// <summary>Take the measures side by side.</summary>
    Compare,

    /// <summary>Run the BenchmarkDotNet benchmarks.</summary>
    Parts,

    /// <summary>Write a generated file.</summary>
    File,

    /// <summary>Take one measure for a process that waits for it.</summary>
    Child,

    /// <summary>Say how the program is called.</summary>
    Help,
}
