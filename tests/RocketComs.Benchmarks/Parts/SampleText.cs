namespace RocketComs.Benchmarks.Parts;

/// <summary>A text that parts are measured with.</summary>
public enum SampleText
{
    /// <summary>GSM-7, 100 characters.</summary>
    OneSegment,

    /// <summary>GSM-7, 400 characters.</summary>
    LongGsm7,

    /// <summary>GSM-7, 400 characters, a fourth of them of the extension table.</summary>
    LongExtended,

    /// <summary>UCS-2, 400 units, with surrogate pairs.</summary>
    LongUcs2,

    /// <summary>100 characters with curly quotes, dashes and an ellipsis.</summary>
    Typographic,

    /// <summary>130 characters with a URL.</summary>
    WithUrl,

    /// <summary>100 characters with three <c>\n</c>.</summary>
    WithLineBreaks,
}
