using CsvHelper;

namespace RocketComs.Core.Csv;

/// <summary>Writes a batch file; it takes its place when it is whole.</summary>
public sealed class BatchCsvFileWriter : IDisposable
{
    private readonly ReplacingFile _file;
    private readonly WriteBehindStream _bytes;
    private readonly CsvWriter _writer;
    private long _rows;
    private bool _isBehind;

    /// <summary>Opens a file that takes its place when it is committed.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="source">The full path of the file that the rows come from; <see langword="null"/> for none.</param>
    /// <exception cref="Errors.BatchFileException">The folder is missing or cannot be written to.</exception>
    public BatchCsvFileWriter(string path, string? source = null)
    {
        _file = new ReplacingFile(path, source);
        _bytes = new WriteBehindStream(_file.Stream);
        _writer = CsvWriter.Create(_bytes, BatchCsvFormat.WriterOptions);
    }

    /// <summary>Gets the file.</summary>
    internal ReplacingFile File => _file;

    /// <summary>Writes a row. A real line break in the text becomes <c>\n</c>.</summary>
    /// <param name="number">The recipient's number, written as it is: nothing is escaped against spreadsheet formulas.</param>
    /// <param name="message">The text.</param>
    /// <exception cref="Errors.InvalidParameterException">Number or text holds half a character. Its value is the row.</exception>
    /// <exception cref="Errors.BatchFileException">The disk does not take it.</exception>
    public void Write(string? number, string? message)
    {
        _isBehind = true;
        ReplacingFile.Guard(_file.Path, () => BatchCsvFormat.WriteRow(_writer, ++_rows, number, message));
    }

    /// <inheritdoc cref="BatchCsvFormat.WriteRow(CsvWriter, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    /// <exception cref="Errors.BatchFileException">The disk does not take it.</exception>
    internal void Write(ReadOnlySpan<byte> number, ReadOnlySpan<byte> message)
    {
        try
        {
            _isBehind = true;
            BatchCsvFormat.WriteRow(_writer, number, message);
        }
        catch (Exception exception) when (ReplacingFile.IsWriteFault(exception))
        {
            throw ReplacingFile.Refused(_file.Path, exception);
        }
    }

    /// <summary>Writes a row as it stands in another file.</summary>
    /// <param name="row">The row in UTF-8, as this writer would write it, without its line end.</param>
    /// <exception cref="Errors.BatchFileException">The disk does not take it.</exception>
    internal void Copy(ReadOnlySpan<byte> row)
    {
        try
        {
            if (_isBehind)
            {
                _writer.Flush();
                _isBehind = false;
            }

            _bytes.Write(row);
            _bytes.Write("\n"u8);
        }
        catch (Exception exception) when (ReplacingFile.IsWriteFault(exception))
        {
            throw ReplacingFile.Refused(_file.Path, exception);
        }
    }

    /// <summary>Ends the writing without putting the file in its place.</summary>
    /// <returns>What was written, where it stands until then.</returns>
    internal FileSource Finish()
    {
        ReplacingFile.Guard(_file.Path, _writer.Dispose);
        _file.Close();
        return new FileSource(_file.TemporaryPath);
    }

    /// <summary>Puts the file in its place.</summary>
    /// <param name="overwrite">Whether a file that stands there is replaced.</param>
    public void Commit(bool overwrite)
    {
        ReplacingFile.Guard(_file.Path, _writer.Dispose);
        _file.Commit(overwrite);
    }

    /// <summary>Ends the writing; what was not committed is gone.</summary>
    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException)
        {
            // What cannot be written any more is thrown away with the rest.
        }
        finally
        {
            _file.Dispose();
        }
    }
}
