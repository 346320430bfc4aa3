using System.Runtime.CompilerServices;

namespace RocketComs.Core.Rules.Texts;

/// <summary>An encoding of one byte a character that is ASCII but for its upper half, and in which programs read what was written as UTF-8.</summary>
/// <param name="high">The characters of the bytes 0x80 to 0xFF; U+0000 where it has none.</param>
internal sealed class CodePage(string high)
{
    // Every character of a code page below that matters here is one of these, but for the apple, with which emoji begin on old Macs.
    private const int Known = 0x2600;
    private const char Apple = '\uF8FF';

    // Those before it are control characters.
    private const int FirstOfLatin1 = 0xA0;

    /// <summary>The code pages, those that are met most first.</summary>
    public static readonly CodePage[] All =
    [
        new("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"), // Western European: Windows, and Excel there
        new("€\0‚\0„…†‡\0‰Š‹ŚŤŽŹ\0‘’“”•–—\0™š›śťžź\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"), // Central European Windows
        new("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\0™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"), // Cyrillic Windows
        new("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0"), // the console of Windows, and so PowerShell that reads the output of programs, in the United States
        new("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0"), // that of Western Europe
        new("ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0"), // of Central Europe
        new("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00A0"), // of Russia
        new("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"), // old Macs
    ];

    // For each character, in which code pages it is a first byte of UTF-8, and in which a later one: a bit a page.
    private static readonly byte[] s_leads = Pages(0xC2, 0xF0);
    private static readonly byte[] s_continuations = Pages(0x80, 0xBF);

    /// <summary>The code page of Western Europe, with which Latin-1 shares all but control characters.</summary>
    public static CodePage Windows1252 => All[0];

    /// <summary>Whether something in a text outside ASCII begins as UTF-8 does that was read in one of the code pages: a cheap look before the search.</summary>
    /// <param name="text">The text, in UTF-8.</param>
    [MethodImpl(Jit.Hot)]
    public static bool MayBeginIn(ReadOnlySpan<byte> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] < 0x80)
            {
                continue;
            }

            if ((s_leads[CharacterAt(text, at, out int next)] & s_continuations[CharacterAt(text, next, out _)]) != 0)
            {
                return true;
            }

            while (at + 1 < text.Length && text[at + 1] >= 0x80)
            {
                at++;
            }
        }

        return false;
    }

    /// <summary>The byte that was read as a character outside ASCII; -1 for none.</summary>
    /// <remarks>Where it has no character, programs leave a control character; so does Latin-1 where Windows-1252 has one.</remarks>
    public int ByteOf(char character) =>
        character < 0x80 ? -1 : character < FirstOfLatin1 ? character : high.IndexOf(character) is >= 0 and int place ? 0x80 + place : -1;

    // In place of the character its index in the tables.
    private static int CharacterAt(ReadOnlySpan<byte> text, int at, out int next)
    {
        next = at + 2;
        if (next > text.Length || text[at] < 0xC2)
        {
            return 0;
        }

        int character = ((text[at] & 0x1F) << 6) | (text[at + 1] & 0x3F);
        if (text[at] >= 0xE0 && ++next <= text.Length)
        {
            character = (((text[at] & 0xF) << 12) | ((text[at + 1] & 0x3F) << 6) | (text[at + 2] & 0x3F)) & (text[at] < 0xF0 ? char.MaxValue : 0);
        }

        return IndexOf(character);
    }

    private static int IndexOf(int character) => character < Known ? character : character == Apple ? Known : 0;

    private static byte[] Pages(int from, int to)
    {
        byte[] pages = new byte[Known + 1];
        for (int page = 0; page < All.Length; page++)
        {
            for (int value = from; value <= to; value++)
            {
                pages[IndexOf(All[page].CharacterOf(value))] |= (byte)(1 << page);
                pages[value] |= (byte)(value < FirstOfLatin1 ? 1 << page : 0);
            }
        }

        pages[0] = 0;
        return pages;
    }

    private char CharacterOf(int value) => high[value - 0x80];
}
