namespace RocketComs.Core.Csv.Encodings;

/// <summary>How a batch file is encoded, as far as its first bytes tell.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, or bytes that are to be judged as UTF-8.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithBom,

    /// <summary>UTF-16, low byte first, with a byte order mark.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first, with a byte order mark.</summary>
    Utf16BigEndian,

    /// <summary>Looks like UTF-16, low byte first, but has no byte order mark.</summary>
    Utf16LittleEndianWithoutBom,

    /// <summary>Looks like UTF-16, high byte first, but has no byte order mark.</summary>
    Utf16BigEndianWithoutBom,

    /// <summary>UTF-32, which the platform cannot be given.</summary>
    Utf32,
}
