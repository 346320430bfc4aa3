namespace RocketComs.Core.Segments;

/// <summary>
/// The GSM 7-bit default alphabet and its extension table: how many septets a character costs.
/// </summary>
/// <remarks>Source: 3GPP TS 23.038, clauses 6.2.1 and 6.2.1.1. National language tables are not used: the platform names none.</remarks>
public static class GsmAlphabet
{
    /// <summary>The 127 characters that cost one septet. U+001B is the escape to the extension table and no character.</summary>
    internal const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>The characters that cost two septets: an escape and a character of the extension table.</summary>
    internal const string Extension = "\f^{}\\[~]|€";

    // Nothing above the euro sign is in either table, so one bounds check settles the rest of Unicode.
    private const int TableLength = '€' + 1;

    private static readonly byte[] s_septets = BuildTable();

    /// <summary>The cost of a character.</summary>
    /// <param name="character">A UTF-16 unit.</param>
    /// <returns>1 or 2 septets; 0 when the character is in neither table and makes the text UCS-2.</returns>
    public static int Septets(char character) => character < TableLength ? s_septets[character] : 0;

    private static byte[] BuildTable()
    {
        byte[] septets = new byte[TableLength];
        foreach (char character in Basic)
        {
            septets[character] = 1;
        }

        foreach (char character in Extension)
        {
            septets[character] = 2;
        }

        return septets;
    }
}
