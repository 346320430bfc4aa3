using System.Runtime.CompilerServices;
using CsvHelper;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Checks the records of a reader one after the other, and keeps count of the physical lines: cheaper than the reader does.</summary>
/// <remarks>Initializes the walk.</remarks>
/// <param name="reader">The reader, before its first record.</param>
/// <param name="check">What checks a row.</param>
/// <param name="line">The physical line on which the reader begins, from 1.</param>
/// <param name="offset">Where it begins in the file, in bytes.</param>
internal sealed class CheckedRowReader(CsvReader reader, RowChecker check, long line, long offset)
{
    private readonly CsvReader _reader = reader;
    private readonly RowChecker _check = check;
    private readonly long _offset = offset;

    /// <summary>Gets the line on which the next record begins.</summary>
    public long Line { get; private set; } = line;

    /// <summary>Reads and checks the next record.</summary>
    /// <param name="row">What came of it.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="CsvFormatException">The record is longer than the reader takes.</exception>
    [MethodImpl(Jit.Hot)]
    public bool TryNext(out CheckedRow row)
    {
        if (!_reader.Read())
        {
            row = default;
            return false;
        }

        row = _check.Check(_reader, Line, _offset, out int innerBreaks);
        Line += innerBreaks + 1;
        return true;
    }
}
