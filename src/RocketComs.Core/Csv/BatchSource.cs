using CsvHelper;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>The content of a batch: a file, or rows that came down the pipeline. It can be read any number of times.</summary>
public abstract class BatchSource
{
    private const int HeadLength = 64 * 1024;

    /// <summary>Gets the full path; <see langword="null"/> for rows.</summary>
    public abstract string? Path { get; }

    /// <summary>Gets the file name for the upload.</summary>
    public abstract string FileName { get; }

    /// <summary>Gets whether the module writes the bytes itself: UTF-8 and commas, and nothing is to be guessed.</summary>
    internal virtual bool IsGenerated => false;

    /// <summary>Opens the bytes as they stand, from the start.</summary>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened.</exception>
    /// <exception cref="Errors.BatchCsvInvalidException">The file has changed since it was first looked at.</exception>
    public abstract Stream Open();

    /// <summary>The first bytes, enough to judge encoding and delimiter.</summary>
    internal byte[] ReadHead()
    {
        using Stream stream = Open();
        byte[] head = new byte[HeadLength];
        Array.Resize(ref head, Fill(stream, head, 0, HeadLength));
        return head;
    }

    /// <summary>Reads until a buffer is full: a stream may give less than it is asked for.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="filled">The bytes that are in it already.</param>
    /// <param name="end">How many it takes.</param>
    /// <returns>The bytes that are in it; fewer than it takes at the end of the stream only.</returns>
    internal static int Fill(Stream stream, byte[] buffer, int filled, int end)
    {
        int read;
        while (filled < end && (read = stream.Read(buffer, filled, end - filled)) > 0)
        {
            filled += read;
        }

        return filled;
    }
}

/// <summary>A batch file on disk. What tells whether it has changed is asked of the opened file, never of a link to it.</summary>
public sealed class FileSource : BatchSource
{
    private readonly DateTime _writtenAt;

    /// <summary>Looks at the file.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="BatchFileException">There is no such file, or it is a folder, or cannot be opened.</exception>
    public FileSource(string path)
    {
        Path = path;
        if (Directory.Exists(path))
        {
            throw new BatchFileException(path, $"'{path}' is a folder, not a batch file.", "Give the path of a CSV file.");
        }

        if (!File.Exists(path))
        {
            throw new BatchFileException(path, $"There is no file '{path}'.", "Check the path; it is relative to the current location.");
        }

        using FileStream file = OpenAsItIs(1);
        Length = file.Length;
        _writtenAt = WrittenAt(file);
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
        // For a small file, making the large buffer and collecting it would take longer than the reading.
        FileStream file = OpenAsItIs((int)Math.Min(128 * 1024, Length + 1));
        if (file.Length == Length && WrittenAt(file) == _writtenAt)
        {
            return file;
        }

        file.Dispose();
        throw new BatchCsvInvalidException(Path);
    }

#if NET8_0_OR_GREATER
    private static DateTime WrittenAt(FileStream file) => File.GetLastWriteTimeUtc(file.SafeFileHandle);
#else
    // .NET Framework cannot ask an opened file.
    private static DateTime WrittenAt(FileStream file) => File.GetLastWriteTimeUtc(file.Name);
#endif

    private FileStream OpenAsItIs(int buffer)
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BatchFileException(
                Path, $"'{Path}' cannot be opened: {exception.Message}", "Close the program that holds the file, or check your rights to it.", exception);
        }
    }
}

/// <summary>Rows that came down the pipeline, held as the bytes that are checked and uploaded: UTF-8, RFC 4180, LF.</summary>
public sealed class RowsSource : BatchSource, IDisposable
{
    private const long MaximumBytes = int.MaxValue - (16L * 1024 * 1024);

    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _writer;

    /// <summary>Makes a source without rows.</summary>
    public RowsSource() => _writer = CsvWriter.Create(_bytes, BatchCsvFormat.WriterOptions, leaveOpen: true);

    /// <inheritdoc/>
    public override string? Path => null;

    /// <inheritdoc/>
    public override string FileName => "rows.csv";

    /// <inheritdoc/>
    internal override bool IsGenerated => true;

    /// <summary>Gets the number of rows.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a row. A real line break in the text becomes <c>\n</c>.</summary>
    /// <param name="number">The recipient's number.</param>
    /// <param name="message">The text.</param>
    /// <exception cref="Errors.InvalidParameterException">
    /// Number or text holds half a character, and its value is the row; or there are more rows than memory takes.
    /// </exception>
    public void Add(string? number, string? message)
    {
        // A stream in memory ends at 2 GB; the limit leaves room for what the writer still holds.
        if (_bytes.Length > MaximumBytes)
        {
            throw new Errors.InvalidParameterException(
                "InputObject", null, "The piped rows are more than 2 GB.", "Write them to a file with Export-RcBatchCsv and give that with -Path.");
        }

        BatchCsvFormat.WriteRow(_writer, Count + 1, number, message);
        Count++;
    }

    /// <inheritdoc/>
    public override Stream Open()
    {
        _writer.Flush();
        return new MemoryStream(_bytes.GetBuffer(), 0, (int)_bytes.Length, writable: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _bytes.Dispose();
    }
}
