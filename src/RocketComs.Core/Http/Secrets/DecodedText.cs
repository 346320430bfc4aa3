using System.Globalization;
using System.Net;
using System.Text;

namespace RocketComs.Core.Http.Secrets;

/// <summary>
/// A text as bytes of UTF-8, each of which knows the characters that it came from. What is escaped (<c>%2B</c>, <c>\u00f6</c>,
/// <c>\/</c>, <c>&amp;amp;</c>) is decoded step by step. '+' and control characters count as blanks, as a form encodes blanks.
/// </summary>
internal sealed class DecodedText
{
    private const int LongestEntity = 12;

    private readonly List<byte> _bytes = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private byte[]? _folded;

    private DecodedText()
    {
    }

    /// <summary>Gets the bytes, with blanks of all kinds as spaces.</summary>
    public byte[] Folded => _folded ??= [.. _bytes.ConvertAll(value => value is <= (byte)' ' or (byte)'+' ? (byte)' ' : value)];

    /// <summary>A text as it stands.</summary>
    public static DecodedText Of(string text)
    {
        DecodedText bytes = new();
        for (int i = 0; i < text.Length;)
        {
            int length = char.IsSurrogatePair(text, i) ? 2 : 1;
            bytes.Add(length == 2 ? char.ConvertToUtf32(text, i) : text[i], i, i + length);
            i += length;
        }

        return bytes;
    }

    /// <summary>The index of the first character that a byte came from.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>The index after the last character that a byte came from.</summary>
    public int End(int index) => _ends[index];

    /// <summary>The text with all that is escaped decoded once.</summary>
    public DecodedText Decode()
    {
        DecodedText decoded = new();
        for (int i = 0; i < _bytes.Count;)
        {
            i += _bytes[i] switch
            {
                (byte)'%' => Percent(decoded, i),
                (byte)'\\' => Backslash(decoded, i),
                (byte)'&' => Entity(decoded, i),
                _ => Copy(decoded, i),
            };
        }

        return decoded;
    }

    // Each of these gives the number of bytes that it took.
    private int Copy(DecodedText target, int at) => target.AddByte(_bytes[at], _starts[at], _ends[at]);

    private int Percent(DecodedText target, int at)
    {
        if (Hex(at + 1, 2) is not { } value)
        {
            return Copy(target, at);
        }

        target.AddByte((byte)value, _starts[at], _ends[at + 2]);
        return 3;
    }

    private int Backslash(DecodedText target, int at)
    {
        char next = at + 1 < _bytes.Count ? (char)_bytes[at + 1] : 'a';
        int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
        if (Hex(at + 2, digits) is { } unit)
        {
            int length = 2 + digits;
            if (unit is >= 0xD800 and < 0xDC00 && at + 7 < _bytes.Count && _bytes[at + 6] == '\\' && _bytes[at + 7] == 'u' && Hex(at + 8, 4) is >= 0xDC00 and < 0xE000 and { } low)
            {
                unit = char.ConvertToUtf32((char)unit, (char)low);
                length = 12;
            }

            target.Add(unit, _starts[at], _ends[at + length - 1]);
            return length;
        }

        if (next is 'n' or 'r' or 't' or 'b' or 'f')
        {
            next = ' ';
        }
        else if (next is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '\u0080')
        {
            return Copy(target, at);
        }

        target.AddByte((byte)next, _starts[at], _ends[at + 1]);
        return 2;
    }

    private int Entity(DecodedText target, int at)
    {
        int end = at + 1;
        while (end < _bytes.Count && end < at + LongestEntity && _bytes[end] is > (byte)' ' and < 0x80 and not (byte)';' and not (byte)'&')
        {
            end++;
        }

        if (end == _bytes.Count || _bytes[end] != ';')
        {
            return Copy(target, at);
        }

        string entity = Encoding.ASCII.GetString(_bytes.GetRange(at, end + 1 - at).ToArray());
        string text = WebUtility.HtmlDecode(entity);
        if (string.Equals(text, entity, StringComparison.Ordinal))
        {
            return Copy(target, at);
        }

        // .NET Framework decodes half a character, too.
        target.Add(char.IsSurrogatePair(text, 0) ? char.ConvertToUtf32(text, 0) : text[0], _starts[at], _ends[end]);
        return end + 1 - at;
    }

    private int? Hex(int at, int digits) =>
        at + digits <= _bytes.Count
        && int.TryParse(Encoding.ASCII.GetString(_bytes.GetRange(at, digits).ToArray()), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;

    private void Add(int codePoint, int start, int end)
    {
        // Half a character is written like any other, so that both halves of it compare.
        int more = codePoint < 0x80 ? 0 : codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        AddByte((byte)(more == 0 ? codePoint : (0xFF00 >> (more + 1) & 0xFF) | (codePoint >> (6 * more))), start, end);
        while (more-- > 0)
        {
            AddByte((byte)(0x80 | (codePoint >> (6 * more) & 0x3F)), start, end);
        }
    }

    private int AddByte(byte value, int start, int end)
    {
        _bytes.Add(value);
        _starts.Add(start);
        _ends.Add(end);
        return 1;
    }
}
