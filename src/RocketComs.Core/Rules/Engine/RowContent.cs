using System.Buffers.Binary;
using System.Globalization;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// What a row says to whom, as a number: the same for every spelling of the number, and whatever the file does with quotes, line ends and
/// encoding. Added up it is the same for every order of the rows. It finds what went out before; it proves nothing, as a SHA-256 would.
/// </summary>
internal static class RowContent
{
    /// <summary>The number of a row.</summary>
    /// <param name="key">The key of its number.</param>
    /// <param name="message">Its text, unquoted, in UTF-8.</param>
    public static ulong Of(ulong key, ReadOnlySpan<byte> message)
    {
        ulong content = Mix(key + (ulong)message.Length);
        for (; message.Length >= sizeof(ulong); message = message.Slice(sizeof(ulong)))
        {
            content = Mix(content ^ BinaryPrimitives.ReadUInt64LittleEndian(message));
        }

        ulong rest = 0;
        foreach (byte each in message)
        {
            rest = (rest << 8) | each;
        }

        return Mix(content ^ rest);
    }

    /// <summary>What some rows say to whom, for the journal: 16 hexadecimal digits.</summary>
    public static string ToText(ulong content) => content.ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>Mixes a value: every bit of it changes half of those that come out. The multiplier is one of SplitMix64's.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0xBF58_476D_1CE4_E5B9;
        return value ^ (value >> 29);
    }
}
