namespace RocketComs.Benchmarks.Generation;

/// <summary>What kind of batch file is generated.</summary>
internal enum FileKind
{
    /// <summary>No row has an error, and hardly one a warning.</summary>
    Clean,

    /// <summary>Every row has an error.</summary>
    Worst,
}
