using RocketComs.Core.Numbers;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>Separators go where one number is meant; any doubt is left to a person.</summary>
public sealed class NumberMenderTests
{
    [Theory]
    [InlineData("(202) 555-0101", "2025550101")]
    [InlineData("202-555-0101", "2025550101")]
    [InlineData("202.555.0101", "2025550101")]
    [InlineData("202 555 0101", "2025550101")]
    [InlineData("202/555-0101", "2025550101")]
    [InlineData("202/555/0101", "2025550101")]
    [InlineData("(202)5550101", "2025550101")]
    [InlineData("+1 (202) 555-0101", "+12025550101")]
    [InlineData("1 (202) 555-0101", "12025550101")]
    [InlineData("(+1) 202-555-0101", "+12025550101")]
    [InlineData("+(1) 202-555-0101", "+12025550101")]
    [InlineData("+ 1 2025550101", "+12025550101")]
    [InlineData("2025550101-", "2025550101")]
    [InlineData("2.025.550.101", "2025550101")]
    [InlineData("202\u2011555\u20130101", "2025550101")]
    [InlineData("\u00A0202\u202F555\u22120101", "2025550101")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("+44 (20) 7946 0958", "+442079460958")]
    [InlineData("(020) 7946 0958", "02079460958")]
    [InlineData("0044 20 7946 0958", "00442079460958")]
    [InlineData("06 12 34 56 78", "0612345678")]
    [InlineData("0171/1234567", "01711234567")]
    [InlineData("03834/567890", "03834567890")]
    [InlineData("+49 171/1234567", "+491711234567")]
    [InlineData("98765 43210", "9876543210")]
    [InlineData("393 471 234 567", "393471234567")]
    [InlineData("+49 171 123 456 789 1", "+491711234567891")]
    public void Separators_are_taken_out(string number, string mended)
    {
        Assert.Equal(mended, NumberMender.Mend(number));
        Assert.True(NumberMender.IsSound(mended));
        Assert.False(NumberMender.IsSound(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("202-555-010")]
    [InlineData("+49 171 123 456 789 12")]
    [InlineData("call 202-555-0101")]
    [InlineData("202-555-0101 x12")]
    [InlineData("202-555-0101#12")]
    [InlineData("1.2377E+10")]
    [InlineData("12,025,550,101")]
    [InlineData("\uFF12025550101")]
    [InlineData("\u0662\u0660\u0662-555-0101")]
    [InlineData("202+555-0101")]
    [InlineData("++12025550101")]
    [InlineData("\"2025550101\"")]
    [InlineData("'2025550101")]
    [InlineData("202_555_0101")]
    [InlineData("202\n5550101")]
    public void What_is_no_number_with_separators_is_left(string number) => Assert.Null(NumberMender.Mend(number));

    [Theory]
    [InlineData("+44 (0)20 7946 0958")]
    [InlineData("0044 (0) 20 7946 0958")]
    [InlineData("+49 (030) 1234567")]
    [InlineData("+7 (8) 495 123-45-67")]
    [InlineData("(0)20 7946 0958")]
    [InlineData("+(0)20 7946 0958")]
    [InlineData("2025550101 (2)")]
    [InlineData("2025550101 (12)")]
    [InlineData("202 555 01 01 (12)")]
    [InlineData("(202 555-0101")]
    [InlineData("202) 555-0101")]
    [InlineData("((202)) 555-0101")]
    [InlineData("()2025550101")]
    public void Brackets_that_can_mean_another_number_are_left(string number) => Assert.Null(NumberMender.Mend(number));

    [Theory]
    [InlineData("2025550101 / 2025550102")]
    [InlineData("5550101 / 5550102")]
    [InlineData("5550101 5550102")]
    [InlineData("555-0101 555-0102")]
    [InlineData("555-0101 / 555-0102")]
    [InlineData("555 0101 555 0102")]
    [InlineData("555-010 556-011")]
    [InlineData("555010/555011")]
    [InlineData("12345/67890")]
    [InlineData("2025550101/02")]
    [InlineData("202-555-0101/2")]
    [InlineData("202/555-0101/2")]
    [InlineData("2025550101 42")]
    [InlineData("2025550101-1")]
    [InlineData("/2025550101")]
    [InlineData("2025550101/")]
    public void Two_numbers_in_one_field_are_left(string number) => Assert.Null(NumberMender.Mend(number));

    [Theory]
    [InlineData("2025550101.0")]
    [InlineData("12025550101.00")]
    public void Decimals_of_a_table_of_numbers_are_left(string number) => Assert.Null(NumberMender.Mend(number));

    [Theory]
    [InlineData("+1 (202) 555-0101", "Write it without them: +12025550101")]
    [InlineData("+44 (0)20 7946 0958", "Write one number of 10 to 15 digits, with or without a leading +.")]
    [InlineData("555-0101 / 555-0102", "Write one number of 10 to 15 digits, with or without a leading +.")]
    public void Check_suggests_a_number_only_where_one_is_meant(string number, string suggestion) =>
        Assert.Equal(suggestion, BytesSource.Single(BytesSource.Check(number + ",Hi\n"), "RC005").Suggestion);
}
