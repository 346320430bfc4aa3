using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Checks a file in pieces on several threads and hands their rows over in the order of the file. What a cut between two pieces went through is
/// checked once more.
/// </summary>
/// <param name="stream">The file, UTF-8, at its start; read by one thread at a time.</param>
/// <param name="checker">What checks a row.</param>
/// <param name="format">How its records are written.</param>
/// <param name="pieceLength">The most bytes that a piece takes.</param>
/// <param name="threads">How many threads check.</param>
/// <param name="cuts">Whether records that leave no doubt are cut without a parser.</param>
internal sealed class ParallelCheck(Stream stream, RowChecker checker, RecordFormat format, int pieceLength, int threads, bool cuts)
{
    // Of a thread, not of a check: the blocks of what cuts them are large.
    [ThreadStatic]
    private static PieceRecords? s_records;

    private readonly RowChecker _checker = checker;
    private readonly RecordFormat _format = format;

    /// <summary>Where the rows begin that were not handed over, in bytes, when the file could not be cut into pieces to its end; else -1.</summary>
    public long RestFrom { get; private set; }

    /// <summary>The physical line of <see cref="RestFrom"/>.</summary>
    public long RestLine { get; private set; } = 1;

    /// <summary>Checks the file.</summary>
    /// <param name="take">Takes a piece whose rows have been checked, in the order of the file; the rows are gone afterwards.</param>
    public void Run(Action<FilePiece> take)
    {
        using OrderedPieces pieces = new(new FilePieceReader(stream, pieceLength), threads, Check);
        FilePiece? before = null;
        while (pieces.Next() is { } piece)
        {
            if (before is not null)
            {
                // It was checked as if it began with a record. It did not, so that was for nothing.
                piece.Prepend(before);
                Check(piece);
                pieces.Free(before);
                before = null;
            }

            take(piece);
            if (piece.OpenFrom < 0)
            {
                RestFrom = piece.IsLast ? -1 : piece.Offset + piece.Length;
                RestLine = piece.NextLine;
                pieces.Free(piece);
                continue;
            }

            RestFrom = piece.Offset + piece.OpenFrom;
            RestLine = piece.Rows.NextLine;
            if (piece.Length - piece.OpenFrom > pieceLength)
            {
                // No text is that long: a quote is never closed, and pieces joined to pieces would be read over and over.
                return;
            }

            before = piece;
        }
    }

    // Of a piece that begins where a record begins.
    private void Check(FilePiece piece)
    {
        piece.Rows.Begin(piece.Line + piece.Lead);
        PieceRecords records = s_records ??= new PieceRecords();
        records.Begin(piece.Bytes, piece.Length, piece.Lead, piece.Offset, piece.Line + piece.Lead, piece.IsLast, _format, cuts);
        while (!records.IsAtEnd)
        {
            if (!records.IsParsing)
            {
                _checker.CheckCut(records.Cutter, piece.Rows);
            }

            if (records.TryParse(out RecordReader? record))
            {
                _checker.Check(record, piece.Rows);
            }
        }

        piece.OpenFrom = records.OpenFrom;
        records.Dispose();
    }
}
