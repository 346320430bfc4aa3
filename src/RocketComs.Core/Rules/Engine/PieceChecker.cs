using System.Runtime.CompilerServices;
using CsvHelper;

namespace RocketComs.Core.Rules.Engine;

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
