using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>Long lists and a long pipeline, each in a PowerShell of its own, beside a tenth of it and beside a plain client: what grows faster than its input shows here.</summary>
internal sealed partial class LoadMeasure : IMeasure
{
    /// <summary>The items on a page, as the module asks for.</summary>
    public const int PageSize = 100;

    /// <summary>The work that is no list: rows of a file piped into an update.</summary>
    public const string Rows = "rows";

    private const string Script = "load.ps1";
    private const string Messages = "v1/batches/" + DiscardListener.BatchId + "/report";
    private const string Batches = "v1/batches";
    private const int Tenth = 10;

    private static readonly (string Work, string Name, int Share)[] s_works =
    [
        (Messages, "Get-RcBatchMessage", 1), (Batches, "Get-RcBatch", Tenth), (Rows, "Import-Csv | Update-RcBatch", 1),
    ];

    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        Figure[] figures = [.. s_works.Select(work => new Figure(work.Name + " / ten times a tenth of it", Unit.Times, 1.2))];
        if (!BuiltModule.TryFind(report, out string manifest, figures))
        {
            return;
        }

        foreach (((string work, string name, int share), Figure figure) in s_works.Zip(figures))
        {
            long count = Math.Max(Tenth, place.Rows / share);
            Timings whole = Measure(place, report, manifest, work, name, count);
            report.Add(figure.Of(whole, Measure(place, report, manifest, work, name, count / Tenth), 1.0 / Tenth));
        }
    }

    [GeneratedRegex("[?&]page=([0-9]+)")]
    private static partial Regex PageOfRequest();

    private static Timings Measure(Workplace place, Report report, string manifest, string work, string name, long count)
    {
        string title = string.Create(CultureInfo.InvariantCulture, $"{name}, {count:N0}");
        Workplace.Say(title);
        string file = work == Rows ? place.Generate(FileKind.Clean, count) : "none";
        using DiscardListener platform = new(line => Page(line, count));
        string number = count.ToString(CultureInfo.InvariantCulture);
        Timings plain = Add(report, "plain client, " + title, count, ChildProcess.RunSelf([Child.PlainClient, work, platform.Address, number, file], place.CancellationToken));
        Timings command = Add(
            report, title, count, ChildProcess.RunScript(Script, ["-Module", manifest, "-Uri", platform.Address, "-Id", DiscardListener.BatchId, "-Work", work, "-Count", number, "-File", file], place.CancellationToken));
        report.Add(string.Create(CultureInfo.InvariantCulture, $"{title}: {command.Best / plain.Best:F1} times the time of the plain client."));
        return command;
    }

    // Cells: time, processor time, memory before and at the peak.
    private static Timings Add(Report report, string title, long count, string[] lines)
    {
        double[] cells = lines.Length == 1 ? [.. lines[0].Split('\t').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))] : throw new MeasureException("A child process did not write one line.");
        Timings timings = new();
        timings.Add(TimeSpan.FromMilliseconds(cells[0]), TimeSpan.FromMilliseconds(cells[1]));
        report.Add(new WorkTime(title, timings, count, 0));
        report.Add(string.Create(CultureInfo.InvariantCulture, $"Working set before and at its peak, {title}: {cells[2] / 1e6:F0} MB, {cells[3] / 1e6:F0} MB."));
        return timings;
    }

    private static string? Page(string line, long count)
    {
        if (PageOfRequest().Match(line) is not { Success: true } match)
        {
            return null;
        }

        long first = long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * PageSize;
        long end = Math.Min(count, first + PageSize);
        StringBuilder page = new("{\"content\":[", PageSize * 256);
        for (long item = first; item < end; item++)
        {
            page.Append(CultureInfo.InvariantCulture, $"{(item > first ? "," : string.Empty)}{{\"id\":\"32df8770-1b1f-4b0c-9d5c-{item:x12}\",\"campaignId\":\"5e9d0c8a-52fd-4a52-a5b5-7f5d2c5d8a10\",\"externalId\":\"sale-{item}\"");
            page.Append(CultureInfo.InvariantCulture, $",\"status\":\"COMPLETED\",\"destinationNumber\":\"{12_025_550_000 + item}\",\"messageText\":\"Doors open at nine\",\"createdAt\":\"2027-01-15T09:00:00Z\",\"updatedAt\":\"2027-01-15T09:00:05Z\"}}");
        }

        return page.Append(CultureInfo.InvariantCulture, $"],\"page\":{first / PageSize},\"total\":{count},\"pageSize\":{PageSize}}}").ToString();
    }
}
