using System.Text;
using BenchmarkDotNet.Attributes;
using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Rules;

namespace RocketComs.Benchmarks.Parts;

/// <summary>What the number of a row costs, by its spelling: checks of rows whose text is one word.</summary>
[MemoryDiagnoser]
public class NumberBenchmarks
{
    private const int Rows = 1000;

    private static readonly CheckOptions s_options = new();

    private MemorySource _file = new([]);

    /// <summary>Gets or sets how the numbers are written; 0 stands for the number.</summary>
    [Params("0", "+10", " 0 ", "Tel 0")]
    public string Spelling { get; set; } = string.Empty;

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        RecipientNumbers numbers = new(BatchFileGenerator.DefaultSeed);
        StringBuilder text = new();
        for (int row = 0; row < Rows; row++)
        {
            string number = numbers.At(row).ToString("D10", System.Globalization.CultureInfo.InvariantCulture);
            int place = Spelling.LastIndexOf('0');
            text.Append(Spelling, 0, place).Append(number).Append(Spelling, place + 1, Spelling.Length - place - 1).Append(",Hello\n");
        }

        _file = new MemorySource(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Checks the rows; the figures are those of one.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Check() => BatchCsvChecker.Check(_file, s_options, CancellationToken.None).RowCount;
}
