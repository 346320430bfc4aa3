namespace RocketComs.Benchmarks.Generation;

/// <summary>
/// Writes batch files of any size, as a stream: UTF-8 without BOM, LF, about 110 bytes a row. The bytes depend on kind, rows and seed
/// only, not on machine, culture or runtime; a shorter file is the beginning of a longer one.
/// </summary>
/// <remarks>
/// Clean: of 1000 texts 150 are in quotes for their commas (30 of them with doubled quotes), 10 hold characters outside GSM-7 and need no
/// more than 70 units, 30 end with a URL, 40 hold extension characters, 40 may hold <c>\n</c>. No number comes twice.
/// </remarks>
internal static class BatchFileGenerator
{
    /// <summary>The seed where none is given.</summary>
    public const ulong DefaultSeed = 20260101;

    private const int RowsBetweenLooks = 4096;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where to; a file that stands there is replaced.</param>
    /// <param name="kind">What kind.</param>
    /// <param name="rows">How many rows, at most <see cref="RecipientNumbers.Count"/>.</param>
    /// <param name="seed">Which of the files of this kind.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    public static void WriteFile(string path, FileKind kind, long rows, ulong seed, CancellationToken cancellationToken)
    {
        using FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Write(stream, kind, rows, seed, cancellationToken);
    }

    /// <summary>Writes the rows of a file.</summary>
    /// <param name="target">Where to; the caller closes it.</param>
    /// <param name="kind">What kind.</param>
    /// <param name="rows">How many rows, at most <see cref="RecipientNumbers.Count"/>.</param>
    /// <param name="seed">Which of the files of this kind.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    public static void Write(Stream target, FileKind kind, long rows, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, RecipientNumbers.Count);
        RowBuffer buffer = new(target);
        IRowMaker maker = kind == FileKind.Worst ? new WorstRows(seed) : new CleanRows(kind, seed);
        for (long row = 0; row < rows; row++)
        {
            if (row % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            maker.Add(row, buffer);
            buffer.EndRow();
        }

        buffer.Flush();
    }
}
