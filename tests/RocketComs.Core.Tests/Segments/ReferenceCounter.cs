using System.Text;

namespace RocketComs.Core.Tests.Segments;

/// <summary>
/// A slow and obvious counter, written from 3GPP TS 23.038 (clause 6.2.1 and 6.2.1.1) and TS 23.040 (clause 9.2.3.24.1) alone:
/// it shares no table and no line with the product.
/// </summary>
internal sealed class ReferenceCounter
{
    // One string a row of the table in clause 6.2.1, read down the columns: 0x00-0x0F, 0x10-0x1F, ... 0x1B is the escape and is left out.
    private static readonly string[] s_basic =
    [
        "\u0040\u00A3\u0024\u00A5\u00E8\u00E9\u00F9\u00EC\u00F2\u00C7\u000A\u00D8\u00F8\u000D\u00C5\u00E5",
        "\u0394\u005F\u03A6\u0393\u039B\u03A9\u03A0\u03A8\u03A3\u0398\u039E\u00C6\u00E6\u00DF\u00C9",
        "\u0020\u0021\u0022\u0023\u00A4\u0025\u0026\u0027\u0028\u0029\u002A\u002B\u002C\u002D\u002E\u002F",
        "\u0030\u0031\u0032\u0033\u0034\u0035\u0036\u0037\u0038\u0039\u003A\u003B\u003C\u003D\u003E\u003F",
        "\u00A1\u0041\u0042\u0043\u0044\u0045\u0046\u0047\u0048\u0049\u004A\u004B\u004C\u004D\u004E\u004F",
        "\u0050\u0051\u0052\u0053\u0054\u0055\u0056\u0057\u0058\u0059\u005A\u00C4\u00D6\u00D1\u00DC\u00A7",
        "\u00BF\u0061\u0062\u0063\u0064\u0065\u0066\u0067\u0068\u0069\u006A\u006B\u006C\u006D\u006E\u006F",
        "\u0070\u0071\u0072\u0073\u0074\u0075\u0076\u0077\u0078\u0079\u007A\u00E4\u00F6\u00F1\u00FC\u00E0",
    ];

    // Clause 6.2.1.1: 0x0A form feed, 0x14 ^, 0x28 {, 0x29 }, 0x2F \, 0x3C [, 0x3D ~, 0x3E ], 0x40 |, 0x65 euro.
    private static readonly HashSet<char> s_extension = ['\u000C', '\u005E', '\u007B', '\u007D', '\u005C', '\u005B', '\u007E', '\u005D', '\u007C', '\u20AC'];

    private static readonly HashSet<char> s_single = [.. string.Concat(s_basic)];

    private ReferenceCounter(string text, bool wideReference)
    {
        IsGsm7 = AllInTables(text);
        Size = IsGsm7 ? 160 : 70;
        List<(string Text, int Cost)> characters = Characters(text, IsGsm7);
        foreach ((_, int cost) in characters)
        {
            Units += cost;
        }

        if (Units > Size)
        {
            Size = IsGsm7 ? (wideReference ? 152 : 153) : (wideReference ? 66 : 67);
        }

        Fill(characters);
    }

    /// <summary>Gets the one-septet characters.</summary>
    public static IReadOnlyCollection<char> Basic => s_single;

    /// <summary>Gets the two-septet characters.</summary>
    public static IReadOnlyCollection<char> Extension => s_extension;

    /// <summary>Gets whether every character is in one of the two tables.</summary>
    public bool IsGsm7 { get; }

    /// <summary>Gets the septets, or the 16-bit units, of the whole text.</summary>
    public int Units { get; }

    /// <summary>Gets what a part holds.</summary>
    public int Size { get; }

    /// <summary>Gets the parts of the text, filled one after the other, with what each costs.</summary>
    public List<(string Text, int Cost)> Parts { get; } = [];

    /// <summary>Counts a text.</summary>
    public static ReferenceCounter Count(string text, RcSmsConcatenation concatenation = RcSmsConcatenation.Reference8Bit) =>
        new(text, concatenation == RcSmsConcatenation.Reference16Bit);

    private static bool AllInTables(string text)
    {
        foreach (char character in text)
        {
            if (!s_single.Contains(character) && !s_extension.Contains(character))
            {
                return false;
            }
        }

        return true;
    }

    private static List<(string Text, int Cost)> Characters(string text, bool gsm7)
    {
        List<(string, int)> characters = [];
        int i = 0;
        while (i < text.Length)
        {
            bool pair = !gsm7 && i + 1 < text.Length && text[i] is >= '\uD800' and <= '\uDBFF' && text[i + 1] is >= '\uDC00' and <= '\uDFFF';
            string character = text.Substring(i, pair ? 2 : 1);
            characters.Add((character, gsm7 ? (s_extension.Contains(text[i]) ? 2 : 1) : character.Length));
            i += character.Length;
        }

        return characters;
    }

    private void Fill(List<(string Text, int Cost)> characters)
    {
        StringBuilder part = new();
        int used = 0;
        foreach ((string character, int cost) in characters)
        {
            if (used + cost > Size)
            {
                Parts.Add((part.ToString(), used));
                part.Clear();
                used = 0;
            }

            part.Append(character);
            used += cost;
        }

        if (used > 0)
        {
            Parts.Add((part.ToString(), used));
        }
    }
}
