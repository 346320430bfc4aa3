using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>A file that is written beside its place and moved there when it is whole, so that a stop leaves the old one as it was.</summary>
public sealed class ReplacingFile : IDisposable
{
    private readonly string _temporaryPath;
    private readonly FileStream _stream;

    /// <summary>Opens a temporary file beside the place.</summary>
    /// <param name="path">The full path of its place.</param>
    /// <exception cref="BatchFileException">The folder is missing or cannot be written to.</exception>
    public ReplacingFile(string path)
    {
        Path = path;
        string folder = System.IO.Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            throw new BatchFileException(path, $"There is no folder '{folder}'.", "Make the folder, or give another path.");
        }

        _temporaryPath = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
        _stream = Guard(path, () => new FileStream(_temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    /// <summary>Gets the full path of its place.</summary>
    public string Path { get; }

    /// <summary>Gets what to write to.</summary>
    public Stream Stream => _stream;

    /// <summary>Gets the full path where it is written until it is put in its place.</summary>
    internal string TemporaryPath => _temporaryPath;

    /// <summary>Ends the writing, so that what was written can be read where it is.</summary>
    internal void Close() => Guard(Path, _stream.Dispose);

    /// <summary>Puts the file in its place.</summary>
    /// <param name="overwrite">Whether a file that stands there is replaced.</param>
    /// <exception cref="BatchFileException">It cannot be put there, or a file stands there already.</exception>
    public void Commit(bool overwrite) => Guard(Path, () =>
    {
        _stream.Dispose();
        if (overwrite && File.Exists(Path))
        {
            KeepMode(Path, _temporaryPath);
            File.Replace(_temporaryPath, Path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(_temporaryPath, Path);
        }
    });

    /// <summary>Ends the writing; what was not committed is gone.</summary>
    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What cannot be written any more is thrown away with the rest.
        }
        finally
        {
            File.Delete(_temporaryPath);
        }
    }

    // Numbers and texts of recipients: who could not read the old file must not be able to read the new one.
    private static void KeepMode(string from, string to)
    {
#if NET8_0_OR_GREATER
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
#endif
    }

    /// <summary>Runs a write, and says in the module's words what goes wrong with it.</summary>
    internal static void Guard(string path, Action write) => Guard(path, () =>
    {
        write();
        return path;
    });

    private static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BatchFileException(
                path, $"'{path}' cannot be written.", $"Check the folder, your rights to it, and the room on the disk. The system says: {exception.Message}", exception);
        }
    }
}
