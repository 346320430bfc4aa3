namespace RocketComs.Benchmarks.Generation;

/// <summary>Rows without errors: a number that comes once, and a text as the kind of the file wants it.</summary>
internal sealed class CleanRows : IRowMaker
{
    private readonly FileKind _kind;
    private readonly RecipientNumbers _numbers;
    private readonly SeededRandom _random;
    private readonly MessageTexts _texts;

    /// <summary>Initializes the rows of a kind and seed.</summary>
    public CleanRows(FileKind kind, ulong seed)
    {
        _kind = kind;
        _numbers = new RecipientNumbers(seed);
        _random = new SeededRandom(seed);
        _texts = kind switch
        {
            FileKind.Long => new MessageTexts(_random, leastLength: 200, lengthSpread: 400),
            FileKind.Short => new MessageTexts(_random, leastLength: 21, lengthSpread: 4),
            _ => new MessageTexts(_random),
        };
    }

    /// <inheritdoc/>
    public void Add(long index, RowBuffer buffer)
    {
        buffer.AddNumber(_kind == FileKind.Ordered ? RecipientNumbers.InOrder(index) : _numbers.At(index));
        buffer.Add((byte)',');
        buffer.AddField(_texts.Make(DrawTraits()));
        if (_kind == FileKind.Crlf)
        {
            buffer.Add((byte)'\r');
        }
    }

    private TextTraits DrawTraits()
    {
        TextTraits traits = _texts.DrawTraits();
        return _kind switch
        {
            FileKind.Quoted => (traits & ~(TextTraits.Commas | TextTraits.Quotes)) | (_random.Happens(perThousand: 500) ? TextTraits.Commas : 0),
            FileKind.Doubled => traits | TextTraits.Quotes,
            FileKind.Ucs2 => _random.Happens(perThousand: 100) ? TextTraits.NonGsm : traits & ~TextTraits.NonGsm,
            FileKind.Url => (traits & ~TextTraits.NonGsm) | TextTraits.Url,
            FileKind.Long => traits & ~TextTraits.NonGsm,
            FileKind.Short => TextTraits.None,
            _ => traits,
        };
    }
}
