using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Views;

namespace RocketComs.PowerShell.Binding;

/// <summary>A single value of a table, whatever made the table.</summary>
internal static class Cell
{
    /// <summary>The value without PowerShell's wrapper; an object of properties stays what it is.</summary>
    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;

    /// <summary>Whether a cell holds nothing: no value, a database's null, an empty list, or nothing but blanks.</summary>
    public static bool IsEmpty(object? value) => Unwrap(value) switch
    {
        null or DBNull or Array { Length: 0 } => true,
        string text => IsBlank(text),
        _ => false,
    };

    /// <summary>A text without the blanks around it, also those that no eye sees.</summary>
    public static string Trim(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text.Substring(start, end - start);
    }

    /// <summary>
    /// The text of a number. PowerShell keeps what was typed bare as an argument (<c>007</c>, <c>1.50</c>, <c>5gb</c>) in the wrapper of the number that
    /// it makes of it, and there alone: it is what somebody wrote, as it is for a parameter that is a text.
    /// </summary>
    /// <param name="number">The number, in its wrapper if it has one.</param>
    public static string Figures(object number) => LanguagePrimitives.ConvertTo<string>(number);

    /// <summary>A value for a message to the user.</summary>
    public static string Show(object? value) => Unwrap(value) switch
    {
        null => string.Empty,
        Array list => string.Join(", ", list.Cast<object?>().Select(Show)),
        { } number when CellReader.IsNumber(number) => Figures(value!),
        DateTime or DateTimeOffset => ShownValue.Text(value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        { } other => other.ToString() ?? string.Empty,
    };

    // Asked of each cell: the first character tells nearly always.
    private static bool IsBlank(string text)
    {
        foreach (char character in text)
        {
            if (!IsBlank(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
