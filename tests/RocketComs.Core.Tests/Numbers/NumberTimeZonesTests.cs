using PhoneNumbers;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class NumberTimeZonesTests
{
    [Theory]
    [InlineData("2025550101", "America/New_York")]
    [InlineData("+12025550101", "America/New_York")]
    [InlineData("12135550101", "America/Los_Angeles")]
    [InlineData("6025550101", "America/Phoenix")]
    [InlineData("8085550101", "Pacific/Honolulu")]
    [InlineData("8095550101", "America/Santo_Domingo")]
    [InlineData("8762105678", "America/Jamaica")] // A mobile number: its area code is its country's.
    [InlineData("+919812345678", "Asia/Kolkata")]
    [InlineData("+9779841234567", "Asia/Kathmandu")]
    [InlineData("+33612345678", "Europe/Paris")]
    [InlineData("+5511912345678", "America/Sao_Paulo")]
    [InlineData("+5592912345678", "America/Manaus")]
    [InlineData("+61212345678", "Australia/Sydney")]
    [InlineData("+447400123456", "Europe/London", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey")]
    [InlineData("+353850123456", "Europe/London", "Europe/Guernsey", "Europe/Isle_of_Man")] // As the library has it: Dublin's clocks are London's.
    [InlineData("7015550101", "America/Denver", "America/North_Dakota/Center")]
    [InlineData("2083205678", "America/Boise", "America/Los_Angeles")]
    [InlineData(
        "+61412345678", "Australia/Sydney", "Australia/Adelaide", "Australia/Brisbane", "Australia/Eucla", "Australia/Lord_Howe", "Australia/Perth", "Indian/Christmas", "Indian/Cocos")]
    [InlineData("+77011234567", "Asia/Almaty", "Asia/Aqtobe")] // Of Kazakhstan, though the code is Russia's too.
    [InlineData("8002345678")] // Toll-free: anywhere in 25 countries.
    [InlineData("5002345678")]
    [InlineData("+80012345678")]
    [InlineData("+881612345678")]
    [InlineData("9995550101")]
    [InlineData("0005550101")]
    public void Zones_are_those_of_the_prefix(string text, params string[] zones)
    {
        Assert.True(NumberText.TryRead(text, out NumberText number));

        string[] found = new NumberTimeZones(new AssignableNumbers("US")).Of(number);

        Assert.Equal(zones.Take(1), found.Take(1));
        Assert.Equal(zones.Order(), found.Order());
    }

    [Fact]
    public void Region_decides_on_numbers_without_a_country_code()
    {
        Assert.True(NumberText.TryRead("0212345678", out NumberText number));

        Assert.Equal("Australia/Sydney", Assert.Single(new NumberTimeZones(new AssignableNumbers("AU")).Of(number)));
        Assert.Empty(new NumberTimeZones(new AssignableNumbers("US")).Of(number));
    }

    [Fact]
    public void Russian_mobile_numbers_lie_anywhere_from_Kaliningrad_to_Kamchatka()
    {
        Assert.True(NumberText.TryRead("+79161234567", out NumberText number));

        string[] zones = new NumberTimeZones(new AssignableNumbers("US")).Of(number);

        Assert.Contains("Asia/Kamchatka", zones);
        Assert.Contains("Europe/Moscow", zones);
    }

    [Fact]
    public void Remembered_answers_are_those_of_the_table()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        System.Random random = new(20261129);
        NumberTimeZones remembering = new(new AssignableNumbers("US"));
        HashSet<string[]> seen = [];
        PhoneNumberUtil library = PhoneNumberUtil.GetInstance();
        foreach (int countryCode in library.GetSupportedCallingCodes().Order())
        {
            for (int digits = 8; digits <= 11; digits++)
            {
                for (int i = 0; i < Cases.Of(500); i++)
                {
                    // Several of one prefix: the second answer is the remembered one.
                    ulong start = (ulong)random.NextInt64((long)Math.Pow(10, digits - 4)) * 10_000;
                    for (int j = 0; j < 3; j++)
                    {
                        DigitRun national = new(start + (ulong)random.Next(10_000), digits);
                        DigitRun number = national.After(countryCode);
                        if (number.Length < NumberText.FewestDigits)
                        {
                            continue;
                        }

                        string[] found = remembering.Of(new NumberText(number.Value, number.Length, hasPlus: true));
                        seen.Add(found);
                        Assert.True(!AssignableNumbers.IsAssigned(countryCode, national) || found == ZoneTable.Of(countryCode, national), $"+{countryCode} {national}");
                    }
                }
            }
        }

        Assert.True(seen.Count > 200, $"{seen.Count} answers");
    }

    [Fact]
    public void Every_zone_of_the_table_is_found_on_this_machine()
    {
        NumberTimeZones zones = new(new AssignableNumbers("US"));
        HashSet<string> names = [];
        for (uint prefix = 0; prefix < 1_000_000; prefix++)
        {
            if (NumberTable.NorthAmerican.Contains(prefix * 10_000UL, prefix))
            {
                names.UnionWith(zones.Of(new NumberText(prefix * 10_000UL, 10, hasPlus: false)));
            }
        }

        Assert.Contains("America/Anchorage", names);
        Assert.All(names, static name => Assert.NotNull(ZoneClocks.Find(name)));
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14T06:59:59Z", -5)]
    [InlineData("America/New_York", "2027-03-14T07:00:00Z", -4)]
    [InlineData("America/New_York", "2026-11-01T05:59:59Z", -4)]
    [InlineData("America/New_York", "2026-11-01T06:00:00Z", -5)]
    [InlineData("America/Phoenix", "2027-07-01T00:00:00Z", -7)]
    [InlineData("Asia/Kolkata", "2027-01-01T00:00:00Z", 5.5)]
    [InlineData("Asia/Kathmandu", "2027-01-01T00:00:00Z", 5.75)]
    [InlineData("Pacific/Kiritimati", "2027-01-01T00:00:00Z", 14)]
    [InlineData("Pacific/Pago_Pago", "2027-01-01T00:00:00Z", -11)]
    [InlineData("america/NEW_york", "2027-01-01T00:00:00Z", -5)]
    [InlineData("Eastern Standard Time", "2027-01-01T00:00:00Z", -5)]
    public void Clocks_have_their_offset_at_the_moment(string zone, string moment, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ZoneClocks.Find(zone)?.GetUtcOffset(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("Etc/Unknown")]
    [InlineData("America/Nowhere")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/localtime")]
    public void What_is_no_zone_is_not_found(string name) => Assert.Null(ZoneClocks.Find(name));
}
