using System.Linq;
using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
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
        string counted = Encoding.UTF8.GetString(bytes).Replace("\\n", "\n");
        SegmentCount count = new TextCounter(new MeasureOptions()).Count(bytes, ByteClassifier.Of(bytes));
        return count.Segments == ReferenceCounter.Parts(counted).Count
            && count.Encoding == RcSmsEncoding.Gsm7 == ReferenceCounter.IsGsm7(counted)
            && count.Units == ReferenceCounter.Characters(counted).Sum(character => character.Cost);
    });

    [Fact]
    public void Count_with_short_links_agrees_with_the_measurement() => GeneratedText.ForAll(Many / 10, text =>
    {
        string url = text.Length % 3 == 0 ? text : text.Insert(text.Length / 2, text.Length % 3 == 1 ? " WwW.example.com/a " : " http://x.example/?a=1");
        byte[] bytes = Encoding.UTF8.GetBytes(url);
        MeasureOptions options = new() { ShortLink = true, ShortLinkLength = 30 };
        SegmentCount count = new TextCounter(options).Count(bytes, ByteClassifier.Of(bytes));
        RcSmsMeasurement measured = SmsMeasurer.Measure(Encoding.UTF8.GetString(bytes), options);
        return (count.Segments, count.Units, count.Remaining) == (measured.SegmentCount, measured.Units, measured.UnitsRemaining);
    });
}
