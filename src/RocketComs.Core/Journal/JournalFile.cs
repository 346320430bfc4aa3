using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Journal;

/// <summary>
/// The journal of writes: JSON lines in one file, which several processes append to, one at a time. A line that was cut off, as by a process
/// that was killed, is left out when the file is read, and the next one begins on a line of its own. Lines of more than 60 days are dropped some time.
/// </summary>
/// <param name="path">The full path of the file. It and its folder are made when they are first written to.</param>
public sealed class JournalFile(string path)
{
    private const int Attempts = 1000;
    private const int BeginningBytes = 256;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    private readonly List<RcJournalEntry> _entries = [];
    private readonly List<int> _unread = [];
    private byte[] _beginning = [];
    private long _readTo;
    private int _lines;

    /// <summary>Gets the full path.</summary>
    public string Path { get; } = path;

    /// <summary>Gets, in a sentence, that what was read has lines that cannot be; <see langword="null"/> when it has none but those that were cut off.</summary>
    public string? Damage => _unread.Count == 0 ? null : FormattableString.Invariant(
        $"The journal '{Path}' cannot be read in {(_unread.Count == 1 ? "line" : $"{_unread.Count:N0} lines, the first of them line")} {_unread[0]}: what was noted there is not known.");

    /// <summary>The entries, the oldest first; none when there is no file yet.</summary>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="BatchFileException">The file cannot be read.</exception>
    public async Task<IReadOnlyList<RcJournalEntry>> ReadAsync(CancellationToken stop)
    {
        if (!File.Exists(Path))
        {
            return Directory.Exists(Path) ? throw Unusable(new IOException("It is a folder.")) : [];
        }

        using FileStream file = await OpenAsync(FileMode.Open, FileAccess.Read, stop).ConfigureAwait(false);
        using FileStream? kept = JournalTrim.OpenKept(file);
        return [.. Entries(kept ?? file)];
    }

    /// <summary>Appends an entry.</summary>
    /// <exception cref="BatchFileException">The file cannot be written.</exception>
    public async Task AppendAsync(RcJournalEntry entry, CancellationToken stop)
    {
        using FileStream file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, stop).ConfigureAwait(false);
        Append(file, entry);
    }

    /// <summary>Appends an entry, unless what is there speaks against it; no other process writes in between.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="objection">Gets what is there, the oldest first, and says what speaks against it.</param>
    /// <param name="stop">The user's stop.</param>
    /// <returns>What speaks against it; <see langword="null"/> when the entry was written.</returns>
    /// <exception cref="BatchFileException">The file cannot be read or written.</exception>
    public async Task<RocketComsException?> TryAppendAsync(
        RcJournalEntry entry, Func<IReadOnlyList<RcJournalEntry>, RocketComsException?> objection, CancellationToken stop)
    {
        using FileStream file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, stop).ConfigureAwait(false);
        if (objection(Entries(file)) is { } exception)
        {
            return exception;
        }

        Append(file, entry);
        return null;
    }

    // What was read before is not read again, for each of many writes asks: lines are only appended, and a journal that was shortened begins otherwise.
    private List<RcJournalEntry> Entries(FileStream file)
    {
        byte[] beginning = Beginning(file);
        if (file.Length < _readTo || !beginning.AsSpan().StartsWith(_beginning))
        {
            _entries.Clear();
            _unread.Clear();
            _readTo = _lines = 0;
        }

        file.Position = _readTo;
        using StreamReader reader = new(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 16 * 1024, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            _lines++;
            if (JournalLine.Read(line) is { } entry)
            {
                _entries.Add(entry);
            }
            else if (line.Trim().Length > 0 && !JournalLine.IsCutOff(line))
            {
                _unread.Add(_lines);
            }
        }

        _readTo = file.Length;
        _beginning = beginning;
        return _entries;
    }

    private void Append(FileStream file, RcJournalEntry entry)
    {
        try
        {
            JournalTrim.Run(file, entry.Time);
            byte[] line = JournalLine.Of(entry);
            if (file.Length > 0)
            {
                file.Seek(-1, SeekOrigin.End);
                line = file.ReadByte() == '\n' ? line : [(byte)'\n', .. line];
            }

            // In one piece, so that a process that is killed leaves a whole line or the beginning of one.
            file.Write(line, 0, line.Length);
            Keep(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unusable(exception);
        }
    }

    // As UTF-16, which editors and redirections of Windows make of it, every line would be none; and what is appended would be none in it.
    private static void RequireUtf8(FileStream file)
    {
        byte[] beginning = Beginning(file);
        if (Array.IndexOf(beginning, (byte)0) >= 0 || beginning is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            file.Dispose();
            throw new NotSupportedException("It is not in UTF-8.");
        }
    }

    private static byte[] Beginning(FileStream file)
    {
        byte[] beginning = new byte[BeginningBytes];
        file.Position = 0;
        Array.Resize(ref beginning, BatchSource.Fill(file, beginning, 0, BeginningBytes));
        file.Position = 0;
        return beginning;
    }

    /// <summary>Sees to it that what was written is still there when the machine loses its power.</summary>
    internal static void Keep(FileStream file) => file.Flush(flushToDisk: true);

    // Only one process at a time has it open: .NET locks what is shared with nobody, on Linux and macOS too.
    private async Task<FileStream> OpenAsync(FileMode mode, FileAccess access, CancellationToken stop)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                if (mode == FileMode.OpenOrCreate)
                {
                    Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
                }

                // Before it is opened: a pipe keeps whoever opens it waiting.
                if (FileIdentity.Of(Path) is { IsRegular: false })
                {
                    throw new NotSupportedException("It is a pipe or a device.");
                }

                FileStream file = Open(Path, mode, access);
                if (mode == FileMode.OpenOrCreate)
                {
                    JournalTrim.Restore(file);
                }

                RequireUtf8(file);
                return file;
            }
            catch (IOException) when (attempt < Attempts && File.Exists(Path))
            {
                await Task.Delay(s_pause, stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw Unusable(exception);
            }
        }
    }

    /// <summary>Opens a file that nobody else has open, and that only its owner may read.</summary>
    internal static FileStream Open(string path, FileMode mode, FileAccess access)
    {
#if NET8_0_OR_GREATER
        FileStreamOptions options = new() { Mode = mode, Access = access, Share = FileShare.None };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            // What was sent, to how many and for how much is nobody else's business.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#else
        return new FileStream(path, mode, access, FileShare.None);
#endif
    }

    private BatchFileException Unusable(Exception cause) => new(
        Path,
        $"The journal '{Path}' cannot be used: {cause.Message.TrimEnd('.')}.",
        "Give the path of another file in the environment variable ROCKETCOMS_JOURNAL, or 'off' for no journal.",
        cause);
}
