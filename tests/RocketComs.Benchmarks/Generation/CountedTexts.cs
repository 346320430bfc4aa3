namespace RocketComs.Benchmarks.Generation;

/// <summary>Makes texts of 40 to 400 characters to count the segments of.</summary>
internal sealed class CountedTexts
{
    private const int LeastLength = 40;
    private const int LengthSpread = 361;
    private const int ForeignPerThousand = 10;
    private const int EmojiPerThousand = 300;

    private readonly SeededRandom _random;
    private readonly MessageTexts _texts;
    private readonly char[] _buffer = new char[1024];

    /// <summary>Initializes the maker of a seed.</summary>
    public CountedTexts(ulong seed)
    {
        _random = new SeededRandom(seed);
        _texts = new MessageTexts(_random);
    }

    /// <summary>Makes texts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="kind">Of which alphabet.</param>
    public string[] Make(int count, TextKind kind)
    {
        string[] texts = new string[count];
        for (int i = 0; i < count; i++)
        {
            bool isForeign = kind switch
            {
                TextKind.Mixed => _random.Happens(ForeignPerThousand),
                TextKind.Ucs2 => true,
                _ => false,
            };
            texts[i] = Make(isForeign);
        }

        return texts;
    }

    // Texts of one segment are joined, then cut to length. The character that makes a text UCS-2 may stand anywhere in it, as in life.
    private string Make(bool isForeign)
    {
        int length = LeastLength + _random.Next(LengthSpread);
        int filled = 0;
        while (filled < length)
        {
            ReadOnlySpan<char> piece = _texts.Make(_texts.DrawTraits() & ~TextTraits.NonGsm);
            piece.CopyTo(_buffer.AsSpan(filled));
            filled += piece.Length;
            _buffer[filled++] = ' ';
        }

        Span<char> text = _buffer.AsSpan(0, length);
        if (isForeign)
        {
            bool isEmoji = _random.Happens(EmojiPerThousand);
            string foreign = isEmoji ? "🎉" : "’";
            foreign.CopyTo(text[_random.Next(length - foreign.Length + 1)..]);
        }

        return text.ToString();
    }
}
