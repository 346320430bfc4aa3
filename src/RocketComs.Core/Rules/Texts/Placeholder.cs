using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Recognises placeholders that nobody has filled: <c>{name}</c>, <c>{{anything}}</c>, <c>{% anything %}</c>, <c>[[name]]</c> and <c>%name%</c>.
/// docs/rules.md says what a name is. A look ends at the next sign of its kind, so a search stays linear whatever the text holds.
/// </summary>
internal static class Placeholder
{
    private const int MostBytes = 80;
    private const int MostBraces = 3;
    private const int MostWords = 3;
    private const int MostDigitsOfAPosition = 2;

    /// <summary>The length of the placeholder at the start of a text.</summary>
    /// <param name="text">UTF-8 that begins with a brace, bracket or percent sign.</param>
    /// <param name="isInUrl">Whether it stands in an address, where <c>%C3%A9</c> is an encoded letter.</param>
    /// <returns>Bytes; 0 when no placeholder stands there.</returns>
    public static int Length(ReadOnlySpan<byte> text, bool isInUrl) => text[0] switch
    {
        (byte)'{' => Braces(text),
        (byte)'[' => Brackets(text),
        _ => Percents(text, isInUrl),
    };

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
        return (braces > 1 || isTag ? HasLetter(content) : IsName(BeforeBar(content))) ? end + (2 * braces) : 0;
    }

    private static int Brackets(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("[["u8))
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = Ahead(text, 2);
        int end = rest.IndexOfAny((byte)'[', (byte)']');
        return end > 0 && rest.Slice(end).StartsWith("]]"u8) && IsName(rest.Slice(0, end)) ? end + 4 : 0;
    }

    private static int Percents(ReadOnlySpan<byte> text, bool isInUrl)
    {
        ReadOnlySpan<byte> rest = Ahead(text, 1);
        int end = rest.IndexOf((byte)'%');
        ReadOnlySpan<byte> name = rest.Slice(0, Math.Max(end, 0));
        bool isEncoded = isInUrl && name.Length > 1 && IsHex(name[0]) && IsHex(name[1]);
        return name.Length > 1 && !isEncoded && !IsDigit(name[0]) && name.IndexOf((byte)' ') < 0 && IsName(name) ? end + 2 : 0;
    }

    private static ReadOnlySpan<byte> Ahead(ReadOnlySpan<byte> text, int start) => text.Slice(start, Math.Min(text.Length - start, MostBytes));

    /// <summary>The name, without what a template would write when it has no value: <c>{name|there}</c>.</summary>
    private static ReadOnlySpan<byte> BeforeBar(ReadOnlySpan<byte> content)
    {
        int bar = content.IndexOf((byte)'|');
        return bar < 0 ? content : content.Slice(0, bar);
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
            hasLetter |= !isSign && !IsDigit(text[i]);
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

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    private static bool IsHex(byte character) => IsDigit(character) || (character | 0x20) is >= 'a' and <= 'f';
}

/// <summary>Goes through a text from placeholder to placeholder.</summary>
internal ref struct PlaceholderSearch(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _next;
    private int _read;
    private bool _isInUrl;

    /// <summary>The index of the placeholder that was found last.</summary>
    public int Start { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Goes to the next placeholder.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        for (int offset = IndexOfSign(); offset >= 0; offset = IndexOfSign())
        {
            Start = _next + offset;
            _next = Start + 1;

            // 50%off% is a price, not a placeholder.
            if (_text[Start] == '%' && Start > 0 && _text[Start - 1] is >= (byte)'0' and <= (byte)'9')
            {
                continue;
            }

            ReadToStart();
            Length = Placeholder.Length(_text.Slice(Start), _isInUrl);
            if (Length > 0)
            {
                _next = Start + Length;
                return true;
            }
        }

        return false;
    }

    private readonly int IndexOfSign() => _text.Slice(_next).IndexOfAny((byte)'{', (byte)'%', (byte)'[');

    /// <summary>Notes whether the word at which the search stands is an address: a slash stands in it.</summary>
    private void ReadToStart()
    {
        ReadOnlySpan<byte> read = _text.Slice(_read, Start - _read);
        int end = read.LastIndexOfAny(" \r\n\\"u8);
        _isInUrl = (end < 0 && _isInUrl) || read.Slice(end + 1).IndexOf((byte)'/') >= 0;
        _read = Start;
    }
}
