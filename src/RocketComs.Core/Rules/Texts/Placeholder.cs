using System.Runtime.CompilerServices;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Recognises placeholders that nobody has filled. Signs that serve for nothing else are enough, as in <c>{{anything}}</c>; between signs
/// that people also put around a word, as in <c>[First Name]</c>, it must be the name of a field. docs/rules.md has the list.
/// </summary>
/// <remarks>A look ends at the next sign of its kind, so a search stays linear whatever the text holds.</remarks>
internal static class Placeholder
{
    /// <summary>The kinds of bytes of which a text with a placeholder has one.</summary>
    public const ByteClasses Signs = ByteClasses.Bracket | ByteClasses.Bar | ByteClasses.Mark | ByteClasses.Less | ByteClasses.At;

    private const int MostBytes = 80;
    private const int MostBraces = 3;
    private const int MostWords = 3;
    private const int MostDigitsOfAPosition = 2;

#if NET8_0_OR_GREATER
    private static readonly System.Buffers.SearchValues<byte> s_firstSigns = System.Buffers.SearchValues.Create(FirstSigns);
#endif

    /// <summary>What placeholders begin with.</summary>
    public static ReadOnlySpan<byte> FirstSigns => "{%[<(*@#$"u8;

    /// <summary>The first of <see cref="FirstSigns"/> in a text; -1 when there is none.</summary>
#if NET8_0_OR_GREATER
    public static int IndexOfSign(ReadOnlySpan<byte> text) => text.IndexOfAny(s_firstSigns);
#else
    public static int IndexOfSign(ReadOnlySpan<byte> text) => text.IndexOfAny(FirstSigns);
#endif

    /// <summary>Whether a text has such signs as a placeholder has: one of most of them stands in many a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="classes">The kinds of bytes that it holds, or that its whole row holds.</param>
    [MethodImpl(Jit.Hot)]
    public static bool MayStandIn(ReadOnlySpan<byte> text, ByteClasses classes) =>
        ((classes & ByteClasses.Bracket) != 0 && text.IndexOfAny((byte)'{', (byte)'[') >= 0)
        || ((classes & ByteClasses.Bar) != 0 && text.IndexOf("*|"u8) >= 0)
        || ((classes & ByteClasses.Mark) != 0 && HoldsMarks(text))
        || ((classes & ByteClasses.Less) != 0 && (text.IndexOf("<<"u8) >= 0 || text.IndexOf("<%"u8) >= 0))
        || ((classes & ByteClasses.At) != 0 && text.IndexOf("@@"u8) >= 0);

    /// <summary>The length of the placeholder at a place.</summary>
    /// <param name="whole">A text in UTF-8.</param>
    /// <param name="start">Where one of <see cref="FirstSigns"/> stands.</param>
    /// <param name="isInUrl">Whether that is in an address, where <c>%C3%A9</c> is an encoded letter, and most signs are just signs.</param>
    /// <returns>Bytes; 0 when no placeholder stands there.</returns>
    public static int Length(ReadOnlySpan<byte> whole, int start, bool isInUrl)
    {
        ReadOnlySpan<byte> text = whole.Slice(start);
        ReadOnlySpan<byte> before = whole.Slice(0, start);
        return text[0] switch
        {
            (byte)'{' => Braces(text),
            (byte)'[' when text.StartsWith("[["u8) => Between(text, "[["u8, "]]"u8, IsName),
            (byte)'[' => Utf8Text.TrimBlanks(before).IsEmpty ? Between(text, "["u8, "]"u8, IsPerson) : Between(text, "["u8, "]"u8, IsField),
            (byte)'%' => Percents(text, before, isInUrl),
            _ when isInUrl => 0,
            (byte)'<' when text.StartsWith("<%"u8) => Between(text, "<%"u8, "%>"u8, HasLetter),
            (byte)'<' => Between(text, "<<"u8, ">>"u8, IsFieldOrIdentifier),
            (byte)'(' => Between(text, "(("u8, "))"u8, IsFieldOrIdentifier),
            (byte)'*' => Between(text, "*|"u8, "|*"u8, HasLetter),
            (byte)'@' => Between(text, "@@"u8, "@@"u8, IsFieldOrIdentifier),
            _ => Twins(text, before),
        };
    }

    private static int Braces(ReadOnlySpan<byte> text)
    {
        int braces = 1;
        while (braces < Math.Min(text.Length, MostBraces) && text[braces] == '{')
        {
            braces++;
        }

        ReadOnlySpan<byte> rest = Ahead(text, braces);
        int end = rest.IndexOfAny((byte)'{', (byte)'}');
        if (end < 0 || !rest.Slice(end).StartsWith("}}}"u8.Slice(0, braces)))
        {
            return 0;
        }

        // What stands in several braces or as a tag is a template's, whatever it says; in single braces it must be a name.
        ReadOnlySpan<byte> content = rest.Slice(0, end);
        bool isTag = content.Length > 2 && content[0] == '%' && content[content.Length - 1] == '%';
        return (braces > 1 || isTag ? HasLetter(content) : IsName(WithoutSign(BeforeBar(content)))) ? end + (2 * braces) : 0;
    }

