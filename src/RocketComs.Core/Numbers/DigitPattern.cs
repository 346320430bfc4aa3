using System.Globalization;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Expands a number pattern of libphonenumber into masks (see <see cref="DigitMask"/>). The patterns use little of regular expressions: digits, sets of digits,
/// groups, alternatives, and items repeated a fixed range of times.
/// </summary>
internal sealed class DigitPattern
{
    private readonly string _pattern;
    private readonly int _length;
    private int _at;
    private bool _isUnsupported;

    private DigitPattern(string pattern, int length)
    {
        _pattern = pattern;
        _length = length;
    }

    /// <summary>The masks of all numbers of one length that match a pattern.</summary>
    /// <param name="pattern">The pattern, which a whole number must match.</param>
    /// <param name="length">The digits of a number.</param>
    /// <returns>The masks; <see langword="null"/> when the pattern uses more than is understood here.</returns>
    public static List<ushort[]>? Expand(string pattern, int length)
    {
        DigitPattern reader = new(pattern, length);
        List<ushort[]> masks = reader.Alternatives();
        if (reader._isUnsupported || reader._at < pattern.Length)
        {
            return null;
        }

        masks.RemoveAll(mask => mask.Length != length);
        return masks;
    }

    private static ushort Digit(char digit) => (ushort)(1 << (digit - '0'));

    private List<ushort[]> Alternatives()
    {
        List<ushort[]> masks = Sequence();
        while (Take('|'))
        {
            masks.AddRange(Sequence());
        }

        return masks;
    }

    private List<ushort[]> Sequence()
    {
        List<ushort[]> masks = [[]];
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            List<ushort[]> item = Item();
            (int fewest, int most) = Range();
            masks = DigitMask.Join(masks, DigitMask.Repeat(item, fewest, most, _length), _length);
        }

        return masks;
    }

    private List<ushort[]> Item()
    {
        char first = Next();
        switch (first)
        {
            case '(':
                _ = Take('?') && Take(':');
                List<ushort[]> masks = Alternatives();
                return Take(')') ? masks : Unsupported();
            case '[':
                return Set();
            case '\\':
                return Take('d') ? [[DigitMask.AnyDigit]] : Unsupported();
            default:
                return AsciiCharacters.IsDigit(first) ? [[Digit(first)]] : Unsupported();
        }
    }

    // Digits and ranges of digits, up to the closing bracket.
    private List<ushort[]> Set()
    {
        int set = 0;
        while (!Take(']'))
        {
            char first = Next();
            char last = Take('-') ? Next() : first;
            if (!AsciiCharacters.IsDigit(first) || !AsciiCharacters.IsDigit(last) || last < first)
            {
                return Unsupported();
            }

            for (char digit = first; digit <= last; digit++)
            {
                set |= Digit(digit);
            }
        }

        return [[(ushort)set]];
    }

    // How often the item before it stands: ?, {3}, {2,4}, or nothing for once.
    private (int Fewest, int Most) Range()
    {
        if (Take('?'))
        {
            return (0, 1);
        }

        if (!Take('{'))
        {
            return (1, 1);
        }

        int end = _pattern.IndexOf('}', _at);
        string[] ends = end < 0 ? [] : _pattern.Substring(_at, end - _at).Split(',');
        if (ends.Length is not (1 or 2)
            || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int fewest)
            || !int.TryParse(ends[ends.Length - 1], NumberStyles.None, CultureInfo.InvariantCulture, out int most))
        {
            _ = Unsupported();
            return (0, 0);
        }

        _at = end + 1;

        // More than a number has is no number.
        return (fewest, Math.Min(most, _length));
    }

    private List<ushort[]> Unsupported()
    {
        _isUnsupported = true;
        _at = _pattern.Length;
        return [];
    }

    private char Next() => _at < _pattern.Length ? _pattern[_at++] : '\0';

    private bool Take(char character)
    {
        bool isNext = _at < _pattern.Length && _pattern[_at] == character;
        _at += isNext ? 1 : 0;
        return isNext;
    }
}
