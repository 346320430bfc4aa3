using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;
using RocketComs.Core.Segments;

namespace RocketComs.Benchmarks.Measures;

/// <summary>Segment counting alone, on one core.</summary>
internal sealed class SegmentMeasure : IMeasure
{
    private const int TextCount = 100_000;
    private const double LeastTexts = 5e6;
    private const int RoundsOfOne = 3;

    // Each way to count gets the same texts. A way that takes them as UTF-8 is one more line here, with the bytes made in SegmentWork.
    private static readonly (string Name, Func<string[], SegmentWork> Prepare)[] s_ways =
    [
        ("UTF-16", static texts => new SegmentWork(texts, () => CountUtf16(texts))),
    ];

    /// <inheritdoc/>
    public string Name => "segments";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        Workplace.Say("segment counting alone");
        (TextKind Kind, string Title)[] kinds = [(TextKind.Mixed, "texts as in the file"), (TextKind.Gsm7, "all GSM-7"), (TextKind.Ucs2, "all UCS-2")];
        List<(string Title, SegmentWork Work)> works = [];
        foreach ((TextKind kind, string title) in kinds)
        {
            string[] texts = new CountedTexts(BatchFileGenerator.DefaultSeed).Make(TextCount, kind);
            works.AddRange(s_ways.Select(way => ($"{way.Name}, {title}", way.Prepare(texts))));
        }

        // A pass takes milliseconds, so it can be repeated more often than a check.
        Timings[] timings = Interleaved.Run(place.Rounds * RoundsOfOne, place.CancellationToken, [.. works.Select(work => (Action)work.Work.Run)]);
        for (int i = 0; i < works.Count; i++)
        {
            report.Add(new Figure($"segments counted, {works[i].Title}", Unit.TextsPerSecond, LeastTexts, AtLeast: true)
            {
                Best = TextCount / timings[i].Best.TotalSeconds,
                Median = TextCount / timings[i].Median.TotalSeconds,
                Processor = TextCount / timings[i].Processor.TotalSeconds,
                CoresGot = timings[i].CoresGot,
            });
            report.Add(new WorkTime($"segments, {works[i].Title}", timings[i], TextCount, works[i].Work.Bytes));
        }
    }

    private static long CountUtf16(string[] texts)
    {
        long segments = 0;
        foreach (string text in texts)
        {
            segments += SegmentCounter.Count(text).Segments;
        }

        return segments;
    }
}
