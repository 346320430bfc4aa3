namespace RocketComs.Core.Rules.Engine;

/// <summary>What one look at a row has seen. A rule is asked only about rows that bear one of its traits.</summary>
[Flags]
internal enum RowTraits
{
    /// <summary>A row with nothing to remark.</summary>
    None = 0,

    /// <summary>Fewer than two fields.</summary>
    TooFewFields = 1,

    /// <summary>More than two fields.</summary>
    TooManyFields = 1 << 1,

    /// <summary>The number is empty or blank.</summary>
    NumberMissing = 1 << 2,

    /// <summary>The number is not 10 to 15 digits.</summary>
    NumberMalformed = 1 << 3,

    /// <summary>The number is 10 to 15 digits: it can be compared with others.</summary>
    NumberWellFormed = 1 << 4,

    /// <summary>The text is empty or blank.</summary>
    MessageMissing = 1 << 5,

    /// <summary>The number is sound, but no numbering plan hands it out.</summary>
    NumberUnassignable = 1 << 6,

    /// <summary>Quotes do not stand as RFC 4180 wants them.</summary>
    QuotingBroken = 1 << 7,

    /// <summary>A quote inside an unquoted field.</summary>
    StrayQuote = 1 << 8,

    /// <summary>Bytes that are not UTF-8.</summary>
    BytesInvalid = 1 << 9,

    /// <summary>Control characters other than tab, CR and LF.</summary>
    ControlCharacter = 1 << 10,

    /// <summary>A real line break inside a field.</summary>
    LineBreak = 1 << 11,

    /// <summary>A backslash, <c>n</c> and a blank.</summary>
    BlankAfterEscape = 1 << 12,

    /// <summary>A blank at the start or end of a field.</summary>
    OuterBlank = 1 << 13,

    /// <summary>Bytes in the text that may be no GSM characters: all beyond ASCII, the tab, the grave accent and DEL.</summary>
    MayBeUcs2 = 1 << 14,

    /// <summary>A slash in the text.</summary>
    Slash = 1 << 15,

    /// <summary>An opening brace or bracket or a percent sign in the text.</summary>
    Brace = 1 << 16,
}
