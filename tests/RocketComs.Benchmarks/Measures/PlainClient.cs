using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The same requests as the commands make, in a few lines with HttpClient, System.Text.Json and CsvHelper, and none of their care.</summary>
internal static class PlainClient
{
    /// <summary>Does one of the works.</summary>
    /// <param name="work">Which: a path of a list, or <c>rows</c>.</param>
    /// <param name="platform">Where to.</param>
    /// <param name="count">How many rows or items there are.</param>
    /// <param name="file">The rows.</param>
    /// <returns>Time and processor time in milliseconds, memory before and at the peak, as <c>load.ps1</c> writes them.</returns>
    /// <exception cref="MeasureException">It saw another number.</exception>
    public static string Run(string work, Uri platform, long count, string file)
    {
        using HttpClient client = new() { BaseAddress = platform };
        GC.Collect();
        long idle = Environment.WorkingSet;
        using PeakMemory peak = new();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        long seen = (work == LoadMeasure.Rows ? SendRowsAsync(client, file) : ReadListAsync(client, work, count)).GetAwaiter().GetResult();
        (TimeSpan time, TimeSpan used) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        return seen == count
            ? string.Join('\t', ((double[])[time.TotalMilliseconds, used.TotalMilliseconds, idle, peak.Bytes]).Select(cell => cell.ToString("R", CultureInfo.InvariantCulture)))
            : throw new MeasureException($"The plain client saw {seen} of {count}.");
    }

    private static async Task<long> ReadListAsync(HttpClient client, string path, long count)
    {
        long seen = 0;
        for (int page = 0; seen < count; page++)
        {
            using Stream stream = await client.GetStreamAsync(new Uri(FormattableString.Invariant($"{path}?page={page}&pageSize={LoadMeasure.PageSize}"), UriKind.Relative));
            seen += (await JsonSerializer.DeserializeAsync<Page>(stream, JsonSerializerOptions.Web))!.Content.Length;
        }

        return seen;
    }

    private static async Task<long> SendRowsAsync(HttpClient client, string file)
    {
        long rows = 0;
        using MemoryStream body = new();
        using (CsvWriter writer = CsvWriter.Create(body, new CsvWriterOptions { HasHeader = false, NewLine = "\n" }, leaveOpen: true))
        using (CsvReader reader = CsvReader.Create(File.OpenRead(file), new CsvReaderOptions { HasHeader = false, Separator = ',' }, leaveOpen: false))
        {
            while (reader.Read())
            {
                writer.WriteField(Encoding.UTF8.GetString(reader.GetSpan(0)));
                writer.WriteField(Encoding.UTF8.GetString(reader.GetSpan(1)));
                writer.EndRecord();
                rows++;
            }
        }

        body.Position = 0;
        using StreamContent content = new(body);
        using HttpResponseMessage answer = await client.PatchAsync(new Uri("v1/batches/" + DiscardListener.BatchId, UriKind.Relative), content);
        return rows;
    }

    private sealed record Page(Item[] Content);

    private sealed record Item(string Id, string? CampaignId, string? ExternalId, string? Status, string? DestinationNumber, string? MessageText, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt);
}
