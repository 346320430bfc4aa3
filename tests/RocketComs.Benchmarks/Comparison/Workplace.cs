using System.Globalization;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Where a comparison works: a folder of its own for the generated files, removed at the end.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _folder;
    private string? _cleanFile;
    private string? _worstFile;

    /// <summary>Initializes the folder.</summary>
    /// <param name="rows">The rows of the files.</param>
    /// <param name="rounds">The repetitions of each measurement.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Workplace(long rows, int rounds, CancellationToken cancellationToken)
    {
        Rows = rows;
        Rounds = rounds;
        CancellationToken = cancellationToken;
        _folder = Directory.CreateTempSubdirectory("RocketComs.Benchmarks-").FullName;
    }

    /// <summary>Gets the rows of the files.</summary>
    public long Rows { get; }

    /// <summary>Gets the repetitions of each measurement.</summary>
    public int Rounds { get; }

    /// <summary>Gets what stops the work.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Gets the file without mistakes, generated when it is first asked for.</summary>
    public string CleanFile => _cleanFile ??= Generate(FileKind.Clean, Rows);

    /// <summary>Gets the file with a mistake in every row, generated when it is first asked for.</summary>
    public string WorstFile => _worstFile ??= Generate(FileKind.Worst, Rows);

    /// <summary>Says on the error stream what is being done: the output stream is for the tables.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Generates a file in the folder.</summary>
    public string Generate(FileKind kind, long rows)
    {
        Say(string.Create(CultureInfo.InvariantCulture, $"generating a file of {rows:N0} rows: {kind}"));
        string path = PathOf(string.Create(CultureInfo.InvariantCulture, $"{kind}-{rows}.csv"));
        BatchFileGenerator.WriteFile(path, kind, rows, BatchFileGenerator.DefaultSeed, CancellationToken);
        return path;
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
