using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Sms;

public sealed class MeasureTests
{
    private const string A70 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("Hello", "Gsm7", 5, 1, 160, 155)]
    [InlineData("", "Gsm7", 0, 0, 160, 160)]
    [InlineData("\u20ac", "Gsm7", 2, 1, 160, 158)]
    [InlineData("\u2019", "Ucs2", 1, 1, 70, 69)]
    [InlineData("one\\ntwo", "Gsm7", 7, 1, 160, 153)]
    public void Text_is_measured(string text, string encoding, int units, int segments, int capacity, int remaining)
    {
        using TestSession session = new();

        PSObject measured = session.Run("Measure-RcSmsSegment", ("Message", text)).Single();

        Assert.Equal("RocketComs.RcSmsMeasurement", measured.TypeNames[0]);
        Assert.Equal(
            (encoding, units, segments, capacity, remaining),
            (measured.Text("Encoding"), measured.Get<int>("Units"), measured.Get<int>("SegmentCount"), measured.Get<int>("SegmentCapacity"), measured.Get<int>("UnitsRemaining")));
    }

    [Theory]
    [InlineData("Reference8Bit", 153, 2)]
    [InlineData("Reference16Bit", 152, 3)]
    public void Concatenation_decides_the_capacity(string concatenation, int capacity, int segments)
    {
        using TestSession session = new();

        PSObject measured = session.Run("Measure-RcSmsSegment", ("Message", new string('x', 306)), ("Concatenation", concatenation)).Single();

        Assert.Equal((capacity, segments), (measured.Get<int>("SegmentCapacity"), measured.Get<int>("SegmentCount")));
        Assert.Equal(306, measured.Get<object[]>("Segments")!.Sum(segment => segment.Get<int>("Units")));
        Assert.Equal(Enumerable.Range(1, segments), measured.Get<object[]>("Segments")!.Select(segment => segment.Get<int>("Number")));
    }

    [Fact]
    public void Texts_come_by_value_and_by_the_names_of_their_columns()
    {
        using TestSession session = new();

        CommandResult result = session.Pipe(
            ["a", AccountSession.Record(("Message", "bb")), AccountSession.Record(("Text", "ccc")), AccountSession.Record(("Number", "1"), ("Body", "dddd"))], "Measure-RcSmsSegment").NoErrors();

        Assert.Equal([1, 2, 3, 4], result.Values<int>("Units"));
    }

    [Theory]
    [InlineData("Message")]
    [InlineData("Text")]
    [InlineData("Body")]
    public void Text_of_a_row_that_is_a_number_is_measured_by_its_digits(string column)
    {
        using TestSession session = new();
        PSObject row = new();
        row.Properties.Add(new PSNoteProperty("Number", 12025550123L));
        row.Properties.Add(new PSNoteProperty(column, 4711));

        PSObject measured = session.Pipe([row], "Measure-RcSmsSegment").Single();

        Assert.Equal(("4711", 4, 1), (measured.Get<string>("Message"), measured.Get<int>("Units"), measured.Get<int>("SegmentCount")));
    }

    [Fact]
    public void Piped_row_of_a_file_is_measured_by_its_text()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", "12025550123,Hello\n");

        Assert.Equal(5, session.Script("Import-RcBatchCsv ./a.csv | Measure-RcSmsSegment").Single().Get<int>("Units"));
    }

    [Fact]
    public void Character_outside_the_alphabet_is_named_with_a_way_out()
    {
        using TestSession session = new();

        PSObject measured = session.Run("Measure-RcSmsSegment", ("Message", "It\u2019s")).Single();

        object character = Assert.Single(measured.Get<object[]>("NonGsmCharacters")!);
        Assert.Equal((2, "\u2019", "U+2019", "'"), (character.Get<int>("Index"), character.Get<string>("Text"), character.Get<string>("CodePoint"), character.Get<string>("Suggestion")));
    }

    [Fact]
    public void Transliterate_replaces_and_says_so()
    {
        using TestSession session = new();

        PSObject measured = session.Run("Measure-RcSmsSegment", ("Message", "It\u2019s"), ("Transliterate", true)).Single();

        Assert.Equal(("It's", "Gsm7"), (measured.Get<string>("Message"), measured.Text("Encoding")));
        object replacement = Assert.Single(measured.Get<object[]>("Replacements")!);
        Assert.Equal((2, "\u2019", "'"), (replacement.Get<int>("Index"), replacement.Get<string>("Before"), replacement.Get<string>("After")));
    }

    [Fact]
    public void Literal_keeps_a_backslash_and_n_apart()
    {
        using TestSession session = new();

        Assert.Equal(9, session.Run("Measure-RcSmsSegment", ("Message", "one\\ntwo"), ("Literal", true)).Single().Get<int>("Units"));
    }

    [Fact]
    public void Price_gives_a_cost_and_no_price_none()
    {
        using TestSession session = new();

        Assert.Equal(0.5m, session.Run("Measure-RcSmsSegment", ("Message", new string('x', 161)), ("PricePerSegment", 0.25m)).Single().Get<decimal?>("EstimatedCost"));
        Assert.Null(session.Run("Measure-RcSmsSegment", ("Message", "x")).Single().Get<decimal?>("EstimatedCost"));
    }

    [Theory]
    [InlineData("Measure-RcSmsSegment Hi -ShortLinkLength 20")]
    [InlineData("[pscustomobject]@{ Number = '2025550101'; Message = 'Hi' } | Test-RcBatchCsv -ShortLinkLength 20")]
    public void Length_of_a_short_link_without_short_links_is_refused(string script)
    {
        using TestSession session = new();
        Assert.Equal("ShortLinkLength", session.Script(script).Error("RcInvalidParameter").Exception.Get<string>("ParameterName"));
    }

    [Fact]
    public void ShortLink_counts_each_address_with_its_length()
    {
        using TestSession session = new();
        string text = "See https://example.com/" + new string('a', 100);

        PSObject measured = session.Run("Measure-RcSmsSegment", ("Message", text), ("ShortLink", true), ("ShortLinkLength", 20)).Single();

        Assert.Equal(24, measured.Get<int>("Units"));
    }

    [Theory]
    [InlineData("a", 39_015, "Reference8Bit", 255, 0)]
    [InlineData("a", 39_016, "Reference8Bit", 256, 1)]
    [InlineData("a", 38_760, "Reference16Bit", 255, 0)]
    [InlineData("a", 38_761, "Reference16Bit", 256, 1)]
    [InlineData("\u0436", 17_085, "Reference8Bit", 255, 0)]
    [InlineData("\u0436", 17_086, "Reference8Bit", 256, 1)]
    [InlineData("\u0436", 16_830, "Reference16Bit", 255, 0)]
    [InlineData("\u0436", 16_831, "Reference16Bit", 256, 1)]
    [InlineData("]", 255 * 76, "Reference8Bit", 255, 0)]
    [InlineData("]", (255 * 76) + 1, "Reference8Bit", 256, 1)]
    public void Text_of_more_segments_than_a_network_takes_is_counted_with_a_warning(string unit, int length, string concatenation, int segments, int warnings)
    {
        using TestSession session = new();

        CommandResult result = session.Run("Measure-RcSmsSegment", ("Message", new string(unit[0], length)), ("Concatenation", concatenation)).NoErrors();

        Assert.Equal([segments], result.Values<int>("SegmentCount"));
        Assert.Equal(
            Enumerable.Repeat($"The text needs {segments} segments; no phone network takes a message of more than 255. Shorten it, or send it as several.", warnings),
            result.Warnings);
    }

    [Fact]
    public void Each_text_of_more_segments_than_a_network_takes_has_a_warning_of_its_own()
    {
        using TestSession session = new();

        CommandResult result = session.Pipe([new string('a', 40_000), "b", new string('a', 50_000)], "Measure-RcSmsSegment").NoErrors();

        Assert.Equal([262, 1, 327], result.Values<int>("SegmentCount"));
        Assert.Equal(2, result.Warnings.Count);
    }

    [Fact]
    public void Transliterate_says_what_it_saves()
    {
        using TestSession session = new();
        string text = "It\u2019s " + new string('a', 100) + "\u2026";

        PSObject measured = session.Run("Measure-RcSmsSegment", ("Message", text), ("Transliterate", true)).Single();
        PSObject plain = session.Run("Measure-RcSmsSegment", ("Message", text)).Single();

        Assert.Equal((1, -2), (measured.Get<int>("SegmentsSaved"), measured.Get<int>("UnitsSaved")));
        Assert.Equal((0, 0), (plain.Get<int>("SegmentsSaved"), plain.Get<int>("UnitsSaved")));
    }

    [Fact]
    public void Object_without_a_text_is_refused_and_the_others_are_measured()
    {
        using TestSession session = new();
        object?[] input = [AccountSession.Record(("Phone", "12025550123")), new System.Collections.Hashtable { ["Message"] = "x" }, new System.IO.FileInfo("a.txt"), AccountSession.Record(("Text", null!)), 4711, "ab"];

        CommandResult result = session.Pipe(input, "Measure-RcSmsSegment");

        Assert.Null(result.Terminating);
        Assert.Equal(["", "4711", "ab"], result.Values<string>("Message"));
        Assert.Equal(
            Enumerable.Repeat("ParameterArgumentTransformationError,RocketComs.PowerShell.Commands.MeasureRcSmsSegmentCommand", 3),
            result.Errors.Select(error => error.FullyQualifiedErrorId));
    }

    [Fact]
    public void List_of_rows_that_was_not_piped_is_measured_by_the_texts()
    {
        using TestSession session = new();
        object[] rows = [AccountSession.Row("12025550123", "a"), AccountSession.Row("12025550124", "bb"), "ccc"];

        CommandResult result = session.Run("Measure-RcSmsSegment", ("Message", rows)).NoErrors();

        Assert.Equal(["a", "bb", "ccc"], result.Values<string>("Message"));
        session.Set("rows", new object[] { AccountSession.Record(("Phone", "12025550123")) });
        Assert.StartsWith(
            "ParameterArgumentTransformationError,", Assert.Single(session.Script("Measure-RcSmsSegment $rows").Errors).FullyQualifiedErrorId, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'Hello'", "Hello")]
    [InlineData("'one\\ntwo'", "one\\ntwo")]
    [InlineData("\"It`u{2019}s`u{200B} `u{2014} `u{1F600}\"", "It\u2019s<U+200B> \u2014 \U0001F600|Not GSM-7: \u2019 U+2019 for ',|  U+200B for (nothing), \u2014 U+2014|  for -, \U0001F600 U+1F600")]
    [InlineData("\"`e[31m`u{A0}red`u{D800}\"", "<U+001B>[31m\u00A0red<U+D800>|Not GSM-7: U+001B, U+00A0 for|  (space), U+D800")]
    [InlineData("\"It`u{2019}s\" -Transliterate", "It's|1 replaced: nothing saved")]
    [InlineData("(\"It`u{2019}s\" + 'a' * 70) -Transliterate", "It's" + A70 + "|1 replaced: 1 segment saved")]
    [InlineData("\"`u{2026}`u{1F600}\" -Transliterate", "...\U0001F600|Not GSM-7: \U0001F600 U+1F600|1 replaced: 2 units more")]
    [InlineData("\"`u{436}`u{437}`u{438}`u{439}`u{43A}`u{43B}`u{43C}`u{436}\"", "\u0436\u0437\u0438\u0439\u043A\u043B\u043C\u0436|Not GSM-7: \u0436 U+0436, \u0437 U+0437, \u0438|  U+0438, \u0439 U+0439, \u043A U+043A and|  2 more")]
    public void View_shows_the_text_and_why_it_costs_what_it_costs(string arguments, string shown)
    {
        using TestSession session = new();

        string text = session.Script($"[RocketComs.PowerShell.Views.ViewText]::Measurement((Measure-RcSmsSegment {arguments}), 76)").Single().ToString();

        Assert.Equal(shown.Replace("|", System.Environment.NewLine, System.StringComparison.Ordinal), text);
    }

    [Fact]
    public void View_shows_the_beginning_of_a_long_text_and_cuts_no_character()
    {
        using TestSession session = new();

        string text = session.Script("[RocketComs.PowerShell.Views.ViewText]::Measurement((Measure-RcSmsSegment ('a' * 158 + \"`u{1F600}\" + 'b' * 9)), 76)").Single().ToString();

        Assert.StartsWith(new string('a', 158) + "\u2026" + System.Environment.NewLine, text, System.StringComparison.Ordinal);
    }
}
