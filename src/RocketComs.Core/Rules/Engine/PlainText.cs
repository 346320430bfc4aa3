using System.Runtime.CompilerServices;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Looks at nothing of a text but what is marked in it. Most marks mean nothing where they stand: a line break, a price, a dot in an address, a letter
/// with an accent. A text with no others needs no rule.
/// </summary>
internal static class PlainText
{
    // U+2000 to U+2FFF, and U+1F000 to U+1FFFF.
    private const int Symbol = 3;
    private const int LongSymbol = 4;
    private const byte FirstOfSymbol = 0xE2;
    private const byte FirstOfEmoji = 0xF0;
    private const byte SecondOfEmoji = 0x9F;

    /// <summary>Counts a text in which no rule could find anything if it is one segment.</summary>
    /// <param name="text">The text without the quotes around it, those in it doubled as they stand; not empty, and no blank at its ends.</param>
    /// <param name="bytes">Where it stands, with a line break behind it.</param>
    /// <param name="marks">The places of those bytes that are marked in it, see <see cref="Csv.Encodings.MarkFinder"/>.</param>
    /// <returns>Its septets; with a minus sign its 16-bit units, where a character is none of GSM; 0 where a rule might find something.</returns>
    [MethodImpl(Jit.Hot)]
    public static int Units(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks)
    {
        (int septets, int units) = (text.Length, text.Length);
        int end = 0;
        int quotes = 0;
        bool hasBracket = false;
        bool isUcs2 = false;
        foreach (int at in marks)
        {
            if (at < end)
            {
                continue;
            }

            byte next = bytes[at + 1];
            switch (bytes[at])
            {
                case (byte)'"':
                    quotes++;
                    continue;
                case (byte)',':
                case (byte)'.' when !PublicShorteners.MayHaveDotBetween(bytes[at - 1], next):
                case (byte)'@' when next != '@':
                case (byte)'<' when next is not ((byte)'<' or (byte)'%'):
                    continue;
                case (byte)'[':
                    hasBracket = true;
                    break;
                case (byte)']' or (byte)'^' or (byte)'}' or (byte)'~':
                case (byte)'\\' when next != 'n' || (bytes[at + 2] != ' ' && text[0] != '\\'):
                case >= 0x80:
                    break;
                default:
                    return 0;
            }

            (int cost, int length) = TextCounter.CharacterAt(bytes, at);
            if (cost == 0)
            {
                length = SymbolAt(bytes, at);
                isUcs2 = true;
            }

            if (length == 0 || (length > 1 && bytes[at + length] >= 0x80))
            {
                return 0;
            }

            septets += cost - length;
            units += (length == LongSymbol ? 2 : 1) - length;
            end = at + length;
        }

        // Beside those around the text, each quote is written twice.
        int doubled = quotes > 2 ? (quotes - 2) / 2 : 0;
        return (isUcs2 && text[0] is >= 0x80 or (byte)'\\') || (hasBracket && (doubled > 0 || new PlaceholderSearch(text).MoveNext())) ? 0
            : isUcs2 ? doubled - units : septets - doubled;
    }

    // The bytes of a character of those blocks that hold typographic signs and nearly all emoji, and no letter; 0 for another.
    private static int SymbolAt(ReadOnlySpan<byte> bytes, int at)
    {
        int length = bytes[at] == FirstOfSymbol ? Symbol : bytes[at] == FirstOfEmoji && bytes[at + 1] == SecondOfEmoji ? LongSymbol : 0;
        for (int i = 1; i < length; i++)
        {
            if ((bytes[at + i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }
}
