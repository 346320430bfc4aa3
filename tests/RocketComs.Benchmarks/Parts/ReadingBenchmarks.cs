using BenchmarkDotNet.Attributes;
using CsvHelper;
using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Csv;

namespace RocketComs.Benchmarks.Parts;

/// <summary>The reading of rows from memory, without checks. The figures are those of one row.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private const int Rows = 1000;

    private readonly MemorySource _file = MemorySource.Generate(FileKind.Clean, Rows);

    /// <summary>CsvHelper alone, fields as spans.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public long Bare()
    {
        using Stream stream = _file.Open();
        using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions { HasHeader = false, Separator = ',' }, leaveOpen: true);
        long bytes = 0;
        while (reader.Read())
        {
            bytes += reader.GetSpan(0).Length + reader.GetSpan(1).Length;
        }

        return bytes;
    }

    /// <summary>The rows of Import-RcBatchCsv, fields as strings.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long RowsAsObjects()
    {
        long rows = 0;
        foreach (ReadRow row in BatchCsvReader.Read(_file))
        {
            rows += row.Fault is null ? 1 : 0;
        }

        return rows;
    }
}
