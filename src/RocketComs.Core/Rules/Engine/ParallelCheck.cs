using System.Runtime.CompilerServices;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Checks a file in pieces on several threads and hands their rows over in the order of the file. The caller's thread reads the file, a
/// few pieces ahead.
/// </summary>
/// <param name="stream">The file, UTF-8, at its start.</param>
/// <param name="checker">What checks a row.</param>
/// <param name="format">How its records are written.</param>
/// <param name="pieceLength">The most bytes that a piece takes.</param>
/// <param name="threads">How many threads check.</param>
internal sealed class ParallelCheck(Stream stream, RowChecker checker, RecordFormat format, int pieceLength, int threads)
{
    // A thread that the system holds up for some milliseconds must not leave the others without work.
    private const int PiecesAhead = 4;

    private readonly FilePieceReader _reader = new(stream, pieceLength);
    private readonly RowChecker _checker = checker;
    private readonly RecordFormat _format = format;
    private readonly Queue<(FilePiece Piece, Task Checked)> _ahead = new();
    private readonly Stack<FilePiece> _free = new();

    /// <summary>Where the rows begin that were not handed over, in bytes, when the file could not be cut into pieces to its end; else -1.</summary>
    public long RestFrom { get; private set; }

    /// <summary>The physical line of <see cref="RestFrom"/>.</summary>
    public long RestLine { get; private set; } = 1;

    /// <summary>Checks the file.</summary>
    /// <param name="take">Takes a piece whose rows have been checked, in the order of the file; the rows are gone afterwards.</param>
    public void Run(Action<FilePiece> take)
    {
        try
        {
            FilePiece? before = null;
            while (Next() is { } piece)
            {
                if (before is not null)
                {
                    // It was checked as if it began with a record. It did not, so that was for nothing.
                    piece.Prepend(before);
                    Check(piece);
                    _free.Push(before);
                    before = null;
                }

                take(piece);
                if (piece.OpenFrom < 0)
                {
                    _free.Push(piece);
                    RestFrom = piece.IsLast ? -1 : piece.Offset + piece.Length;
                    RestLine = piece.NextLine;
                    continue;
                }

                RestFrom = piece.Offset + piece.OpenFrom;
                RestLine = piece.LastLine;
                if (piece.Length - piece.OpenFrom > pieceLength)
                {
                    // No text is that long: a quote is never closed, and pieces joined to pieces would be read over and over.
                    return;
                }

                before = piece;
            }
        }
        finally
        {
            // Nobody may work on the rules any more when the check has ended, whatever ended it.
            foreach ((_, Task isChecked) in _ahead)
            {
                ((IAsyncResult)isChecked).AsyncWaitHandle.WaitOne();
            }
        }
    }

    private FilePiece? Next()
    {
        while (_ahead.Count <= PiecesAhead * threads)
        {
            FilePiece piece = _free.Count > 0 ? _free.Pop() : new FilePiece(pieceLength);
            if (!_reader.TryRead(piece))
            {
                _free.Push(piece);
                break;
            }

            _ahead.Enqueue((piece, Task.Run(() => Check(piece))));
        }

        if (_ahead.Count == 0)
        {
            return null;
        }

        (FilePiece next, Task isChecked) = _ahead.Dequeue();
        isChecked.GetAwaiter().GetResult();
        return next;
    }

    // Of a piece that begins where a record begins.
    [MethodImpl(Jit.Hot)]
    private void Check(FilePiece piece)
    {
        piece.Count = 0;
        piece.OpenFrom = -1;
        (long start, long end) = (0, 0);
        using RecordReader records = RecordReader.Over(new ReadOnlyMemory<byte>(piece.Bytes, 0, piece.Length), _format, piece.Line, piece.Offset);
        while (records.Read())
        {
            CheckedRow row = _checker.Check(records);
            piece.Next() = row;
            start = records.ByteOffset - piece.Offset;
            end = start + row.Length;
            piece.LastLine = row.Line;
        }

        // A record ends before its line end. One that holds the last line end as well is a quoted text that the cut went through.
        if (end == piece.Length && !piece.IsLast)
        {
            // A byte order mark belongs to the first record.
            piece.OpenFrom = piece.Count == 1 ? 0 : (int)start;
        }
    }
}
