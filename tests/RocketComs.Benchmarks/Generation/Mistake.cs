namespace RocketComs.Benchmarks.Generation;

/// <summary>What is wrong with a row of the worst file.</summary>
internal enum Mistake
{
    /// <summary>RC005: a letter that looks like a digit, or a word before the number.</summary>
    LettersInNumber,

    /// <summary>RC005: what a spreadsheet makes of a long number.</summary>
    ScientificNumber,

    /// <summary>RC003: a text with commas that is not quoted.</summary>
    UnquotedComma,

    /// <summary>RC004: no number.</summary>
    NumberMissing,

    /// <summary>RC006: no text, or nothing but line breaks.</summary>
    TextMissing,

    /// <summary>RC011: a control character in the text.</summary>
    ControlCharacter,

    /// <summary>RC008: a byte of Windows-1252 in the text.</summary>
    ForeignByte,

    /// <summary>RC002: a text without a number before it.</summary>
    OneColumn,

    /// <summary>RC007: text behind a closing quote. The quotes of the row are even in number, so the next row is not swallowed.</summary>
    BrokenQuotes,
}
