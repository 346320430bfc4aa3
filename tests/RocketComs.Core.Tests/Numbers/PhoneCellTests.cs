using System.Text;
using RocketComs.Core.Numbers;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>Separators go where one number is meant; any doubt is left to a person.</summary>
public sealed class PhoneCellTests
{
    [Theory]
    [InlineData("(202) 555-0101", "2025550101")]
    [InlineData("(202)555-0101", "2025550101")]
    [InlineData("(202)5550101", "2025550101")]
    [InlineData("(202)-555-0101", "2025550101")]
    [InlineData("(2025550101)", "2025550101")]
    [InlineData("202-555-0101", "2025550101")]
    [InlineData("202.555.0101", "2025550101")]
    [InlineData("202 555 0101", "2025550101")]
    [InlineData("202 555-0101", "2025550101")]
    [InlineData("202/555-0101", "2025550101")]
    [InlineData("202\u2011555\u20130101", "2025550101")]
    [InlineData("202\u2010555\u20140101", "2025550101")]
    [InlineData("\u00A0202\u202F555\u22120101", "2025550101")]
    [InlineData("\u00A02025550101", "2025550101")]
    [InlineData("1-202-555-0101", "12025550101")]
    [InlineData("1.202.555.0101", "12025550101")]
    [InlineData("1 (202) 555-0101", "12025550101")]
    [InlineData("1(202)555-0101", "12025550101")]
    [InlineData("1 2025550101", "12025550101")]
    [InlineData("1-2025550101", "12025550101")]
    [InlineData("+1 2025550101", "+12025550101")]
    [InlineData("+1-202-555-0101", "+12025550101")]
    [InlineData("+1 202/555-0101", "+12025550101")]
    [InlineData("+1 (202) 555-0101", "+12025550101")]
    [InlineData("+1(202)555-0101", "+12025550101")]
    [InlineData("+1 (2025550101)", "+12025550101")]
    [InlineData("+1202-555-0101", "+12025550101")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("+44 2079460958", "+442079460958")]
    [InlineData("+44-20-7946-0958", "+442079460958")]
    [InlineData("+44 (20) 7946 0958", "+442079460958")]
    [InlineData("+44(20)79460958", "+442079460958")]
    [InlineData("+7 (495) 123-45-67", "+74951234567")]
    [InlineData("+49.171.1234567", "+491711234567")]
    [InlineData("+353\u00A087\u00A0123\u00A04567", "+353871234567")]
    [InlineData("+49 171 12 34 567", "+491711234567")]
    [InlineData("+49 30 12 34 56 78", "+493012345678")]
    [InlineData("+358 40 12 34 567", "+358401234567")]
    [InlineData("+45 32 12 34 56", "+4532123456")]
    [InlineData("+420 601 234 567", "+420601234567")]
    [InlineData("+47 92 34 56 78", "+4792345678")]
    [InlineData("+47 923 45 678", "+4792345678")]
    [InlineData("+65 6555 1234", "+6565551234")]
    [InlineData("2025550101\u200B", "2025550101")]
    [InlineData("\u202D(202) 555-0101\u202C", "2025550101")]
    [InlineData("\uFEFF+44 20 7946 0958", "+442079460958")]
    public void Separators_are_taken_out(string number, string repaired)
    {
        PhoneReading reading = PhoneCell.Read(number);
        Assert.Equal((PhoneKind.Repairable, repaired, PhoneFault.None), (reading.Kind, reading.Number.ToString(), reading.Fault));
        Assert.Equal(PhoneKind.Sound, PhoneCell.Read(repaired).Kind);
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
    [InlineData("2026-11-23 10")]
    [InlineData("12.11.2026 09")]
    [InlineData("1.50000000000")]
    [InlineData("1.5000000000")]
    [InlineData("+1.5000000000")]
    [InlineData("3.14159265358")]
    [InlineData("+3.14159265358")]
    [InlineData("192.168.100.200")]
    [InlineData("202.555.0101.0")]
    [InlineData("4111 1111 1111 111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("2.025.550.101")]
    [InlineData("2025550101-")]
    [InlineData("202  555 0101")]
    [InlineData("-202-555-0101")]
    [InlineData("202-555-0101\n")]
    [InlineData("202555-0101")]
    [InlineData("202/555/0101")]
    [InlineData("(+1) 202-555-0101")]
    [InlineData("+(1) 202-555-0101")]
    [InlineData("+ 1 2025550101")]
    public void What_is_no_number_with_separators_is_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

    [Theory]
    [InlineData("(020) 7946 0958")]
    [InlineData("0044 20 7946 0958")]
    [InlineData("06 12 34 56 78")]
    [InlineData("030 123 4567")]
    [InlineData("0171/1234567")]
    [InlineData("03834/567890")]
    [InlineData("98765 43210")]
    [InlineData("393 471 234 567")]
    [InlineData("2 202 555 0101")]
    [InlineData("44 20 7946 0958")]
    public void Groups_of_other_countries_without_a_plus_sign_are_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

    [Theory]
    [InlineData("+44 0 20 7946 0958")]
    [InlineData("+44 020 7946 0958")]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("+49 171/1234567")]
    [InlineData("+49.171 1234567")]
    [InlineData("+49.171.123-4567")]
    [InlineData("+44 (20 7946 0958)")]
    [InlineData("+44 20 (7946) 0958")]
    [InlineData("+0 20 7946 0958")]
    [InlineData("+1 20 7946 0958")]
    [InlineData("+1 202 555 01 01")]
    [InlineData("+1 202 555 0101 2")]
    [InlineData("+1 2025550101 2")]
    [InlineData("+1 20255501012")]
    [InlineData("+1 (20255501012)")]
    [InlineData("+49 171 123 456 789 1")]
    [InlineData("+4420 7946 0958")]
    [InlineData("+44 79 46")]
    [InlineData("+44 2079460958 12")]
    public void International_numbers_that_are_grouped_in_no_known_way_are_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

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
    public void Brackets_that_can_mean_another_number_are_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

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
    [InlineData("555.0101.5550102")]
    [InlineData("555 0101 0102 03")]
    [InlineData("0/2025550101")]
    [InlineData("202-555-0101 202-555-0102")]
    public void Two_numbers_in_one_field_are_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

    [Theory]
    [InlineData("2025550101.0")]
    [InlineData("12025550101.00")]
    public void Decimals_of_a_table_of_numbers_are_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

    [Theory]
    [InlineData("+203-555-0123")]
    [InlineData("+203 5550123")]
    [InlineData("+212-555-0123")]
    [InlineData("+234-555-0123")]
    [InlineData("+ (203) 555-0123")]
    [InlineData("+(203) 555-0123")]
    [InlineData("+44 20 7946 0958 12")]
    [InlineData("+44 20 7946 09 58 1")]
    [InlineData("+33 142 68 53 00 12")]
    [InlineData("+45 32 12 34 56 78")]
    [InlineData("+49 171 12 34 56 789")]
    [InlineData("+358 40 12 34 56 78 90")]
    [InlineData("+99 20 7946 0958")]
    public void What_no_plan_has_in_these_groups_is_left(string number) => Assert.Equal(PhoneKind.NotNumber, PhoneCell.Read(number).Kind);

    [Theory]
    [InlineData("", "Missing")]
    [InlineData(" \t ", "Missing")]
    [InlineData("1.2377E+10", "Scientific")]
    [InlineData("2025550101;2025550102", "Several")]
    [InlineData("2025550101 / 2025550102", "Several")]
    [InlineData("2025550101,2025550102", "Several")]
    [InlineData("2025550101 2025550102", "Several")]
    [InlineData("(202) 555-0101 or (202) 555-0102", "Several")]
    [InlineData("202-555-0101 202-555-0102 202-555-0103", "Several")]
    [InlineData("+442079460958|+12025550101", "Several")]
    [InlineData("Ann 2025550101 & Bob 2025550102", "Several")]
    [InlineData("2025550101 x12", "Extension")]
    [InlineData("2025550101x12", "Extension")]
    [InlineData("(202) 555-0101 ext. 12", "Extension")]
    [InlineData("2025550101 ext 5", "Extension")]
    [InlineData("+44 20 7946 0958, Extension 7", "Extension")]
    [InlineData("2025550101#12", "Extension")]
    [InlineData("2025550101 EXT 5", "Extension")]
    [InlineData("2025550101 home, 2025550102 work", "Several")]
    [InlineData("call me", "Letters")]
    [InlineData("Tel. 2025550101", "Letters")]
    [InlineData("\uFF12\uFF10\uFF12\uFF15\uFF15\uFF15\uFF10\uFF11\uFF10\uFF11", "OtherDigits")]
    [InlineData("\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0660\u0661", "OtherDigits")]
    [InlineData("202555010\u09E7", "OtherDigits")]
    [InlineData("\u202E1010555202", "Invisible")]
    [InlineData("+203-555-0123", "PlusBeforeAreaCode")]
    [InlineData("+(203) 555-0123", "PlusBeforeAreaCode")]
    [InlineData("+203555-0123", "PlusBeforeAreaCode")]
    [InlineData("+354 555 1234", "PlusBeforeAreaCode")]
    [InlineData("+43 1 5055050", "Signs")]
    [InlineData("+66 2 234 5678", "Signs")]
    [InlineData("+36 1 234 5678", "Signs")]
    [InlineData("+20 2 555 0123", "Signs")]
    [InlineData("2025550101.0", "Signs")]
    [InlineData("2025550101,2026-01-31", "Signs")]
    [InlineData("+44 (0)20 7946 0958", "Signs")]
    [InlineData("555-0101 / 555-0102", "Signs")]
    [InlineData("555010", "TooFew")]
    [InlineData("20255501012025550102", "TooMany")]
    public void Reason_is_known(string cell, string fault) => Assert.Equal(fault, PhoneCell.Read(cell).Fault.ToString());

    [Fact]
    public void Plus_before_an_area_code_is_why_no_plan_has_the_number()
    {
        RcBatchCsvIssue issue = BytesSource.Single(BytesSource.Check("+2025550101,Hi\n"), "RC101");
        Assert.Equal(
            ("A plus sign stands before what looks like an area code; a country code must follow it.", "Write +1 before the area code, or no plus sign."),
            (issue.Message, issue.Suggestion));
        Assert.Equal(string.Empty, BytesSource.Fired(BytesSource.Check("+4792345678,Hi\n")));
    }

    [Theory]
    [InlineData("+1 (202) 555-0101", "Write it without them: +12025550101")]
    [InlineData("+44 (0)20 7946 0958", "Write one number of 10 to 15 digits, with or without a leading +.")]
    [InlineData("555-0101 / 555-0102", "Write one number of 10 to 15 digits, with or without a leading +.")]
    [InlineData("+47 92 34 56 78", "Write it without them: +4792345678")]
    [InlineData("+43 1 5055050", "Write one number of 10 to 15 digits, with or without a leading +.")]
    [InlineData("+203-555-0123", "Write +1 before the area code, or no plus sign.")]
    [InlineData("+354 555 1234", "Write the number without separators if it is a country code, else +1 before it.")]
    public void Check_suggests_a_number_only_where_one_is_meant(string number, string suggestion) =>
        Assert.Equal(suggestion, BytesSource.Single(BytesSource.Check(number + ",Hi\n"), "RC005").Suggestion);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Cell_of_more_than_200_characters_is_no_several_numbers(int length, bool areSeveral)
    {
        string cell = "2025550101" + new string(' ', length - 20) + "2025550102";

        Assert.Equal(areSeveral, PhoneFaults.AreSeveral(cell));
        Assert.Equal(areSeveral ? PhoneFault.Several : PhoneFault.Signs, PhoneFaults.Find(cell));
        Assert.Equal(areSeveral, PhoneFaults.IsUnmistakable(cell));
        Assert.Equal(areSeveral, PhoneCell.IsUnmistakable(Encoding.UTF8.GetBytes(cell)));
    }

    [Fact]
    public void Only_outside_North_America_a_region_has_a_spelling_of_its_own()
    {
        Assert.Null(NationalSpelling.Of("US"));
        Assert.Null(NationalSpelling.Of("ca"));
        Assert.True(NationalSpelling.Of("fr")!.TryRead("06 12 34 56 78", out NumberText number));
        Assert.Equal(("0612345678", false), (number.ToString(), NationalSpelling.Of("DE")!.TryRead("06 12 34 56 78", out _)));
    }
}
