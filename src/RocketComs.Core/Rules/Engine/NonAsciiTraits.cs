using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Engine;

/// <summary>What is noted of a row that holds more than ASCII. No other row is looked at for it.</summary>
internal static class NonAsciiTraits
{
    public static RowTraits Of(ReadOnlySpan<byte> raw)
    {
        RowTraits traits = Utf8Text.IndexOfInvalid(raw) >= 0 ? RowTraits.BytesInvalid : RowTraits.None;
        traits |= Utf8Text.IndexOfReplacement(raw) >= 0 ? RowTraits.ReplacementCharacter : RowTraits.None;
        traits |= Utf8Text.HoldsC1(raw) ? RowTraits.ControlCharacter : RowTraits.None;
        return traits | (MayBeDecodedTwice(raw) ? RowTraits.MayBeDecodedTwice : RowTraits.None);
    }

    // U+00C2 to U+00F4, directly before a character that Windows-1252 has for a byte of 0x80 to 0xBF. In a sound text that is rare.
    private static bool MayBeDecodedTwice(ReadOnlySpan<byte> raw)
    {
        const byte Lead = 0xC3;
        for (int at; (at = raw.IndexOf(Lead)) >= 0; raw = raw.Slice(at + 1))
        {
            if (at + 2 < raw.Length && raw[at + 2] is 0xC2 or 0xC5 or 0xC6 or 0xCB or 0xE2)
            {
                return true;
            }
        }

        return false;
    }
}
