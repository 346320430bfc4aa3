namespace RocketComs.Core.Csv;

/// <summary>The content of a batch: a file, or rows that came down the pipeline. It can be read any number of times.</summary>
public abstract class BatchSource
{
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
