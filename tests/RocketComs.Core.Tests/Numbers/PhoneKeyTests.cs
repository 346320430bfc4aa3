using System.Text;
using PhoneNumbers;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>Spellings of one number have one key, and different numbers never; libphonenumber says which are which.</summary>
public sealed class PhoneKeyTests
{
    private const int NumbersPerRegion = 400;

    private static readonly PhoneNumberUtil s_library = PhoneNumberUtil.GetInstance();

    public static TheoryData<string> Regions => ["US", "CA", "GB", "FR", "DE", "IT", "BR", "MX", "IN", "JP", "AU", "ZA"];

    [Fact]
    public void Key_tells_its_number_and_whether_it_is_known_where_it_is_dialled()
    {
        ulong here = PhoneKey.OfNorthAmerican(2025550101);
        ulong abroad = PhoneKey.OfInternational(new(447911123456, 12));
        ulong unknown = PhoneKey.OfUnknown(new(79111234567890, 15));
        Assert.Equal(["2025550101", "+447911123456", "079111234567890"], ((ulong[])[here, abroad, unknown]).Select(PhoneKey.ToText));
        Assert.Equal([(true, 1, "2025550101"), (true, 44, "7911123456")], ((ulong[])[here, abroad]).Select(key => (PhoneKey.TryPart(key, out int code, out DigitRun national), code, national.ToString())));
        Assert.False(PhoneKey.TryPart(unknown, out _, out _));
        Assert.Equal((abroad, here), (PhoneKey.Of(44, new(7911123456, 10)), PhoneKey.Of(1, new(2025550101, 10))));

        // With its country code it would have 16 digits, which no number has.
        Assert.Equal(PhoneKey.OfUnknown(new(79111234567890, 14)), PhoneKey.Of(44, new(79111234567890, 14)));
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Spellings_of_one_number_meet_and_numbers_do_not(string region)
    {
        AssignableNumbers numbers = new(region);
        Dictionary<ulong, string> seen = [];
        int tried = 0;
        foreach (PhoneNumber number in Numbers(region))
        {
            string whole = s_library.Format(number, PhoneNumberFormat.E164);
            if (whole.Length <= NumberText.FewestDigits)
            {
                continue;
            }

            string national = new([.. s_library.Format(number, PhoneNumberFormat.NATIONAL).Where(char.IsAsciiDigit)]);
            foreach (string spelling in (string[])[whole, whole[1..], national, $"00{whole[1..]}", $"011{whole[1..]}"])
            {
                // Whether the digits alone are the same number is the library's to say; what is dialled before a country code is not in every region.
                if (spelling.TrimStart('+').Length is < NumberText.FewestDigits or > NumberText.MostDigits || (spelling[0] != '0' && E164(spelling, region) != whole))
                {
                    continue;
                }

                tried++;
                Assert.True(NumberText.TryRead(spelling, out NumberText read));
                ulong key = numbers.KeyOf(read);
                seen.TryAdd(key, whole);
                Assert.True(seen[key] == whole, $"{region}: {spelling} of {whole} meets {seen[key]}");
                Assert.Equal(numbers.KeyOf(Read(whole)), key);
            }
        }

        Assert.True(tried > NumbersPerRegion * 2, $"Only {tried} spellings were tried.");
    }

    [Theory]
    [InlineData("US", "2025550101", "+12025550101", "12025550101", "0012025550101", "01112025550101")]
    [InlineData("US", "+447911123456", "447911123456", "00447911123456", "011447911123456", "+4407911123456")]
    [InlineData("FR", "0612345678", "+33612345678", "33612345678", "0033612345678", "+330612345678")]
    [InlineData("GB", "07000000000", "+447000000000", "447000000000", "00447000000000", "7000000000")]
    [InlineData("IT", "0612345678", "+390612345678", "390612345678", "00390612345678")]
    [InlineData("GB", "12025550101", "+12025550101", "0012025550101")]
    [InlineData("GB", "04000000000", "+444000000000", "4000000000", "00444000000000")]
    [InlineData("RU", "8001234567", "+78001234567", "88001234567")]
    public void Spellings_meet(string region, params string[] spellings)
    {
        AssignableNumbers numbers = new(region);
        Assert.Single(spellings.Select(spelling => numbers.KeyOf(Read(spelling))).Distinct());
    }

    [Theory]
    [InlineData("US", "2025550101", "+442025550101")]
    [InlineData("US", "2025550101", "+2025550101")]
    [InlineData("US", "4792345678", "+4792345678")]
    [InlineData("US", "2025550101", "02025550101")]
    [InlineData("US", "12025550101", "+912025550101")]
    [InlineData("FR", "0612345678", "+612345678")]
    [InlineData("FR", "0612345678", "+390612345678")]
    [InlineData("GB", "2025550101", "12025550101")]
    [InlineData("DE", "0612345678", "+33612345678")]
    [InlineData("US", "+4404000000000", "+444000000000")]
    public void Different_numbers_do_not_meet(string region, string one, string other)
    {
        AssignableNumbers numbers = new(region);
        Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes(other), 8, out NumberText read));
        Assert.NotEqual(numbers.KeyOf(Read(one)), numbers.KeyOf(read));
    }

    [Fact]
    public void No_two_digit_strings_of_one_region_share_a_key_but_those_that_the_library_reads_as_one()
    {
        AssignableNumbers numbers = new("FR");
        Random random = new(7);
        Dictionary<ulong, string> seen = [];
        for (int i = 0; i < 50_000; i++)
        {
            string text = (random.Next(2) == 0 ? "+33" : "0") + random.NextInt64(100_000_000, 999_999_999);
            ulong key = numbers.KeyOf(Read(text));
            string whole = E164(text, "FR")!;
            seen.TryAdd(key, whole);
            Assert.Equal(seen[key], whole);
        }
    }

    private static NumberText Read(string text)
    {
        Assert.True(NumberText.TryRead(text, out NumberText number), text);
        return number;
    }

    private static IEnumerable<PhoneNumber> Numbers(string region)
    {
        Random random = new(region[0] * 256 + region[1]);
        PhoneNumberType[] types = [.. s_library.GetSupportedTypesForRegion(region).Where(type => s_library.GetExampleNumberForType(region, type) is not null)];
        for (int found = 0, tried = 0; found < NumbersPerRegion && tried < 200_000; tried++)
        {
            char[] digits = s_library.Format(s_library.GetExampleNumberForType(region, types[random.Next(types.Length)]), PhoneNumberFormat.E164).ToCharArray();
            for (int i = 0, changed = 1 + random.Next(7); i < changed; i++)
            {
                digits[^(1 + i)] = (char)('0' + random.Next(10));
            }

            PhoneNumber number = s_library.Parse(new string(digits), null);
            if (s_library.IsValidNumber(number))
            {
                found++;
                yield return number;
            }
        }
    }

    private static string? E164(string text, string region)
    {
        try
        {
            return s_library.Format(s_library.Parse(text, region), PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
