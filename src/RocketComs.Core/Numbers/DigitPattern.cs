using System.Globalization;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Expands a number pattern of libphonenumber into shapes (see <see cref="Shape"/>). The patterns use little of regular expressions: digits, sets of digits,
/// groups, alternatives, and items repeated a fixed range of times.
/// </summary>
internal sealed class DigitPattern
{
    private readonly string _pattern;
    private readonly int _length;
    private int _at;
    private bool _isForeign;

    private DigitPattern(string pattern, int length)
    {
        _pattern = pattern;
        _length = length;
    }

    /// <summary>The shapes of all numbers of one length that match a pattern.</summary>
    /// <param name="pattern">The pattern, which a whole number must match.</param>
    /// <param name="length">The digits of a number.</param>
    /// <returns>The shapes; <see langword="null"/> when the pattern uses more than is understood here.</returns>
    public static List<ushort[]>? Expand(string pattern, int length)
    {
        DigitPattern reader = new(pattern, length);
        List<ushort[]> shapes = reader.Alternatives();
        if (reader._isForeign || reader._at < pattern.Length)
        {
            return null;
        }

        shapes.RemoveAll(shape => shape.Length != length);
        return shapes;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static ushort Digit(char digit) => (ushort)(1 << (digit - '0'));

    private List<ushort[]> Alternatives()
    {
        List<ushort[]> shapes = Sequence();
        while (Take('|'))
        {
            shapes.AddRange(Sequence());
        }

        return shapes;
    }

    private List<ushort[]> Sequence()
    {
        List<ushort[]> shapes = [[]];
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            List<ushort[]> item = Item();
            (int fewest, int most) = Range();
            shapes = Shape.Join(shapes, Shape.Repeat(item, fewest, most, _length), _length);
        }

        return shapes;
    }

    private List<ushort[]> Item()
    {
        char first = Next();
        switch (first)
        {
            case '(':
                _ = Take('?') && Take(':');
                List<ushort[]> shapes = Alternatives();
                return Take(')') ? shapes : Foreign();
            case '[':
                return Set();
            case '\\':
                return Take('d') ? [[Shape.AnyDigit]] : Foreign();
            default:
                return IsDigit(first) ? [[Digit(first)]] : Foreign();
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
            if (!IsDigit(first) || !IsDigit(last) || last < first)
            {
                return Foreign();
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
            _ = Foreign();
            return (0, 0);
        }

        _at = end + 1;

        // More than a number has is no number.
        return (fewest, Math.Min(most, _length));
    }

    private List<ushort[]> Foreign()
    {
        _isForeign = true;
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
