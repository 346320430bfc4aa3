using RocketComs.Core.Csv;

namespace RocketComs.Core.Splitting;

/// <summary>A part as it is written: beside its place until all parts are whole. Of a dry run only the counts.</summary>
/// <param name="path">The full path of its place.</param>
/// <param name="source">The full path of the file whose rows come into it.</param>
/// <param name="number">What it is called among the parts, from 0.</param>
/// <param name="mark">The byte order mark that it begins with.</param>
/// <param name="isDryRun">Whether nothing is written.</param>
internal sealed class PartFile(string path, string? source, int number, byte[] mark, bool isDryRun) : IDisposable
{
    private readonly ReplacingFile? _file = isDryRun ? null : new ReplacingFile(path, source);

    public string Path => path;

    public int Number => number;

    public long Rows { get; private set; }

    public long Segments { get; private set; }

    /// <summary>Counts a row.</summary>
    public void Count(int segments)
    {
        Rows++;
        Segments += segments;
    }

    /// <summary>Writes a row as it stands.</summary>
    public void Write(ReadOnlySpan<byte> row)
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            if (!_file.HasBegun)
            {
                _file.Stream.Write(mark, 0, mark.Length);
            }

            Write(_file.Stream, row);
        }
        catch (Exception exception) when (ReplacingFile.IsWriteFault(exception))
        {
            throw ReplacingFile.Refused(path, exception);
        }
    }

    /// <summary>Ends the writing.</summary>
    public void Close() => _file?.Close();

    /// <summary>What was written, where it stands until it is committed; <see langword="null"/> of a dry run.</summary>
    public FileSource? Written => _file is null ? null : new FileSource(_file.TemporaryPath);

    public void Commit(bool overwrite) => _file?.Commit(overwrite);

    public void Dispose() => _file?.Dispose();

#if NET8_0_OR_GREATER
    private static void Write(Stream stream, ReadOnlySpan<byte> row) => stream.Write(row);
#else
    private static void Write(Stream stream, ReadOnlySpan<byte> row) => stream.Write(row.ToArray(), 0, row.Length);
#endif
}
