namespace RocketComs.Core.Csv;

/// <summary>Whether a cell is like a number: enough to judge the layout of a file by, whatever is wrong with the number itself.</summary>
internal static class NumberCell
{
    private const int FewestDigits = 7;

    private static readonly char[] s_between = [.. SourceFormat.Separators, '\r', '\n', '"'];

    /// <summary>Whether a cell is like one number: it begins as one, and no delimiter stands in it.</summary>
    public static bool IsLikeOne(string cell)
    {
        string text = cell.Trim().TrimStart('+', '(', ' ');
        return text.Length > 0 && IsDigit(text[0]) && (IsScientific(text) || (text.IndexOfAny(s_between) < 0 && text.Count(IsDigit) >= FewestDigits));
    }

    /// <summary>Whether a cell is like several numbers, with delimiters between them.</summary>
    public static bool IsLikeSeveral(string cell) => cell.Any(IsDigit)
        && cell.Split(SourceFormat.Separators.ToCharArray()).All(part => part.Trim().Length == 0 || (IsLikeOne(part) && !part.Any(char.IsLetter)));

    // "1.23777E+09", also with a decimal comma: what a spreadsheet makes of a long number.
    private static bool IsScientific(string text)
    {
        int exponent = text.IndexOfAny(['e', 'E']);
        return exponent > 0 && text.Take(exponent).All(character => IsDigit(character) || character is '.' or ',')
            && text.Length > exponent + 1 && text.Skip(exponent + 1).All(character => IsDigit(character) || character == '+');
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
