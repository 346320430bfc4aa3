namespace RocketComs.Benchmarks.Generation;

/// <summary>Rows without errors: a number that comes once, and a text of one segment.</summary>
internal sealed class CleanRows : IRowMaker
{
    private readonly RecipientNumbers _numbers;
    private readonly MessageTexts _texts;

    /// <summary>Initializes the rows of a seed.</summary>
    public CleanRows(ulong seed)
    {
        _numbers = new RecipientNumbers(seed);
        _texts = new MessageTexts(new SeededRandom(seed));
    }

    /// <inheritdoc/>
    public void Add(long index, RowBuffer buffer)
    {
        buffer.AddNumber(_numbers.At(index));
        buffer.Add((byte)',');
        buffer.AddField(_texts.Make(_texts.DrawTraits()));
    }
}
