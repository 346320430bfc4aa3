using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Csv;

namespace RocketComs.Benchmarks.Parts;

/// <summary>A batch file in memory, so that no disk is measured.</summary>
internal sealed class MemorySource : BatchSource
{
    private readonly byte[] _bytes;

    /// <summary>Initializes the source.</summary>
    /// <param name="bytes">The file.</param>
    public MemorySource(byte[] bytes) => _bytes = bytes;

    /// <inheritdoc/>
    public override string? Path => null;

    /// <inheritdoc/>
    public override string FileName => "rows.csv";

    /// <summary>A generated file.</summary>
    public static MemorySource Generate(FileKind kind, int rows)
    {
        using MemoryStream stream = new();
        BatchFileGenerator.Write(stream, kind, rows, BatchFileGenerator.DefaultSeed, CancellationToken.None);
        return new MemorySource(stream.ToArray());
    }

    /// <inheritdoc/>
    public override Stream Open() => new MemoryStream(_bytes, writable: false);
}
