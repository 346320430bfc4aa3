using RocketComs.Benchmarks.Comparison;
using RocketComs.Core.Segments;

namespace RocketComs.Benchmarks.Measures;

/// <summary>A text over one of a tenth of its length: what grows with the square of the length would show here.</summary>
internal sealed class LongTextMeasure : IMeasure
{
    private const int LongLength = 39_015;
    private const int ShortLength = 3_901;
    private const double MostOverShort = 12;

    // A pass takes a millisecond or two, so that some passes are not disturbed on a busy machine either. The short text is counted
    // so much oftener that both passes go through as many characters.
    private const int Counts = 20;
    private const int Measurements = 4;
    private const int ShortOverLong = 10;
    private const int RoundsOfOne = 9;

    private static readonly (string Name, string Pattern)[] s_kinds =
    [
        ("plain GSM-7", "Doors open at nine. "),
        ("extension characters", "a]€[b"),
        ("surrogate pairs", "abc🎉"),
        ("URLs", "See https://www.example.com/a(b)?c=[d]. "),
    ];

    private static readonly MeasureOptions s_everything = new() { ShortLink = true, Transliterate = true, PricePerSegment = 0.0079m };

    /// <inheritdoc/>
    public string Name => "length";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        Workplace.Say("texts of 39,015 and of 3,901 characters");
        AddWorst("counted", static text => SegmentCounter.Count(text).Segments, Counts, place, report);
        AddWorst("measured", static text => SmsMeasurer.Measure(text, new MeasureOptions()).SegmentCount, Measurements, place, report);
        AddWorst("measured, all options", static text => SmsMeasurer.Measure(text, s_everything).SegmentCount, Measurements, place, report);
    }

    private static void AddWorst(string how, Func<string, int> work, int repeats, Workplace place, Report report)
    {
        List<Action> works = [];
        foreach ((_, string pattern) in s_kinds)
        {
            string longText = Fill(pattern, LongLength);
            string shortText = Fill(pattern, ShortLength);
            works.Add(() => Repeat(work, longText, repeats));
            works.Add(() => Repeat(work, shortText, repeats * ShortOverLong));
        }

        Timings[] timings = Interleaved.Run(place.Rounds * RoundsOfOne, place.CancellationToken, [.. works]);
        Figure target = new($"39,015 / 3,901 characters, {how}", Unit.Times, MostOverShort);
        (string kind, Figure figure) = s_kinds
            .Select((kind, i) => (kind.Name, Figure: target.Of(timings[2 * i], timings[(2 * i) + 1], ShortOverLong)))
            .MaxBy(one => one.Figure.Best);
        report.Add(figure);
        report.Add($"Worst of {s_kinds.Length} kinds of long texts, {how}: {kind}.");
    }

    private static string Fill(string pattern, int length) =>
        string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];

    private static void Repeat(Func<string, int> work, string text, int repeats)
    {
        long segments = 0;
        for (int i = 0; i < repeats; i++)
        {
            segments += work(text);
        }

        if (segments < repeats)
        {
            throw new MeasureException($"A text of {text.Length} characters was counted as {segments} segments in {repeats} counts.");
        }
    }
}
