using System.Text;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;
using RocketComs.Core.Tests.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>The count of a text as it stands in a file, which mostly needs no decoding, agrees with the slow and obvious one.</summary>
public class TextCounterPropertyTests
{
    private const int Many = 100_000;

    [Fact]
    public void Count_of_utf8_agrees_with_the_slow_reference() => GeneratedText.ForAll(Many, text =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        ReferenceCounter reference = ReferenceCounter.Count(Encoding.UTF8.GetString(bytes).Replace("\\n", "\n"));
        SegmentCount count = new TextCounter(new MeasureOptions()).Count(bytes, ByteClassifier.Of(bytes));
        Assert.Equal((reference.IsGsm7, reference.Units, reference.Parts.Count), (count.Encoding == RcSmsEncoding.Gsm7, count.Units, count.Segments));
    });

    [Fact]
    public void Count_with_short_links_agrees_with_the_measurement() => GeneratedText.ForAll(Many / 10, text =>
    {
        string url = text.Length % 3 == 0 ? text : text.Insert(text.Length / 2, text.Length % 3 == 1 ? " WwW.example.com/a " : " http://x.example/?a=1");
        byte[] bytes = Encoding.UTF8.GetBytes(url);
        MeasureOptions options = new() { ShortLink = true, ShortLinkLength = 30 };
        SegmentCount count = new TextCounter(options).Count(bytes, ByteClassifier.Of(bytes));
        RcSmsMeasurement measured = SmsMeasurer.Measure(Encoding.UTF8.GetString(bytes), options);
        Assert.Equal((measured.SegmentCount, measured.Units, measured.UnitsRemaining), (count.Segments, count.Units, count.Remaining));
    });
}
