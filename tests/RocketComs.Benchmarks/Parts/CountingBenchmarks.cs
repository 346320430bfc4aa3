using BenchmarkDotNet.Attributes;
using RocketComs.Core.Segments;

namespace RocketComs.Benchmarks.Parts;

/// <summary>Segment counting of one text.</summary>
[MemoryDiagnoser]
public class CountingBenchmarks
{
    private string _text = string.Empty;

    /// <summary>Gets or sets the text.</summary>
    [Params(SampleText.OneSegment, SampleText.LongGsm7, SampleText.LongExtended, SampleText.LongUcs2)]
    public SampleText Text { get; set; }

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void SetUp() => _text = SampleTexts.Get(Text);

    /// <summary>Counts it.</summary>
    [Benchmark]
    public int Count() => SegmentCounter.Count(_text).Segments;
}
