namespace RocketComs.Core.Numbers;

/// <summary>A set of six-digit prefixes as a table of bits: a row for the first three digits, a column for the next three.</summary>
internal sealed class PrefixSet
{
    public const int Digits = 6;

    private const int Size = 1000;
    private const int WordsPerRow = 16;

    // Rows are never changed, only replaced: most area codes share one, and the whole table stays small.
    private readonly ulong[]?[] _rows = new ulong[]?[Size];
    private readonly Dictionary<int, ulong[]> _columns = [];

    /// <summary>Whether a prefix is in the set.</summary>
    /// <param name="prefix">The six digits as a number.</param>
    public bool Contains(uint prefix)
    {
        uint row = prefix / Size;
        uint column = prefix - (row * Size);
        return _rows[row] is { } words && (words[column >> 6] >> (int)(column & 63) & 1) != 0;
    }

    /// <summary>Whether any prefix that begins with three digits is in the set.</summary>
    /// <param name="row">The three digits as a number.</param>
    public bool ContainsAnyOf(uint row) => _rows[row] is { } words && Array.Exists(words, static word => word != 0);

    /// <summary>Adds the prefixes of a mask.</summary>
    /// <param name="mask">Sets of digits for six places or more; see <see cref="DigitMask"/>.</param>
    /// <param name="except">Prefixes that are left out.</param>
    public void Add(ushort[] mask, PrefixSet? except = null)
    {
        ulong[] columns = Columns(mask);
        foreach (int row in Numbers(mask, 0))
        {
            ulong[] added = except?._rows[row] is { } excluded ? Without(columns, excluded) : columns;
            _rows[row] = _rows[row] is { } words ? Union(words, added) : added;
        }
    }

    public void Remove(PrefixSet prefixes)
    {
        for (int row = 0; row < Size; row++)
        {
            if (_rows[row] is { } words && prefixes._rows[row] is { } excluded)
            {
                _rows[row] = Without(words, excluded);
            }
        }
    }

    private static ulong[] Union(ulong[] one, ulong[] other)
    {
        ulong[] union = new ulong[WordsPerRow];
        for (int word = 0; word < WordsPerRow; word++)
        {
            union[word] = one[word] | other[word];
        }

        return union;
    }

    private static ulong[] Without(ulong[] words, ulong[] excluded)
    {
        ulong[] rest = new ulong[WordsPerRow];
        for (int word = 0; word < WordsPerRow; word++)
        {
            rest[word] = words[word] & ~excluded[word];
        }

        return rest;
    }

    // The numbers that three places of a mask allow.
    private static List<int> Numbers(ushort[] mask, int place)
    {
        List<int> numbers = [0];
        for (int end = place + 3; place < end; place++)
        {
            List<int> longer = [];
            foreach (int number in numbers)
            {
                for (int digit = 0; digit < 10; digit++)
                {
                    if ((mask[place] >> digit & 1) != 0)
                    {
                        longer.Add((number * 10) + digit);
                    }
                }
            }

            numbers = longer;
        }

        return numbers;
    }

    private ulong[] Columns(ushort[] mask)
    {
        int key = mask[3] << 20 | mask[4] << 10 | mask[5];
        if (!_columns.TryGetValue(key, out ulong[]? columns))
        {
            columns = new ulong[WordsPerRow];
            foreach (int column in Numbers(mask, 3))
            {
                columns[column >> 6] |= 1UL << (column & 63);
            }

            _columns.Add(key, columns);
        }

        return columns;
    }
}
