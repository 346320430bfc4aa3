using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>Update-RcBatch that uploads a file, over a bare HttpClient that streams it to the same listener; the memory for it; and many small reads.</summary>
internal sealed class UploadMeasure : IMeasure
{
    private static readonly Figure s_speed = new("speed of Update-RcBatch / bare HttpClient, upload of 1 GB", Unit.Times, 0.8, AtLeast: true);
    private static readonly Figure s_memory = new("memory over idle, upload of 1 GB", Unit.Megabytes, 60e6);
    private static readonly Figure s_sockets = new("sockets open at a time, 1,000 reads", Unit.Pieces, 1);

    private const string Script = "upload.ps1";
    private const long FileLength = 1_000_000_000;
    private const int SmallLength = 1_000_000;
    private const int Reads = 1000;

    // A round takes seconds.
    private const int MostRounds = 5;

    /// <inheritdoc/>
    public string Name => "upload";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        if (!BuiltModule.TryFind(report, out string manifest, s_speed, s_memory, s_sockets))
        {
            return;
        }

        string small = WriteFile(place, "small.csv", SmallLength);
        string file = WriteFile(place, "upload.csv", FileLength);
        Workplace.Say("Update-RcBatch and HttpClient that upload, in pwsh");
        using DiscardListener uploads = new();
        using DiscardListener reads = new();
        string[] arguments =
        [
            "-Module", manifest, "-UploadUri", uploads.Address, "-ReadUri", reads.Address, "-SmallFile", small, "-File", file,
            "-Rounds", Invariant(Math.Min(place.Rounds, MostRounds)), "-Reads", Invariant(Reads),
        ];
        string[] lines = ChildProcess.RunScript(Script, arguments, place.CancellationToken);
        File.Delete(file);
        Add(lines, reads.Seen, report);
    }

    private static void Add(string[] lines, (int Requests, int Connections, int MostOpen) seen, Report report)
    {
        const string Memory = "memory\t";
        Dictionary<string, Timings> times = NamedTimes.Read(lines.Where(line => !line.StartsWith(Memory, StringComparison.Ordinal)));
        (Timings bare, Timings command) = (times["bare"], times["command"]);
        report.Add(s_speed.Of(bare, command));
        if (lines.FirstOrDefault(line => line.StartsWith(Memory, StringComparison.Ordinal)) is { } memory)
        {
            long[] bytes = [.. memory.Split('\t').Skip(1).Select(cell => long.Parse(cell, CultureInfo.InvariantCulture))];
            report.Add(s_memory with { Best = bytes[1] - bytes[0], Median = bytes[1] - bytes[0] });
        }

        if (seen.Requests != Reads)
        {
            throw new MeasureException($"{seen.Requests} reads arrived, of {Reads}.");
        }

        report.Add(s_sockets with { Best = seen.MostOpen, Median = seen.MostOpen });
        report.Add(new WorkTime("bare HttpClient, upload", bare, 1, FileLength));
        report.Add(new WorkTime("Update-RcBatch, upload", command, 1, FileLength));
        report.Add(string.Create(CultureInfo.InvariantCulture, $"{Reads:N0} reads with Get-RcBatch took {times["reads"].Best.TotalMilliseconds:N0} ms over {seen.Connections} connection(s)."));
    }

    // What stands in it is nobody's business: it is neither checked nor read.
    private static string WriteFile(Workplace place, string name, long length)
    {
        string path = place.PathOf(name);
        byte[] rows = [.. Enumerable.Repeat("2125550123,Doors open at nine\n"u8.ToArray(), 30_000).SelectMany(row => row)];
        using FileStream file = File.Create(path);
        while (file.Length < length)
        {
            place.CancellationToken.ThrowIfCancellationRequested();
            file.Write(rows, 0, (int)Math.Min(rows.Length, length - file.Position));
        }

        return path;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
