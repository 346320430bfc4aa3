namespace RocketComs.Core;

/// <summary>Letters and digits of ASCII, as characters or as bytes of UTF-8: those of other alphabets are none.</summary>
internal static class AsciiCharacters
{
    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    public static bool IsDigit(byte character) => IsDigit((char)character);

    public static bool IsLetter(char character) => (character | 0x20) is >= 'a' and <= 'z';

    public static bool IsLetter(byte character) => IsLetter((char)character);
}
