using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>
/// A file that is written beside its place and moved there when it is whole, so that a stop leaves the old one as it was. There is none
/// before something is written. Nobody may read it who may not read its source, or the file that it replaces; without either, only its owner may:
/// numbers and texts of people are for nobody else.
/// </summary>
public sealed class ReplacingFile : IDisposable
{
    private readonly string _temporaryPath;
    private FileStream? _stream;

    /// <summary>Finds the place.</summary>
    /// <param name="path">The full path of its place.</param>
    /// <param name="source">The full path of the file whose content comes into it; <see langword="null"/> for none.</param>
    /// <exception cref="BatchFileException">The folder is missing.</exception>
    public ReplacingFile(string path, string? source = null)
    {
        Path = path;
        Source = source;
        string folder = System.IO.Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            throw new BatchFileException(path, $"There is no folder '{folder}'.", "Make the folder, or give another path.");
        }

        _temporaryPath = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
    }

    /// <summary>Gets the full path of its place.</summary>
    public string Path { get; }

    /// <summary>Gets what to write to; asked for the first time, the temporary file is made.</summary>
    /// <exception cref="BatchFileException">The folder cannot be written to.</exception>
    public Stream Stream => _stream ??= Guard(Path, Make);

    /// <summary>Gets whether anything was written.</summary>
    public bool HasBegun => _stream is not null;

    /// <summary>Gets the full path of the file whose content comes into it; <see langword="null"/> for none.</summary>
    internal string? Source { get; private set; }

    /// <summary>Gets the full path where it is written until it is put in its place.</summary>
    internal string TemporaryPath => _temporaryPath;

    /// <summary>Takes content of another file from now on.</summary>
    /// <param name="source">The full path of the file; <see langword="null"/> for none.</param>
    public void TakeFrom(string? source)
    {
        Source = source;
#if NET8_0_OR_GREATER
        if (_stream is not null && !OperatingSystem.IsWindows() && Mode(source) is { } mode)
        {
            File.SetUnixFileMode(_stream.SafeFileHandle, File.GetUnixFileMode(_stream.SafeFileHandle) & mode);
        }
#endif
    }

    /// <summary>Ends the writing, so that what was written can be read where it is.</summary>
    internal void Close() => Guard(Path, () => _stream?.Dispose());

    /// <summary>Puts the file in its place, if anything was written.</summary>
    /// <param name="overwrite">Whether a file that stands there is replaced.</param>
    /// <exception cref="BatchFileException">It cannot be put there, or a file stands there already.</exception>
    public void Commit(bool overwrite) => Guard(Path, () =>
    {
        if (_stream is null)
        {
            return;
        }

        _stream.Dispose();
        if (overwrite && File.Exists(Path))
        {
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
        if (_stream is null)
        {
            return;
        }

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

#if NET8_0_OR_GREATER
    // With its mode from the start: between the making and a change of mode, others could open it.
    private FileStream Make()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            UnixFileMode mode = Mode(Source) ?? Mode(Path) ?? (UnixFileMode.UserRead | UnixFileMode.UserWrite);
            options.UnixCreateMode = mode & (Mode(Path) ?? mode);
        }

        return new FileStream(_temporaryPath, options);
    }

    private static UnixFileMode? Mode(string? path) =>
        path is not null && !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : null;
#else
    private FileStream Make() => new(_temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
#endif

    /// <summary>Whether a write failed for what the system says of the file.</summary>
    internal static bool IsWriteFault(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What to throw of a write that failed.</summary>
    internal static BatchFileException Refused(string path, Exception exception) => new(
        path, $"'{path}' cannot be written.", $"Check the folder, your rights to it, and the room on the disk. The system says: {exception.Message}", exception);

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
        catch (Exception exception) when (IsWriteFault(exception))
        {
            throw Refused(path, exception);
        }
    }
}
