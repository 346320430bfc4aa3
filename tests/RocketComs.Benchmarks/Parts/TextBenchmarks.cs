using BenchmarkDotNet.Attributes;
using RocketComs.Core.Segments;

namespace RocketComs.Benchmarks.Parts;

/// <summary>What is looked for in one text: URLs and line breaks.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private string _text = string.Empty;

    /// <summary>Gets or sets the text.</summary>
    [Params(SampleText.OneSegment, SampleText.WithUrl, SampleText.WithLineBreaks)]
    public SampleText Text { get; set; }

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void SetUp() => _text = SampleTexts.Get(Text);

    /// <summary>The cheap look for a URL.</summary>
    [Benchmark]
    public bool MayHoldUrl() => UrlFinder.MayHoldUrl(_text);

    /// <summary>Puts short links in the place of URLs.</summary>
    [Benchmark]
    public string ShortenUrls() => UrlFinder.Shorten(_text, MeasureOptions.DefaultShortLinkLength);

    /// <summary>Makes <c>\n</c> line feeds.</summary>
    [Benchmark]
    public string Unescape() => LineBreakEscape.Unescape(_text);

    /// <summary>Makes line breaks <c>\n</c>.</summary>
    [Benchmark]
    public string Escape() => LineBreakEscape.Escape(_text);
}
