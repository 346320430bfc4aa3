namespace RocketComs.Benchmarks.Generation;

/// <summary>What a generated text has besides words.</summary>
[Flags]
internal enum TextTraits
{
    /// <summary>Words only.</summary>
    None = 0,

    /// <summary>Commas, so that its field must be quoted.</summary>
    Commas = 1,

    /// <summary>A name in quotes.</summary>
    Quotes = 1 << 1,

    /// <summary>Characters of the GSM extension table.</summary>
    Extension = 1 << 2,

    /// <summary>Characters that no GSM table has: the text is UCS-2, and short enough for one segment.</summary>
    NonGsm = 1 << 3,

    /// <summary>A URL at its end.</summary>
    Url = 1 << 4,

    /// <summary>The two characters <c>\n</c> between its sentences.</summary>
    LineBreaks = 1 << 5,
}
