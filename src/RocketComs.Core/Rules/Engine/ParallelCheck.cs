using System.Runtime.CompilerServices;
using CsvHelper;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Checks the pieces of a file on several threads and hands them over in their order. The caller's thread reads the file, a few
/// pieces ahead.
/// </summary>
/// <remarks>Initializes the line.</remarks>
/// <param name="stream">The file, UTF-8, at its start.</param>
/// <param name="check">What checks a piece.</param>
/// <param name="pieceLength">The most bytes that a piece takes.</param>
/// <param name="threads">How many threads check.</param>
internal sealed class ParallelCheck(Stream stream, PieceChecker check, int pieceLength, int threads)
{
    // A thread that the system holds up for some milliseconds must not leave the others without work.
    private const int PiecesAhead = 4;

    private readonly FilePieceReader _reader = new FilePieceReader(stream, pieceLength);
    private readonly PieceChecker _check = check;
    private readonly int _pieceLength = pieceLength;
    private readonly int _mostAhead = PiecesAhead * threads;
    private readonly Queue<(FilePiece FilePiece, Task Checked)> _ahead = new();
    private readonly Stack<FilePiece> _free = new();

    /// <summary>Gets where the rows begin that were not handed over, in bytes, when the file could not be cut into pieces to its end; else -1.</summary>
    public long RestFrom { get; private set; }

    /// <summary>Gets the physical line of <see cref="RestFrom"/>.</summary>
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
                    _check.Check(piece);
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
                if (piece.Length - piece.OpenFrom > _pieceLength)
                {
                    // No text is that long: a quote is never closed, and pieces joined to pieces would be read over and over.
                    return;
                }

                before = piece;
            }
        }
        finally
        {
            Settle();
        }
    }

    private FilePiece? Next()
    {
        while (_ahead.Count <= _mostAhead)
        {
            FilePiece piece = _free.Count > 0 ? _free.Pop() : new FilePiece(_pieceLength);
            if (!_reader.TryRead(piece))
            {
                _free.Push(piece);
                break;
            }

            _ahead.Enqueue((piece, Task.Run(() => _check.Check(piece))));
        }

        if (_ahead.Count == 0)
        {
            return null;
        }

        (FilePiece next, Task isChecked) = _ahead.Dequeue();
        isChecked.GetAwaiter().GetResult();
        return next;
    }

    // Nobody may work on the rules any more when the check has ended, whatever ended it.
    private void Settle()
    {
        foreach ((_, Task isChecked) in _ahead)
        {
            ((IAsyncResult)isChecked).AsyncWaitHandle.WaitOne();
        }
    }
}

/// <summary>Reads and checks the rows of a piece. Several threads may do so at once, each with a piece of its own.</summary>
/// <remarks>Initializes the check for one file.</remarks>
/// <param name="check">What checks a row.</param>
/// <param name="options">How rows are read.</param>
internal sealed class PieceChecker(RowChecker check, CsvReaderOptions options)
{
    private readonly RowChecker _check = check;
    private readonly CsvReaderOptions _options = options;

    /// <summary>Checks a piece that begins where a record begins.</summary>
    [MethodImpl(Jit.Hot)]
    public void Check(FilePiece piece)
    {
        piece.Count = 0;
        piece.OpenFrom = -1;
        (long start, long end) = (0, 0);
        using CsvReader reader = CsvReader.Create(new ReadOnlyMemory<byte>(piece.Bytes, 0, piece.Length), _options);
        CheckedRowReader walk = new(reader, _check, piece.Line, piece.Offset);
        while (walk.TryNext(out CheckedRow row))
        {
            piece.Next() = row;
            start = reader.ByteOffset;
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
