using System.Runtime.ExceptionServices;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// The pieces of a file, each checked by one of several threads, in the order of the file. A thread reads the piece that it checks, so that its bytes
/// are in the cache near its core; whoever asks for the next piece checks as well while that is not done.
/// </summary>
internal sealed class OrderedPieces : IDisposable
{
    // A thread that the system holds up for some milliseconds must not leave the others without work.
    private const int PiecesAhead = 4;

    private readonly FilePieceReader _reader;
    private readonly Action<FilePiece> _check;
    private readonly int _threads;

    // Guards what follows, and the reader.
    private readonly object _gate = new();
    private readonly Queue<FilePiece> _ahead = new();
    private readonly Stack<FilePiece> _free = new();
    private int _helping;
    private bool _hasBegun;
    private bool _hasEnded;

    /// <summary>Begins with the first pieces.</summary>
    /// <param name="reader">What reads the pieces.</param>
    /// <param name="threads">How many threads check, that of the caller included.</param>
    /// <param name="check">Checks a piece; called on any of the threads.</param>
    public OrderedPieces(FilePieceReader reader, int threads, Action<FilePiece> check)
    {
        (_reader, _threads, _check) = (reader, threads, check);
        for (int i = 1; i < threads; i++)
        {
            _ = Task.Run(Help);
        }
    }

    // At the beginning of a file issues are still described, which takes far longer than the rest: how many more are wanted shows as pieces are taken.
    private bool HasRoom => !_hasEnded && _ahead.Count < (_hasBegun ? PiecesAhead : 1) * _threads;

    /// <summary>The next piece; <see langword="null"/> at the end. What went wrong with it is thrown.</summary>
    public FilePiece? Next()
    {
        while (true)
        {
            FilePiece? own;
            lock (_gate)
            {
                while (_ahead.Count > 0 && !_ahead.Peek().IsChecked && !HasRoom)
                {
                    Monitor.Wait(_gate);
                }

                if (_ahead.Count > 0 && _ahead.Peek().IsChecked)
                {
                    _hasBegun = true;
                    Monitor.PulseAll(_gate);
                    FilePiece next = _ahead.Dequeue();
                    next.Failure?.Throw();
                    return next;
                }

                own = Begin();
                if (own is null && _ahead.Count == 0)
                {
                    return null;
                }
            }

            Check(own);
        }
    }

    /// <summary>Gives back a piece whose rows are no longer needed.</summary>
    public void Free(FilePiece piece)
    {
        lock (_gate)
        {
            _free.Push(piece);
        }
    }

    /// <summary>Ends the work, also in the middle: nobody reads or checks any more afterwards. Who has not begun to help by then never does.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
            while (_helping > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Help()
    {
        lock (_gate)
        {
            _helping++;
        }

        FilePiece? piece;
        do
        {
            lock (_gate)
            {
                while (!_hasEnded && !HasRoom)
                {
                    Monitor.Wait(_gate);
                }

                piece = Begin();
                if (piece is null)
                {
                    _helping--;
                    Monitor.PulseAll(_gate);
                }
            }

            Check(piece);
        }
        while (piece is not null);
    }

    // Reads the next piece, unless all are read. One that cannot be read fails when it is asked for, in its place in the file.
    private FilePiece? Begin()
    {
        if (_hasEnded)
        {
            return null;
        }

        FilePiece piece = _free.Count > 0 ? _free.Pop() : new FilePiece(_reader.PieceLength);
        (piece.IsChecked, piece.Failure) = (false, null);
        try
        {
            _hasEnded = !_reader.TryRead(piece);
        }
        catch (Exception failure)
        {
            (piece.IsChecked, piece.Failure) = (true, ExceptionDispatchInfo.Capture(failure));
            _hasEnded = true;
            _ahead.Enqueue(piece);
        }

        if (_hasEnded)
        {
            Monitor.PulseAll(_gate);
            return null;
        }

        _ahead.Enqueue(piece);
        return piece;
    }

    private void Check(FilePiece? piece)
    {
        if (piece is null)
        {
            return;
        }

        try
        {
            _check(piece);
        }
        catch (Exception failure)
        {
            piece.Failure = ExceptionDispatchInfo.Capture(failure);
        }

        lock (_gate)
        {
            piece.IsChecked = true;
            Monitor.PulseAll(_gate);
        }
    }
}
