using BenchmarkDotNet.Attributes;
using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Csv;

namespace RocketComs.Benchmarks.Parts;

/// <summary>The gathering of piped rows as the bytes that are checked and uploaded. The figures are those of one row.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private const int Rows = 1000;

    private readonly RcBatchRow[] _rows = [.. BatchCsvReader.Read(MemorySource.Generate(FileKind.Clean, Rows)).Select(row => row.Row)];

    /// <summary>Adds the rows to an empty source.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Add()
    {
        using RowsSource source = new();
        foreach (RcBatchRow row in _rows)
        {
            source.Add(row.Number, row.Message);
        }

        return source.Count;
    }
}
