using BenchmarkDotNet.Attributes;
using RocketComs.Core.Segments;

namespace RocketComs.Benchmarks.Parts;

/// <summary>The measurement of one text in full: its parts, its odd characters, its replacements.</summary>
[MemoryDiagnoser]
public class MeasuringBenchmarks
{
    private static readonly MeasureOptions s_plain = new();
    private static readonly MeasureOptions s_transliterated = new() { Transliterate = true };
    private static readonly MeasureOptions s_shortened = new() { ShortLink = true };

    private string _text = string.Empty;

    /// <summary>Gets or sets the text.</summary>
    [Params(SampleText.OneSegment, SampleText.LongUcs2, SampleText.Typographic, SampleText.WithUrl)]
    public SampleText Text { get; set; }

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void SetUp() => _text = SampleTexts.Get(Text);

    /// <summary>Measures it as it stands.</summary>
    [Benchmark(Baseline = true)]
    public RcSmsMeasurement Measure() => SmsMeasurer.Measure(_text, s_plain);

    /// <summary>Measures it with typographic characters replaced.</summary>
    [Benchmark]
    public RcSmsMeasurement Transliterate() => SmsMeasurer.Measure(_text, s_transliterated);

    /// <summary>Measures it with URLs as short links.</summary>
    [Benchmark]
    public RcSmsMeasurement ShortLink() => SmsMeasurer.Measure(_text, s_shortened);
}
