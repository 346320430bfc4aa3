namespace RocketComs.Core.Csv.Encodings;

/// <summary>What kinds of bytes a record holds, as one vectorised look tells. A kind may stand for several bytes; who cares looks closer.</summary>
[Flags]
internal enum ByteClasses : byte
{
    /// <summary>Nothing but ASCII characters of one septet that mean nothing to any rule.</summary>
    None = 0,

    /// <summary>A byte below U+0020: tab, line break or another control character.</summary>
    Low = 1,

    /// <summary>A quote.</summary>
    Quote = 1 << 1,

    /// <summary>A percent sign.</summary>
    Percent = 1 << 2,

    /// <summary>A slash, or U+007F.</summary>
    SlashOrDelete = 1 << 3,

    /// <summary>One of <c>[ \ ] ^ { | } ~</c>: two septets each.</summary>
    Extension = 1 << 4,

    /// <summary>A backslash (<see cref="Extension"/> is set as well).</summary>
    Backslash = 1 << 5,

    /// <summary>A grave accent, which is no GSM character.</summary>
    Grave = 1 << 6,

    /// <summary>A byte of a character outside ASCII.</summary>
    NonAscii = 1 << 7,
}
