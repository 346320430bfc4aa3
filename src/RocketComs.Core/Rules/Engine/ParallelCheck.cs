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
    // Of bytes that the parser is given at a time.
    private const int FirstWindow = 256;
    private const int MostWindow = 16 * 1024;
    private const int WindowGrowth = 8;

    // Of a thread, not of a check: its blocks are large.
    [ThreadStatic]
    private static RecordCutter? s_cutter;

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
        piece.OpenFrom = -1;
        piece.Rows.Begin(piece.Line + piece.Lead);
        RecordCutter cutter = s_cutter ??= new RecordCutter();
        cutter.Begin(piece.Bytes, piece.Length, piece.Offset);
        int position = piece.Lead;
        int window = cuts ? FirstWindow : piece.Length;
        if (!cuts || (piece.Offset == 0 && piece.MayBeginWithMark))
        {
            // A byte order mark belongs to the first record, and only the parser knows one.
            position = CheckRead(piece, position, window);
        }

        while (position < piece.Length && piece.OpenFrom < 0)
        {
            cutter.GoTo(position, piece.Rows.NextLine);
            _checker.CheckCut(cutter, piece.Rows);

            // Where records that cannot be cut follow each other, it is not tried before each of them.
            window = cutter.Position > position ? FirstWindow : Math.Min(window * 2, MostWindow);
            position = cutter.Position < piece.Length ? CheckRead(piece, cutter.Position, window) : piece.Length;
        }
    }

    // Checks some records as the parser reads them, one at least, and says where the next begins. The parser looks over all that it is given before it
    // gives a record, so it is given little, and more where a record goes on.
    private int CheckRead(FilePiece piece, int position, int window)
    {
        int end = position;
        for (long length = window; end == position && piece.OpenFrom < 0; length *= WindowGrowth)
        {
            end = CheckTo(piece, position, (int)Math.Min(position + length, piece.Length));
        }

        return end;
    }

    private int CheckTo(FilePiece piece, int position, int to)
    {
        // Begun with the end of the line before: else a reader could take the first bytes for a byte order mark.
        int lead = position > 0 ? 1 : 0;
        (int from, long line) = (position - lead, piece.Rows.NextLine - lead);
        using RecordReader reader = RecordReader.Over(new ReadOnlyMemory<byte>(piece.Bytes, from, to - from), _format, line, piece.Offset + from);
        bool isThere = lead == 0 || reader.Read();
        while (isThere && position < to && reader.Read())
        {
            // A record ends before its line end. One that holds the last line end as well is a quoted text that the cut went through.
            int end = (int)(reader.ByteOffset - piece.Offset) + reader.Raw.Length;
            if (end == to && !(to == piece.Length && piece.IsLast))
            {
                piece.OpenFrom = to == piece.Length ? position : -1;
                return position;
            }

            _checker.Check(reader, piece.Rows);
            bool isPair = end + 1 < piece.Length && piece.Bytes[end] == '\r' && piece.Bytes[end + 1] == '\n';
            position = Math.Min(end + (isPair ? 2 : 1), piece.Length);
        }

        // Nothing but a byte order mark is no record.
        return Math.Max(position, to);
    }
}
