namespace RocketComs.Benchmarks.Comparison;

/// <summary>What a figure counts.</summary>
internal enum Unit
{
    /// <summary>How many times one thing is another.</summary>
    Times,

    /// <summary>Texts a second.</summary>
    TextsPerSecond,

    /// <summary>Bytes, shown in millions.</summary>
    Bytes,

    /// <summary>Things that are counted.</summary>
    Pieces,
}