    private static int Percents(ReadOnlySpan<byte> text, ReadOnlySpan<byte> before, bool isInUrl)
    {
        if (text.StartsWith("%%="u8))
        {
            return Between(text, "%%="u8, "=%%"u8, HasLetter);
        }

        // 50%off% is a price, not a placeholder.
        if (!before.IsEmpty && AsciiCharacters.IsDigit(before[before.Length - 1]))
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = Ahead(text, 1);
        int end = rest.IndexOf((byte)'%');
        ReadOnlySpan<byte> name = rest.Slice(0, Math.Max(end, 0));
        bool isEncoded = isInUrl && name.Length > 1 && IsHex(name[0]) && IsHex(name[1]);
        return name.Length > 1 && !isEncoded && !AsciiCharacters.IsDigit(name[0]) && name.IndexOf((byte)' ') < 0 && IsName(name) ? end + 2 : 0;
    }

    /// <summary><c>#NAME#</c>, <c>##NAME##</c> and the same with dollar signs: a field, and no chain of hashtags.</summary>
    private static int Twins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> before)
    {
        int signs = text.Length > 1 && text[1] == text[0] ? 2 : 1;
        int length = Between(text, text.Slice(0, signs), text.Slice(0, signs), static name => name[0] != ' ' && name[name.Length - 1] != ' ' && IsField(name));
        bool isChain = Utf8Letters.StandAtEnd(before) || (length > 0 && length < text.Length && Utf8Letters.LengthAtStart(text.Slice(length)) > 0);
        return isChain ? 0 : length;
    }

    private delegate bool Judge(ReadOnlySpan<byte> content);

    /// <summary>The length of what stands between two signs, with them, when it is what a placeholder holds.</summary>
    private static int Between(ReadOnlySpan<byte> text, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing, Judge isPlaceholder)
    {
        if (!text.StartsWith(opening))
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = Ahead(text, opening.Length);
        int end = rest.IndexOf(closing);
        return end > 0 && rest.Slice(0, end).IndexOf(opening[0]) < 0 && isPlaceholder(rest.Slice(0, end)) ? end + opening.Length + closing.Length : 0;
    }

    private static bool IsField(ReadOnlySpan<byte> text) => FieldNames.Contains(text) && IsName(text);

    private static bool IsPerson(ReadOnlySpan<byte> text) => FieldNames.Contains(text, isOfPerson: true) && IsName(text);

    // Nobody writes an underscore into a word that is to be read.
    private static bool IsFieldOrIdentifier(ReadOnlySpan<byte> text) => IsName(text) && (text.IndexOf((byte)'_') > 0 || FieldNames.Contains(text));

    [MethodImpl(Jit.Hot)]
    private static bool HoldsMarks(ReadOnlySpan<byte> text) =>
        HoldsTwo(text, (byte)'%') || HoldsTwo(text, (byte)'#') || HoldsTwo(text, (byte)'$') || text.IndexOf("(("u8) >= 0 || MissingValue.IsIn(text);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HoldsTwo(ReadOnlySpan<byte> text, byte sign) => text.IndexOf(sign) is >= 0 and int first && text.LastIndexOf(sign) > first;

    private static ReadOnlySpan<byte> Ahead(ReadOnlySpan<byte> text, int start) => text.Slice(start, Math.Min(text.Length - start, MostBytes));

    /// <summary>The name, without what a template would write when it has no value: <c>{name|there}</c>.</summary>
    private static ReadOnlySpan<byte> BeforeBar(ReadOnlySpan<byte> content)
    {
        int bar = content.IndexOf((byte)'|');
        return bar < 0 ? content : content.Slice(0, bar);
    }

    /// <summary>The name in <c>{!Contact.Name}</c>, <c>{$name}</c>, <c>{@name}</c> and <c>{#name#}</c>.</summary>
    private static ReadOnlySpan<byte> WithoutSign(ReadOnlySpan<byte> name)
    {
        bool hasSign = name.Length > 1 && name[0] is (byte)'!' or (byte)'$' or (byte)'@' or (byte)'#' && !AsciiCharacters.IsDigit(name[1]);
        bool isTwin = hasSign && name[0] == '#' && name[name.Length - 1] == '#';
        return hasSign ? name.Slice(1, name.Length - (isTwin ? 2 : 1)) : name;
    }

    /// <summary>Whether a text is up to three words, in which one of <c>-</c> and <c>.</c> may part letters, or a position of up to two digits.</summary>
    private static bool IsName(ReadOnlySpan<byte> text)
    {
        text = Utf8Text.TrimBlanks(text);
        int words = 1;
        bool hasLetter = false;
        bool isAfterSign = true;
        for (int i = 0; i < text.Length;)
        {
            int length = text[i] == '_' ? 1 : Utf8Letters.LengthAtStart(text.Slice(i));
            bool isSign = length == 0;
            if (isSign && (isAfterSign || text[i] is not ((byte)' ' or (byte)'-' or (byte)'.')))
            {
                return false;
            }

            words += text[i] == ' ' ? 1 : 0;
            hasLetter |= !isSign && !AsciiCharacters.IsDigit(text[i]);
            isAfterSign = isSign;
            i += Math.Max(length, 1);
        }

        bool isPosition = text.Length <= MostDigitsOfAPosition;
        return !isAfterSign && words <= MostWords && (hasLetter || isPosition);
    }

    private static bool HasLetter(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Utf8Letters.LengthAtStart(text.Slice(i)) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHex(byte character) => AsciiCharacters.IsDigit(character) || (character | 0x20) is >= 'a' and <= 'f';
}
