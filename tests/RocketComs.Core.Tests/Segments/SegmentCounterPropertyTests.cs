using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>The fast counter against the slow one, on 100,000 texts with each reference.</summary>
public class SegmentCounterPropertyTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData(RcSmsConcatenation.Reference8Bit)]
    [InlineData(RcSmsConcatenation.Reference16Bit)]
    public void Count_and_segments_of_any_text_agree_with_the_slow_reference(RcSmsConcatenation concatenation) => GeneratedText.ForAll(Many, text =>
    {
        ReferenceCounter reference = ReferenceCounter.Count(text, concatenation);
        RcSmsEncoding encoding = reference.IsGsm7 ? RcSmsEncoding.Gsm7 : RcSmsEncoding.Ucs2;
        int remaining = reference.Size - (reference.Parts.Count == 0 ? 0 : reference.Parts[^1].Cost);

        SegmentCount count = SegmentCounter.Count(text, concatenation);
        Assert.Equal((encoding, reference.Units, reference.Parts.Count), (count.Encoding, count.Units, count.Segments));
        Assert.Equal((reference.Size, remaining), (count.Capacity, count.Remaining));

        RcSmsMeasurement measured = SmsMeasurer.Measure(text, new MeasureOptions { Literal = true, Concatenation = concatenation });
        Assert.Equal((encoding, reference.Units, reference.Parts.Count), (measured.Encoding, measured.Units, measured.SegmentCount));
        Assert.Equal((reference.Size, remaining), (measured.SegmentCapacity, measured.UnitsRemaining));
        Assert.True(reference.Parts.SequenceEqual(measured.Segments.Select(segment => (segment.Text, segment.Units))), "The segments differ from the reference's.");
    });

    [Fact]
    public void Encoding_is_gsm7_exactly_when_every_character_is_in_the_tables() => GeneratedText.ForAll(Many, text => Assert.Equal(
        text.All(character => ReferenceCounter.Basic.Contains(character) || ReferenceCounter.Extension.Contains(character)),
        SegmentCounter.Count(text).Encoding == RcSmsEncoding.Gsm7));
}
