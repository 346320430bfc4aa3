namespace RocketComs.Benchmarks.Generation;

/// <summary>What kind of batch file is generated. All but the worst are without errors, and but for what they are named after like the clean one.</summary>
internal enum FileKind
{
    /// <summary>No row has an error, and hardly one a warning.</summary>
    Clean,

    /// <summary>Every row has an error.</summary>
    Worst,

    /// <summary>Half of the texts are in quotes.</summary>
    Quoted,

    /// <summary>Every text is in quotes and holds doubled ones.</summary>
    Doubled,

    /// <summary>A tenth of the texts is UCS-2.</summary>
    Ucs2,

    /// <summary>Every text ends with a URL.</summary>
    Url,

    /// <summary>The texts need two to four segments.</summary>
    Long,

    /// <summary>The rows end with CR LF.</summary>
    Crlf,

    /// <summary>The texts have 10 to 25 characters.</summary>
    Short,

    /// <summary>The numbers come in ascending order.</summary>
    Ordered,
}
