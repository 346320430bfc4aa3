using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Splitting;
using RocketComs.Core.Tests.Csv;

namespace RocketComs.Core.Tests.Splitting;

/// <summary>A folder with a file to split, and short ways to split it and to look at what came of it.</summary>
internal sealed class SplitFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SplitFolder(string text, string name = "in.csv")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public SplitFolder(byte[] bytes, string name = "in.csv")
    {
        Input = _folder.Write(name, bytes);
        Options = new BatchSplitOptions { Destination = _folder.File("parts") };
    }

    public string Input { get; }

    public BatchSplitOptions Options { get; set; }

    /// <summary>Gets the names of all files and folders in the destination; null when there is none.</summary>
    public string[]? Names => Directory.Exists(Options.Destination)
        ? [.. Directory.GetFileSystemEntries(Options.Destination).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]
        : null;

    /// <summary>Gets the plan, cell by cell, without its first row.</summary>
    public string[][] Plan => [.. StrictCsv.Read(File.ReadAllText(PathOf("plan.csv"))).Skip(1).Select(row => row!)];

    public string PathOf(string name) => Path.Combine(Options.Destination, name);

    public string Beside(string name) => _folder.File(name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public string Write(string name, string text) => _folder.Write(name, text);

    public SplitResult Split() => SplitUntil(CancellationToken.None);

    public SplitResult SplitUntil(CancellationToken stop) => BatchCsvSplitter.Split(new FileSource(Input), Options, stop);

    public RcBatchCsvReport Check(string path) => BatchCsvChecker.Check(
        new FileSource(path), new CheckOptions { DefaultRegion = Options.DefaultRegion, Measure = Options.Measure, MaxIssue = 20 }, CancellationToken.None);

    /// <summary>The parts, such as "in-001.csv 2 rows 3 segments".</summary>
    public static string[] Shown(SplitResult split) => [.. split.Parts.Select(part => $"{Path.GetFileName(part.Path)} {part.RowCount} {part.SegmentCount}")];

    public void Dispose() => _folder.Dispose();
}
