namespace RocketComs.Benchmarks.Comparison;

/// <summary>What a figure counts.</summary>
internal enum Unit
{
    /// <summary>How many times one thing is another.</summary>
    Times,

    /// <summary>Seconds, shown in thousandths.</summary>
    Milliseconds,

    /// <summary>Seconds, shown in millionths.</summary>
    Microseconds,

    /// <summary>Texts a second.</summary>
    TextsPerSecond,

    /// <summary>Bytes, shown in millions.</summary>
    Megabytes,

    /// <summary>Bytes, a few for each of many things.</summary>
    Bytes,

    /// <summary>Things that are counted.</summary>
    Pieces,
}
