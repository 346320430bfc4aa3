namespace RocketComs.Core.Repair;

/// <summary>What was repaired in a row.</summary>
[Flags]
internal enum RowChanges
{
    /// <summary>Nothing: the row was written as it was read.</summary>
    None = 0,

    /// <summary>RC005: separators were taken out of the number.</summary>
    NumberSeparators = 1,

    /// <summary>RC107: blanks around the number are gone.</summary>
    NumberBlanks = 1 << 1,

    /// <summary>RC107: blanks around the text are gone.</summary>
    MessageBlanks = 1 << 2,

    /// <summary>RC104: real line breaks became backslash and <c>n</c>.</summary>
    LineBreak = 1 << 3,

    /// <summary>RC103: blanks after backslash and <c>n</c> are gone.</summary>
    BlankAfterEscape = 1 << 4,

    /// <summary>RC106: typographic characters were replaced.</summary>
    Typography = 1 << 5,

    /// <summary>RC114: a text that was not quoted and holds a quote is quoted now.</summary>
    StrayQuote = 1 << 6,
}
