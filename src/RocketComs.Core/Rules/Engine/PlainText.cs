using System.Runtime.CompilerServices;
using RocketComs.Core.Rules.Texts;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Looks at nothing of a text but what is marked in it. Most marks mean nothing where they stand: a line break, a price, a dot in an address, a letter
/// with an accent. A text with no others needs no rule.
/// </summary>
internal static class PlainText
{
    /// <summary>Counts a text in which no rule could find anything.</summary>
    /// <param name="text">The text, unquoted; not empty, and no blank at its ends.</param>
    /// <param name="bytes">Where it stands, with a line break behind it.</param>
    /// <param name="marks">The places of those bytes that are marked in it, see <see cref="Csv.Encodings.MarkFinder"/>.</param>
    /// <returns>Its septets; 0 where a rule might find something, or a character is none of GSM.</returns>
    [MethodImpl(Jit.Hot)]
    public static int Septets(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks)
    {
        int septets = text.Length;
        int end = 0;
        bool hasBracket = false;
        foreach (int at in marks)
        {
            if (at < end)
            {
                continue;
            }

            byte next = bytes[at + 1];
            switch (bytes[at])
            {
                case (byte)'"' or (byte)',':
                    continue;
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
            if (cost == 0 || (length > 1 && bytes[at + length] >= 0x80))
            {
                return 0;
            }

            septets += cost - length;
            end = at + length;
        }

        return hasBracket && new PlaceholderSearch(text).MoveNext() ? 0 : septets;
    }
}
