namespace RocketComs.Benchmarks.Generation;

/// <summary>Rows that each have a mistake; the kinds of mistakes are mixed.</summary>
internal sealed class WorstRows : IRowMaker
{
    // Of each kind as many as its share in a hundred.
    private static readonly Mistake[] s_mistakes = Shares(
        (Mistake.LettersInNumber, 14),
        (Mistake.ScientificNumber, 12),
        (Mistake.UnquotedComma, 14),
        (Mistake.NumberMissing, 10),
        (Mistake.TextMissing, 6),
        (Mistake.ControlCharacter, 12),
        (Mistake.ForeignByte, 12),
        (Mistake.OneColumn, 8),
        (Mistake.BrokenQuotes, 12));

    // NUL, BEL, vertical tab, form feed, escape.
    private static readonly byte[] s_controls = [0x00, 0x07, 0x0B, 0x0C, 0x1B];

    // Curly quotes, a dash, an ellipsis and an accented letter, as Windows-1252 has them. None is UTF-8 between ASCII characters.
    private static readonly byte[] s_foreign = [0x91, 0x92, 0x93, 0x94, 0x96, 0x85, 0xE9];

    private readonly RecipientNumbers _numbers;
    private readonly SeededRandom _random;
    private readonly MessageTexts _texts;

    /// <summary>Initializes the rows of a seed.</summary>
    public WorstRows(ulong seed)
    {
        _numbers = new RecipientNumbers(seed);
        _random = new SeededRandom(seed);
        _texts = new MessageTexts(_random);
    }

    /// <inheritdoc/>
    public void Add(long index, RowBuffer buffer)
    {
        Mistake mistake = _random.Pick(s_mistakes);
        AddNumber(mistake, _numbers.At(index), buffer);
        AddText(mistake, buffer);
    }

    private static Mistake[] Shares(params (Mistake Mistake, int Share)[] shares)
    {
        Mistake[] mistakes = new Mistake[100];
        int filled = 0;
        foreach ((Mistake mistake, int share) in shares)
        {
            mistakes.AsSpan(filled, share).Fill(mistake);
            filled += share;
        }

        return filled == mistakes.Length ? mistakes : throw new InvalidOperationException("The shares do not make a hundred.");
    }

    private void AddNumber(Mistake mistake, long number, RowBuffer buffer)
    {
        switch (mistake)
        {
            case Mistake.LettersInNumber when _random.Happens(perThousand: 500):
                buffer.Add("Tel ");
                buffer.AddNumber(number);
                break;
            case Mistake.LettersInNumber:
                buffer.AddNumber(number);
                buffer.Add(_random.Pick(["O", "l", "x12"]));
                break;
            case Mistake.ScientificNumber:
                AddScientific(number, buffer);
                break;
            case Mistake.NumberMissing or Mistake.OneColumn:
                break;
            default:
                buffer.AddNumber(number);
                break;
        }

        if (mistake != Mistake.OneColumn)
        {
            buffer.Add((byte)',');
        }
    }

    // 2125550147 becomes 2.12555E+09.
    private static void AddScientific(long number, RowBuffer buffer)
    {
        Span<char> digits = stackalloc char[7];
        long rest = number / 10_000;
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            if (i == 1)
            {
                digits[i] = '.';
                continue;
            }

            digits[i] = (char)('0' + (rest % 10));
            rest /= 10;
        }

        buffer.Add(digits);
        buffer.Add("E+09");
    }

    private void AddText(Mistake mistake, RowBuffer buffer)
    {
        TextTraits traits = _texts.DrawTraits();
        switch (mistake)
        {
            case Mistake.TextMissing:
                AddBlank(buffer);
                break;
            case Mistake.UnquotedComma:
                buffer.Add(_texts.Make((traits | TextTraits.Commas) & ~TextTraits.Quotes));
                break;
            case Mistake.OneColumn:
                buffer.Add(_texts.Make(traits & ~(TextTraits.Commas | TextTraits.Quotes)));
                break;
            case Mistake.ControlCharacter:
                AddWithByte(_random.Pick(s_controls), traits, buffer);
                break;
            case Mistake.ForeignByte:
                AddWithByte(_random.Pick(s_foreign), traits, buffer);
                break;
            case Mistake.BrokenQuotes:
                AddBrokenQuotes(traits, buffer);
                break;
            default:
                buffer.AddField(_texts.Make(traits));
                break;
        }
    }

    private void AddBlank(RowBuffer buffer)
    {
        // A third is empty; the others look long until they are read to their end.
        int pairs = _random.Next(3) == 0 ? 0 : 20 + _random.Next(60);
        for (int i = 0; i < pairs; i++)
        {
            buffer.Add("\\n");
        }
    }

    private void AddWithByte(byte value, TextTraits traits, RowBuffer buffer)
    {
        ReadOnlySpan<char> text = _texts.Make(traits & ~(TextTraits.Commas | TextTraits.Quotes | TextTraits.NonGsm));
        int place = 1 + _random.Next(text.Length - 1);
        buffer.Add(text[..place]);
        buffer.Add(value);
        buffer.Add(text[place..]);
    }

    // "Doors" open at nine, or "Say "hi" to us".
    private void AddBrokenQuotes(TextTraits traits, RowBuffer buffer)
    {
        ReadOnlySpan<char> text = _texts.Make(traits & ~(TextTraits.Commas | TextTraits.Quotes));
        int blank = text.IndexOf(' ');
        buffer.Add((byte)'"');
        buffer.Add(text[..(blank + 1)]);
        buffer.Add((byte)'"');
        buffer.Add(text[(blank + 1)..]);
        if (_random.Happens(perThousand: 500))
        {
            buffer.Add((byte)'"');
            buffer.Add((byte)'!');
            buffer.Add((byte)'"');
        }
    }
}
