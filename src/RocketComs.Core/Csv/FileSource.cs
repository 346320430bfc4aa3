using System;
using System.IO;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>A batch file on disk. What is uploaded is what was checked: a change in between is an error.</summary>
public sealed class FileSource : BatchSource
{
    private readonly DateTime _writtenAt;

    /// <summary>Initializes the source.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="BatchFileException">There is no such file, or it is a folder.</exception>
    public FileSource(string path)
    {
        Path = path;
        FileInfo file = new(path);
        if (Directory.Exists(path))
        {
            throw new BatchFileException(path, $"'{path}' is a folder, not a batch file.", "Give the path of a CSV file.");
        }

        if (!file.Exists)
        {
            throw new BatchFileException(path, $"There is no file '{path}'.", "Check the path; it is relative to the current location.");
        }

        Length = file.Length;
        _writtenAt = file.LastWriteTimeUtc;
    }

    /// <inheritdoc/>
    public override string Path { get; }

    /// <summary>Gets the length in bytes.</summary>
    public long Length { get; }

    /// <summary>Gets what tells this state of the file from a later one.</summary>
    public string Stamp => FormattableString.Invariant($"{Path}|{Length}|{_writtenAt.Ticks}");

    /// <inheritdoc/>
    public override string FileName => System.IO.Path.GetFileName(Path);

    /// <inheritdoc/>
    public override Stream Open()
    {
        FileInfo file = new(Path);
        if (file.Exists && (file.Length != Length || file.LastWriteTimeUtc != _writtenAt))
        {
            throw new BatchCsvInvalidException(Path);
        }

        try
        {
            // For a small file, making the large buffer and collecting it would take longer than the reading.
            int buffer = (int)Math.Min(128 * 1024, Length + 1);
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BatchFileException(
                Path, $"'{Path}' cannot be opened: {exception.Message}", "Close the program that holds the file, or check your rights to it.", exception);
        }
    }
}
