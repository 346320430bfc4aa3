namespace RocketComs.Benchmarks;

/// <summary>What the program is asked to do.</summary>
internal enum Verb
{
    /// <summary>Take the measures side by side.</summary>
    Compare,

    /// <summary>Write a generated file.</summary>
    File,

    /// <summary>Say how the program is called.</summary>
    Help,
}
