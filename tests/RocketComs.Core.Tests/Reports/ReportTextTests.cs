using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>How texts, numbers and amounts are written at the one border of a report.</summary>
public sealed class ReportTextTests
{
    private static readonly ReportText s_masked = new(new ReportOptions());
    private static readonly ReportText s_open = new(new ReportOptions { ShowNumber = true });

    // Of a field with a number no digit stays but the last two of a long one; what the rest of the row repeats of it is masked as well.
    [Theory]
    [InlineData("Number", "20255", "•••••")]
    [InlineData("Number", "2025,550123", "••••,••••23")]
    [InlineData("Message", "Only 20255 left", "Only 20255 left")]
    [InlineData("", "20255,I am 20255 too", "•••••,I am ••••• too")]
    [InlineData("", "20255;20255", "•••••;•••••")]
    [InlineData("", "20255\t20255", "•••••\t•••••")]
    [InlineData("", "20255|20255", "•••••|•••••")]
    [InlineData("", ",20255 is all", ",20255 is all")]
    [InlineData("", "20255", "•••••")]
    public void What_stands_there_is_written_without_a_number(string column, string value, string written)
    {
        RcBatchCsvIssue issue = new() { Column = column, Value = value };
        Assert.Equal((written, value), (s_masked.Value(issue), s_open.Value(issue)));
    }

    [Theory]
    [InlineData("Number", "20255", "It reads •••••.")]
    [InlineData("", "20255,Hi", "It reads •••••.")]
    [InlineData("", ",20255", "It reads 20255.")]
    [InlineData("Message", "20255", "It reads 20255.")]
    public void Message_of_an_issue_does_not_repeat_the_number(string column, string value, string written)
    {
        RcBatchCsvIssue issue = new() { Column = column, Value = value, Message = "It reads 20255.", Suggestion = "Not 20255." };
        Assert.Equal((written, written.Replace("It reads", "Not", StringComparison.Ordinal)), (s_masked.Message(issue), s_masked.Suggestion(issue)));
        Assert.Equal(("It reads 20255.", "Not 20255."), (s_open.Message(issue), s_open.Suggestion(issue)));
    }

    [Theory]
    [InlineData("2025550123", "••••••••23", "2025550123")]
    [InlineData("12a", "••a", "12a")]
    [InlineData(null, "", "")]
    public void Number_of_a_person_is_masked_unless_asked(string? number, string masked, string shown) => Assert.Equal((masked, shown), (s_masked.Number(number), s_open.Number(number)));

    [Theory]
    [InlineData("sale_2025550123_20270131", "sale_••••••••23_20270131", "sale_2025550123_20270131")]
    [InlineData("a\nb", "a\\nb", "a\\nb")]
    [InlineData(null, "", "")]
    public void Name_is_masked_unless_asked(string? name, string masked, string shown) => Assert.Equal((masked, shown), (s_masked.Name(name), s_open.Name(name)));

    [Theory]
    [InlineData("00000000-1111-2222-3333-444444444444", "00000000-1111-2222-3333-444444444444")]
    [InlineData("id 2025550123\u0001", "id ••••••••23<U+0001>")]
    [InlineData(null, "")]
    public void Only_an_id_of_the_platform_is_no_number(string? id, string written) => Assert.Equal(written, s_masked.Id(id));

    [Theory]
    [InlineData(100, 2, "a, b")]
    [InlineData(100, 1, "a and 1 more")]
    [InlineData(50, 2, "a and 1 more")]
    [InlineData(10, 2, "a and 1 more")]
    public void List_says_what_it_leaves_out(int room, int most, string written) => Assert.Equal(written, new ReportText(new ReportOptions(), room).List(["a", "b"], most));

    [Theory]
    [InlineData("1234.5", "USD", "1,234.50 USD")]
    [InlineData("0.00125", null, "0.0013")]
    [InlineData("0", "2025550123", "0.00 ••••••••23")]
    public void Amount_has_its_currency_where_it_is_known(string amount, string? currency, string written) =>
        Assert.Equal(written, s_masked.Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency));

    [Fact]
    public void What_has_no_time_is_empty()
    {
        DateTime moment = new(2127, 1, 30, 9, 5, 7, DateTimeKind.Utc);
        Assert.Equal(("2127-01-30 09:05:07", "2127-01-30 09:05", "2127-01-30", "09:05"), (ReportText.Moment(moment), ReportText.Minute(moment), ReportText.Day(moment), ReportText.Clock(moment.TimeOfDay)));
        Assert.Equal((string.Empty, string.Empty, string.Empty, string.Empty), (ReportText.Moment(null), ReportText.Minute(null), ReportText.Day(null), ReportText.Clock(null)));
    }
}
