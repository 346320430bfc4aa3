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
    internal virtual bool IsOwn => false;

    /// <summary>Opens the bytes as they stand, from the start.</summary>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened.</exception>
    /// <exception cref="Errors.BatchCsvInvalidException">The file has changed since it was first looked at.</exception>
    public abstract Stream Open();

    /// <summary>The first bytes, enough to judge encoding and delimiter.</summary>
    internal byte[] ReadHead()
    {
        using Stream stream = Open();
        byte[] head = new byte[HeadLength];
        int length = 0;
        int read;
        while (length < head.Length && (read = stream.Read(head, length, head.Length - length)) > 0)
        {
            length += read;
        }

        Array.Resize(ref head, length);
        return head;
    }
}
