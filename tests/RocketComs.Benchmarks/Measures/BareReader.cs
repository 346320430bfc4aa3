using CsvHelper;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>
/// A bare reading of a batch file with CsvHelper: every record, both fields as spans, their lengths summed up, nothing checked, no lines
/// counted. What a check costs more than this is its own.
/// </summary>
internal sealed class BareReader
{
    // What the product's own file source opens files with.
    private const int FileBufferSize = 128 * 1024;
    private const FileOptions SourceOptions = FileOptions.Asynchronous | FileOptions.SequentialScan;

    private readonly Func<string, CsvReader> _open;

    private BareReader(string name, Func<string, CsvReader> open)
    {
        Name = name;
        _open = open;
    }

    private static BareReader[] All { get; } =
    [
        new("FromFile", static path => CsvReader.FromFile(path, Options(), FileOptions.SequentialScan)),
        new("FromFile, 256 KB", static path => CsvReader.FromFile(path, Options() with { BufferSize = 256 * 1024 }, FileOptions.SequentialScan)),
        new("FromFile, 1 MB", static path => CsvReader.FromFile(path, Options() with { BufferSize = 1024 * 1024 }, FileOptions.SequentialScan)),
        new("the product's stream", static path => CsvReader.Create(OpenAsSource(path), Options(), leaveOpen: false)),
        new("the product's stream, 256 KB", static path => CsvReader.Create(OpenAsSource(path), Options() with { BufferSize = 256 * 1024 }, leaveOpen: false)),
        new("the product's stream, 1 MB", static path => CsvReader.Create(OpenAsSource(path), Options() with { BufferSize = 1024 * 1024 }, leaveOpen: false)),
    ];

    private string Name { get; }

    /// <summary>Every way as a work to be timed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The records that it has.</param>
    public static Action[] Works(string path, long rows) => [.. All.Select(reader => (Action)(() => reader.Require(path, rows)))];

    /// <summary>The fastest way: what the product is held against.</summary>
    /// <param name="timings">The times of <see cref="Works"/>.</param>
    public static (string Name, Timings Times) Fastest(ReadOnlySpan<Timings> timings) =>
        All.Select(reader => reader.Name).Zip(timings.ToArray()).MinBy(one => one.Second.Best);

    private void Require(string path, long rows)
    {
        (long records, long bytes) = Read(path);
        if (records != rows || bytes < rows)
        {
            throw new MeasureException($"The bare reading of {rows} rows gave {records} records.");
        }
    }

    // The records, and the bytes of their first two fields together.
    private (long Records, long Bytes) Read(string path)
    {
        using CsvReader reader = _open(path);
        long records = 0;
        long bytes = 0;
        while (reader.Read())
        {
            bytes += reader.GetSpan(0).Length + (reader.FieldCount > 1 ? reader.GetSpan(1).Length : 0);
            records++;
        }

        return (records, bytes);
    }

    private static CsvReaderOptions Options() => new() { HasHeader = false, Separator = ',' };

    private static FileStream OpenAsSource(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileBufferSize, SourceOptions);
}
