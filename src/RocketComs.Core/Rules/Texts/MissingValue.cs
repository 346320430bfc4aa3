using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Recognises what a program writes where it has no value, and nobody else writes: an error of a spreadsheet, or an object that was made a
/// text, as in <c>Hello [object Object]</c>.
/// </summary>
internal static class MissingValue
{
    private const int MostBytes = 80;

    // Of English, Spanish, French, German, Italian and Portuguese spreadsheets; without those that are hashtags as well, such as #NV.
    private static readonly byte[][] s_errors =
    [
        .. new[]
        {
            "#N/A", "#N/D", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!", "#GETTING_DATA", "#¡REF!", "#¡VALOR!", "#¿NOMBRE?",
            "#¡DIV/0!", "#¡NUM!", "#¡NULO!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#BEZUG!", "#WERT!", "#ZAHL!", "#RIF!", "#VALORE!", "#NOME?", "#VALOR!", "#NÚM!",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>Whether one that begins with <c>#</c> or <c>$</c> stands in a text; the others hold a bracket or brace.</summary>
    public static bool IsIn(ReadOnlySpan<byte> text)
    {
        for (ReadOnlySpan<byte> rest = text; rest.IndexOf((byte)'$') is >= 0 and int dollar; rest = rest.Slice(dollar + 1))
        {
            if (CodeLength(rest.Slice(dollar)) > 0)
            {
                return true;
            }
        }

        for (int hash = text.IndexOf((byte)'#'); hash >= 0; hash = text.IndexOf((byte)'#'))
        {
            if (ErrorLength(text.Slice(hash)) > 0)
            {
                return true;
            }

            text = text.Slice(hash + 1);
        }

        return false;
    }

    /// <summary>Finds one by a sign in it.</summary>
    /// <param name="text">A text in UTF-8.</param>
    /// <param name="sign">Where one of <see cref="Placeholder.FirstSigns"/> stands.</param>
    /// <returns>Where it begins, and its length in bytes; 0 when none stands there.</returns>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> text, int sign)
    {
        ReadOnlySpan<byte> rest = text.Slice(sign, Math.Min(text.Length - sign, MostBytes));
        int back = rest[0] == '[' ? TypeLength(text.Slice(Math.Max(0, sign - MostBytes), Math.Min(sign, MostBytes))) : 0;
        int length = (char)rest[0] switch
        {
            '#' => ErrorLength(rest),
            '@' => TableLength(rest),
            '$' => CodeLength(rest),
            '[' when back > 0 => rest.IndexOf((byte)']') + 1,
            '[' => ObjectLength(rest),
            _ => 0,
        };
        return length == 0 ? (sign, 0) : (sign - back, back + length);
    }

    private static int ErrorLength(ReadOnlySpan<byte> text)
    {
        foreach (byte[] error in s_errors)
        {
            if (text.StartsWith(error) && (text.Length == error.Length || Utf8Letters.LengthAtStart(text.Slice(error.Length)) == 0))
            {
                return error.Length;
            }
        }

        return 0;
    }

    /// <summary><c>@{Name=Ann; City=Rome}</c>: a row of a table, as PowerShell writes it into a text.</summary>
    private static int TableLength(ReadOnlySpan<byte> text)
    {
        int name = text.StartsWith("@{"u8) ? IdentifierLength(text.Slice(2)) : 0;
        return name == 0 || !text.Slice(2 + name).StartsWith("="u8) ? 0
            : text.IndexOf((byte)'}') is > 0 and int end ? end + 1
            : name + 3;
    }

    /// <summary><c>$($_.First)</c>, <c>$_.First</c> or <c>$env:USER</c>: code of PowerShell that single quotes left as it stood.</summary>
    private static int CodeLength(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("$($"u8))
        {
            return text.IndexOf((byte)')') is > 0 and int end ? end + 1 : 3;
        }

        int start = text.StartsWith("$_."u8) ? 3 : text.StartsWith("$env:"u8) ? 5 : 0;
        int name = IdentifierLength(text.Slice(start));
        return name == 0 ? 0 : start + name;
    }

    /// <summary><c>[object Object]</c>, as JavaScript writes it.</summary>
    private static int ObjectLength(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> opening = "[object "u8;
        int name = text.StartsWith(opening) ? IdentifierLength(text.Slice(opening.Length)) : 0;
        return name > 0 && text.Slice(opening.Length + name).StartsWith("]"u8) ? opening.Length + name + 1 : 0;
    }

    /// <summary>The <c>System.Object</c> of <c>System.Object[]</c>, as .NET writes it, at the end of a text.</summary>
    private static int TypeLength(ReadOnlySpan<byte> text)
    {
        int start = text.Length;
        while (start > 0 && (IsOfIdentifier(text[start - 1]) || text[start - 1] is (byte)'.' or (byte)'`'))
        {
            start--;
        }

        return text.Slice(start).StartsWith("System."u8) && IsOfIdentifier(text[text.Length - 1]) ? text.Length - start : 0;
    }

    private static int IdentifierLength(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (length < text.Length && IsOfIdentifier(text[length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsOfIdentifier(byte character) => character == '_' || AsciiCharacters.IsDigit(character) || AsciiCharacters.IsLetter(character);
}
