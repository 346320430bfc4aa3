using System.Text;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Texts as they stand in a file, where the quick look at their bytes could take one kind for another.</summary>
public class TextCounterEdgeTests
{
    [Theory]
    [InlineData("www.example.com/", 23)]
    [InlineData("WWW.example.com/", 23)]
    [InlineData("wWw.a/", 23)]
    [InlineData("ww.example.com/", 315)]
    [InlineData("ww.www.example.com/", 26)]
    [InlineData("a.www.example.com/", 25)]
    [InlineData("http://x/", 23)]
    public void Url_at_the_very_beginning_counts_as_a_short_link(string start, int units) => Assert.Equal(units, Count(start + new string('p', 300), new MeasureOptions { ShortLink = true }).Units);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 1)]
    [InlineData(16, 1)]
    [InlineData(17, 1)]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    public void Grave_accents_are_of_no_phone_alphabet_however_many_stand_in_a_row(int length, int segments)
    {
        SegmentCount count = Count(new string('`', length));
        Assert.Equal((RcSmsEncoding.Ucs2, length, segments), (count.Encoding, count.Units, count.Segments));
    }

    [Theory]
    [InlineData('@')]
    [InlineData('/')]
    public void At_signs_and_slashes_are(char character)
    {
        SegmentCount count = Count(new string(character, 160));
        Assert.Equal((RcSmsEncoding.Gsm7, 160, 1, 0), (count.Encoding, count.Units, count.Segments, count.Remaining));
    }

    [Theory]
    [InlineData("[", 2)]
    [InlineData("\\", 2)]
    [InlineData("]", 2)]
    [InlineData("^", 2)]
    [InlineData("{", 2)]
    [InlineData("|", 2)]
    [InlineData("}", 2)]
    [InlineData("~", 2)]
    [InlineData("Z", 1)]
    [InlineData("z", 1)]
    [InlineData("_", 1)]
    [InlineData("\\n", 1)]
    [InlineData("\\\\n", 3)]
    [InlineData("n\\", 3)]
    public void Characters_of_two_septets_and_line_breaks_are_told_apart(string text, int septets) => Assert.Equal((septets, 160 - septets), Count(text) is var count ? (count.Units, count.Remaining) : default);

    [Fact]
    public void Empty_text_needs_no_segment_whatever_else_its_row_holds()
    {
        SegmentCount count = new TextCounter(new MeasureOptions()).Count([], ByteClasses.NonAscii);
        Assert.Equal((RcSmsEncoding.Gsm7, 0, 0, 160), (count.Encoding, count.Units, count.Segments, count.Remaining));
    }

    [Theory]
    [InlineData(158, 1)]
    [InlineData(159, 2)]
    public void Last_place_of_a_message_takes_two_septets_or_none(int before, int segments) => Assert.Equal(segments, Count(new string('a', before) + "{").Segments);

    [Theory]
    [InlineData(255, true, "RC105")]
    [InlineData(256, false, "RC013")]
    public void Most_segments_of_a_message_are_255_however_they_are_counted(int segments, bool isValid, string rule)
    {
        foreach (string text in (string[])[new string('a', 153 * segments), new string('\u0436', 67 * segments), new string('a', (153 * segments) - 2) + "{"])
        {
            RcBatchCsvReport report = BytesSource.Check(Encoding.UTF8.GetBytes($"2025550101,{text}\n"), new CheckOptions());
            Assert.Equal((isValid, isValid ? segments : 0L, rule), (report.IsValid, report.SegmentCount, Assert.Single(report.IssueSummary.Keys, id => id is "RC105" or "RC013")));
            Assert.Equal(segments, Count(text).Segments);
        }
    }

    [Fact]
    public void Blanks_around_both_fields_and_control_characters_are_counted_one_by_one()
    {
        RcBatchCsvReport report = BytesSource.Check(Encoding.UTF8.GetBytes(" 2025550101 , both \n2025550102,\u0001\u0002one\n2025550103,end \n2025550104,good\n"), new CheckOptions());
        Assert.Equal(3, report.IssueSummary["RC107"]);
        Assert.Equal(1, report.IssueSummary.Single(rule => rule.Key == RocketComs.Core.Rules.Engine.RuleTable.ControlCharacter.Id).Value);
    }

    private static SegmentCount Count(string text, MeasureOptions? options = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new TextCounter(options ?? new MeasureOptions()).Count(bytes, ByteClassifier.Of(bytes));
    }
}
