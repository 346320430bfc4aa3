using System.Text;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class PhoneSpellingTests
{
    [Theory]
    [InlineData("2025550101", true)]
    [InlineData("123456789", false)]
    [InlineData("123456789012345", true)]
    [InlineData("1234567890123456", false)]
    [InlineData("A2025550101", false)]
    [InlineData("2025550101Z", false)]
    [InlineData("a2025550101", false)]
    [InlineData("2025550101z", false)]
    [InlineData("@[2025550101`{", true)]
    [InlineData("/2025550101:", true)]
    public void Cell_with_the_digits_of_a_number_and_no_letters_may_be_one(string cell, bool mayBe) => Assert.Equal(mayBe, PhoneSpelling.MayBeNumber(Encoding.UTF8.GetBytes(cell)));

    [Theory]
    [InlineData(38, true)]
    [InlineData(39, false)]
    public void Number_has_no_more_than_48_characters_with_those_that_nobody_sees(int unseen, bool isRead)
    {
        Assert.Equal(isRead, PhoneSpelling.TryRead("2025550101" + new string('\u200B', unseen), out NumberText number));
        Assert.Equal(isRead ? 2025550101UL : 0, number.Value);
        Assert.Equal(isRead, PhoneSpelling.MayBeNumber(Encoding.ASCII.GetBytes("2025550101" + new string(' ', unseen + 96))));
    }

    [Fact]
    public void Digits_alone_are_no_spelling() => Assert.False(PhoneSpelling.TryRead("2025550101", out _));

    [Theory]
    [InlineData("US", "(202) 555-0101", null)]
    [InlineData("ca", "020 7946 0958", null)]
    [InlineData("GB", "020 7946 0958", "02079460958")]
    [InlineData("gb", "(020) 7946 0958", "02079460958")]
    [InlineData("FR", "01 23 45 67 89", "0123456789")]
    [InlineData("DE", "0171 1234567", "01711234567")]
    [InlineData("GB", "020 7946 095", null)]
    [InlineData("IN", "98765 43210", null)] // Ten digits that could be of North America.
    [InlineData("CN", "131 2345 6789", null)] // With the 1 before them.
    public void Number_is_read_as_its_region_groups_it(string region, string text, string? number) =>
        Assert.Equal(number, NationalSpelling.Of(region) is { } national && national.TryRead(text, out NumberText read) ? read.ToString() : null);

    [Theory]
    [InlineData(180, PhoneFault.Several)]
    [InlineData(181, PhoneFault.Signs)]
    public void Several_numbers_are_looked_for_in_a_cell_of_200_characters(int blanks, object fault) =>
        Assert.Equal((PhoneFault)fault, PhoneFaults.Find("2025550101" + new string(' ', blanks) + "2025550102"));
}
