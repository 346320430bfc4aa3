using System;
using System.IO;
using CsvHelper;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>Writes a batch file beside its place and moves it there when it is whole, so that a stop leaves the old one as it was.</summary>
public sealed class BatchCsvFileWriter : IDisposable
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly CsvWriter _writer;
    private bool _isClosed;

    /// <summary>Initializes the writer.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="BatchFileException">The folder is missing or cannot be written to.</exception>
    public BatchCsvFileWriter(string path)
    {
        _path = path;
        _temporaryPath = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
        _writer = Guard(() => CsvWriter.Create(new FileStream(_temporaryPath, FileMode.CreateNew), BatchCsvFormat.WriterOptions, leaveOpen: false));
    }

    /// <summary>Writes a row. A real line break in the text becomes <c>\n</c>.</summary>
    /// <param name="number">The recipient's number, written as it is: nothing is escaped against spreadsheet formulas.</param>
    /// <param name="message">The text.</param>
    public void Write(string? number, string? message) => Guard(() =>
    {
        BatchCsvFormat.WriteRow(_writer, number, message);
        return true;
    });

    /// <summary>Puts the file in its place, over another if there is one.</summary>
    public void Commit() => Guard(() =>
    {
        _writer.Dispose();
        _isClosed = true;
        if (File.Exists(_path))
        {
            File.Replace(_temporaryPath, _path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(_temporaryPath, _path);
        }

        return true;
    });

    /// <summary>Ends the writing; what was not committed is gone.</summary>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _writer.Dispose();
        }

        File.Delete(_temporaryPath);
    }

    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BatchFileException(_path, $"'{_path}' cannot be written: {exception.Message}", "Check the folder, your rights to it, and the room on the disk.", exception);
        }
    }
}
