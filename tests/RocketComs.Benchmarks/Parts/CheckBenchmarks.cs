using BenchmarkDotNet.Attributes;
using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Rules;

namespace RocketComs.Benchmarks.Parts;

/// <summary>Checks with all rules, in memory. One row shows what a check costs before the first row.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private static readonly CheckOptions s_options = new();

    private MemorySource _clean = new([]);
    private MemorySource _worst = new([]);

    /// <summary>Gets or sets the rows.</summary>
    [Params(1, 1000)]
    public int Rows { get; set; }

    /// <summary>Makes the files.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _clean = MemorySource.Generate(FileKind.Clean, Rows);
        _worst = MemorySource.Generate(FileKind.Worst, Rows);
    }

    /// <summary>Checks rows without mistakes.</summary>
    [Benchmark(Baseline = true)]
    public long Clean() => BatchCsvChecker.Check(_clean, s_options, CancellationToken.None).RowCount;

    /// <summary>Checks rows that each have a mistake.</summary>
    [Benchmark]
    public long Worst() => BatchCsvChecker.Check(_worst, s_options, CancellationToken.None).RowCount;
}
