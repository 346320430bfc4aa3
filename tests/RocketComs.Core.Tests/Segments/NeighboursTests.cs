using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>Transliteration never changes what a text says, and what is reported is what is counted.</summary>
public sealed class NeighboursTests
{
    [Theory]
    [InlineData("½5", "½5")]
    [InlineData("11½2", "11½2")]
    [InlineData("½５", "½5")]
    [InlineData("½\u200B5", "½5")]
    [InlineData("½\uFE0F5", "½\uFE0F5")]
    [InlineData("½\u00AD\u20605", "½5")]
    [InlineData("½/3", "½/3")]
    [InlineData("1/½", "1/½")]
    [InlineData("1.½", "1.½")]
    [InlineData("½¼", "1/2 1/4")]
    [InlineData("½①", "½①")]
    [InlineData("1½", "1 1/2")]
    [InlineData("１½", "1 1/2")]
    [InlineData("1\u200B½", "1 1/2")]
    [InlineData("A½", "A 1/2")]
    [InlineData("½ price", "1/2 price")]
    [InlineData("½kg", "1/2kg")]
    [InlineData("5²", "5²")]
    [InlineData("10²0", "10²0")]
    [InlineData("C:＼new", "C:＼new")]
    [InlineData("C:＼ｎew", "C:＼new")]
    [InlineData("C:＼\u200Bnew", "C:＼new")]
    [InlineData("C:\\\u200Bnew", "C:\\\u200Bnew")]
    [InlineData("C:\\\u200B\u200Bnew", "C:\\\u200Bnew")]
    [InlineData("C:\\ｎew", "C:\\ｎew")]
    [InlineData("C:＼data", "C:\\data")]
    [InlineData("1·5", "1·5")]
    [InlineData("1․5", "1․5")]
    [InlineData("10÷12", "10÷12")]
    [InlineData("10 ÷ 12", "10 / 12")]
    [InlineData("1⁄2", "1/2")]
    [InlineData("10•20", "10•20")]
    [InlineData("5￼10", "5￼10")]
    [InlineData("3×4", "3x4")]
    [InlineData("a×b", "a×b")]
    [InlineData("50¢", "50c")]
    [InlineData("5¢5", "5¢5")]
    [InlineData("a¢", "a¢")]
    [InlineData("Acme™", "AcmeTM")]
    [InlineData("Acme™5", "Acme™5")]
    [InlineData("№5", "No.5")]
    [InlineData("5№6", "5№6")]
    [InlineData("x←5", "x←5")]
    [InlineData("5→3", "5->3")]
    public void Replacement_joins_with_no_neighbour(string text, string expected)
    {
        RcSmsMeasurement measured = SmsMeasurer.Measure(text + "’", new MeasureOptions { Transliterate = true });
        Assert.Equal(expected + "'", measured.Message);
        Assert.DoesNotContain('\n', measured.Message);

        // What is reported is what is counted, and what would be counted when it is sent.
        SegmentCount sent = SegmentCounter.Count(LineBreakEscape.Unescape(measured.Message).AsSpan());
        Assert.Equal((sent.Units, sent.Segments, sent.Encoding), (measured.Units, measured.SegmentCount, measured.Encoding));
        Assert.Equal(measured.Message, SmsMeasurer.Measure(measured.Message, new MeasureOptions { Transliterate = true }).Message);
    }

    [Fact]
    public void Two_fractions_are_two_fractions() =>
        Assert.Equal("1/2 1/4", SmsMeasurer.Measure("½ ¼", new MeasureOptions { Transliterate = true }).Message);

    // Two lone surrogates, by their codes: the metadata of an attribute is UTF-8 and cannot hold one.
    [Theory]
    [InlineData(0xD83D, 0xDE00, null)]
    [InlineData(0xD83D, 'x', "")]
    [InlineData('x', 0xDE00, "")]
    public void What_vanishes_joins_no_lone_surrogates(int before, int after, string? expected)
    {
        Assert.Equal(expected, Neighbours.Fit('\u200B', (char)before, (char)after, (char)after));
        Assert.Equal(expected, Neighbours.Fit([(char)before, '\u200B', (char)after], 1, (char)before));
    }

    [Theory]
    [InlineData("\u00BD\u200B5", null)]
    [InlineData("\u00BD\uFE0F5", null)]
    [InlineData("\u00BD\u200B", "1/2")]
    [InlineData("\u00BD a", "1/2")]
    [InlineData("\u200B", "")]
    public void Replacement_fits_what_stays_after_it(string text, string? expected) => Assert.Equal(expected, Neighbours.Fit(text.AsSpan(), 0, ' '));
}
