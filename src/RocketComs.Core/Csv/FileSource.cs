using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>
/// A batch file on disk: one that stays, so no pipe or device. What tells whether it has changed is asked of the file, never of a link to it.
/// </summary>
public sealed class FileSource : BatchSource
{
    private readonly FileIdentity _state;

    /// <summary>Looks at the file.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="BatchFileException">There is no such file, or it is a folder, a pipe or a device, or cannot be opened.</exception>
    public FileSource(string path)
    {
        Path = path;
        if (Directory.Exists(path))
        {
            throw new BatchFileException(path, $"'{path}' is a folder, not a batch file.", "Give the path of a CSV file.");
        }

        if (!File.Exists(path))
        {
            throw new BatchFileException(path, $"There is no file '{path}'.", System.IO.Path.GetDirectoryName(path) is not { Length: > 0 } folder || Directory.Exists(folder)
                ? "Check the path; a relative one begins at the current location."
                : "Its folder is not there either: check the path. The plan of Split-RcBatchCsv names the parts by their full paths; if they were moved, split the file again, or correct Path in the plan.");
        }

        _state = FileIdentity.Of(path) ?? StateOfOpened();
        if (!_state.IsRegular)
        {
            // It is read several times on its way, and a pipe gives its bytes but once.
            throw new BatchFileException(path, $"'{path}' is a pipe or a device, not a file.", "Write its content to a file first, and give the path of that.");
        }
    }

    /// <inheritdoc/>
    public override string Path { get; }

    /// <summary>Gets the length in bytes.</summary>
    public long Length => _state.Length;

    /// <summary>Gets what tells this file in this state from others, and from a later one.</summary>
    public string Stamp => FormattableString.Invariant($"{Path}|{_state.Device}|{_state.Inode}|{Length}|{_state.WrittenAt.Ticks}");

    /// <inheritdoc/>
    public override string FileName => System.IO.Path.GetFileName(Path);

    /// <inheritdoc/>
    public override Stream Open()
    {
        // For a small file, making the large buffer and collecting it would take longer than the reading.
        FileStream file = OpenAsItIs((int)Math.Min(128 * 1024, Length + 1));
        if (StateOf(file) == _state)
        {
            return new FaultNamingStream(file, Path);
        }

        file.Dispose();
        throw new BatchCsvInvalidException(Path);
    }

    private FileIdentity StateOfOpened()
    {
        using FileStream file = OpenAsItIs(1);
        return StateOf(file);
    }

    private static FileIdentity StateOf(FileStream file) => FileIdentity.Of(file) ?? new FileIdentity(0, 0, IsRegular: true, file.Length, WrittenAt(file));

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
