using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class PhoneSearchTests
{
    [Theory]
    [InlineData("Call 202-555-0101 now", "202-555-0101")]
    [InlineData("Meet 9-5 Mon. 202.555.0101", "202.555.0101")]
    [InlineData("T-202-555-0101", "202-555-0101")]
    [InlineData("202-555-0101/0102", "202-555-0101")]
    [InlineData("+44 20 7946 0958", "+44 20 7946 0958")]
    [InlineData("2025550101", "2025550101")]
    [InlineData("Call 1-800-FLOWERS today", "1-800-FLOWERS")]
    [InlineData("1-888-GO-FEDEX!", "1-888-GO-FEDEX")]
    [InlineData("800-555-0199", "800-555-0199")]
    [InlineData("212-555-HELP", "212-555-HELP")]
    [InlineData("1 212-555-HELP x", "1 212-555-HELP")]
    [InlineData("800-FLOWERS now", "800-FLOWERS")]
    [InlineData("-212-555-HELP", "212-555-HELP")]
    [InlineData("(202) - 555-0101 now", "(202) - 555-0101")]
    [InlineData("$202-555-0101", null)]
    [InlineData("at $202-555-0101", null)]
    public void Number_that_is_grouped_as_people_write_it_is_found(string text, string? number) => Assert.Equal(number, PhoneSearch.Find(text, "US"));

    [Theory]
    [InlineData("2 0 2 5 5 5 0 1 0 1", "2 0 2 5 5 5 0 1 0 1")]
    [InlineData("202/555/0101", "202/555/0101")]
    [InlineData("1/202/555/0101", "1/202/555/0101")]
    [InlineData("1 202 / 555 / 0101", "1 202 / 555 / 0101")]
    [InlineData("call 20 25 55 01 01", "20 25 55 01 01")]
    [InlineData("phone: 20255 50101", "20255 50101")]
    [InlineData("fax 20255-50101 and", "20255-50101")]
    [InlineData("2/202/555/0101", null)]
    [InlineData("2/025/550101", null)]
    [InlineData("1202/555/0101", null)]
    [InlineData("20 25 55 01 01", null)]
    [InlineData("on 20255 50101", null)]
    [InlineData("call us. 20255 50101", null)]
    [InlineData("call the office in Washington 20255 50101", null)]
    [InlineData("call 2025-05-01 1234", null)]
    [InlineData("call 12/05/2025 1234", null)]
    [InlineData("2-----0-----2-----5-----5-----5-----0-----1-----0-----1", null)]
    public void Digits_that_are_set_apart_otherwise_are_a_number_where_that_is_sure(string text, string? number) => Assert.Equal(number, PhoneSearch.Find(text, "US"));

    [Theory]
    [InlineData("DK", "Ring 32 12 34 56", "32 12 34 56")]
    [InlineData("GB", "at 0/207/946/0958", null)]
    public void Number_is_one_of_the_region(string region, string text, string? number) => Assert.Equal(number, PhoneSearch.Find(text, region));

    [Theory]
    [InlineData("order 2025550101", null)]
    [InlineData("ORDER 2025550101", null)]
    [InlineData("CALL ORDER 2025550101", "2025550101")]
    [InlineData("Order number: 2025550101", null)]
    [InlineData("call order 2025550101", "2025550101")]
    [InlineData("invoice: 202-555-0101", "202-555-0101")]
    [InlineData("$2025550101", null)]
    [InlineData("#202-555-0101", null)]
    [InlineData("pin 20255501", null)]
    [InlineData("20255501", null)]
    [InlineData("202-555-01012", null)]
    [InlineData("12,34,56,78,90", null)]
    [InlineData("a1b2c3d4e5f6a7b8", null)]
    [InlineData("1!2!3!4!5!6!7!8!9!0", null)]
    [InlineData("888 is lucky", null)]
    [InlineData("Save 20% on 50 items", null)]
    public void What_people_mean_as_something_else_is_none(string text, string? number) => Assert.Equal(number, PhoneSearch.Find(text, "US"));

    [Theory]
    [InlineData(new[] { "2025550101", "none" }, "An opt-out number cannot be used: 'none'.", "Nothing was done.", false)]
    [InlineData(new[] { "none", "2025550101", "nobody", "x" }, "An opt-out number cannot be used: 'none'.", " Nor can 2 more. Nothing was done.", true)]
    public void First_entry_that_is_no_number_is_named_and_the_others_are_counted(string[] entries, string begin, string end, bool hasMore)
    {
        string message = Assert.Throws<InvalidParameterException>(() => OptOutEntries.Require(entries, "US")).Message;
        Assert.StartsWith(begin, message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
        Assert.Equal(hasMore, message.Contains("Nor can", StringComparison.Ordinal));
    }
}
