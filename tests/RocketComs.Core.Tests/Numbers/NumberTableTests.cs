using PhoneNumbers;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>The tables say what libphonenumber says. A new version of the package whose patterns are read wrongly is noticed here.</summary>
public sealed class NumberTableTests
{
    private const int NorthAmerica = 1;

    private static readonly PhoneNumberUtil s_library = PhoneNumberUtil.GetInstance();

    [Fact]
    public void North_American_table_equals_the_library_for_every_area_code_and_exchange()
    {
        NumberTable table = NumberTable.NorthAmerican;
        int assigned = 0;
        Parallel.For(0, Cases.Of(1_000_000), () => 0, (i, _, count) =>
        {
            // All of them, or a share from all over the plan.
            int prefix = (int)(i * 7_919L % 1_000_000);

            // Another subscriber for each, so that all digits behind the prefix come up.
            ulong number = ((ulong)prefix * 10_000) + ((ulong)prefix * 7_919 % 10_000);
            bool expected = LibrarySays(NorthAmerica, new DigitRun(number, 10));
            Assert.True(expected == table.Contains(number, (uint)prefix), $"+1 {number:0000000000}: the library says {expected}.");
            count += expected ? 1 : 0;
            return count;
        }, count => System.Threading.Interlocked.Add(ref assigned, count));

        // Neither all nor nothing: the plan has about 450 area codes of 800 exchanges.
        Assert.InRange(assigned, Cases.Of(300_000), Cases.Of(500_000));
    }

    [Fact]
    public void Numbers_of_split_exchanges_are_judged_one_by_one()
    {
        NumberTable table = NumberTable.NorthAmerican;
        uint[] split = [.. Enumerable.Range(0, 1_000_000).Select(prefix => (uint)prefix).Where(table.IsSplit)];

        // Exchange 521 of Barbados; were there many, most of a file would have to ask the library.
        Assert.InRange(split.Length, 1, 100);
        Assert.Contains(246_521u, split);
        foreach (ulong number in split.SelectMany(prefix => Enumerable.Range(0, 10_000).Select(subscriber => ((ulong)prefix * 10_000) + (ulong)subscriber)))
        {
            Assert.True(LibrarySays(NorthAmerica, new DigitRun(number, 10)) == table.Contains(number, (uint)(number / 10_000)), $"{number}");
        }
    }

    [Fact]
    public void Tables_of_all_country_codes_equal_the_library()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        System.Random random = new(20261123);
        int assigned = 0;
        foreach (int countryCode in s_library.GetSupportedCallingCodes().Order())
        {
            for (int digits = PrefixSet.Digits; digits <= 14; digits++)
            {
                NumberTable table = NumberTable.Of(countryCode, digits);
                for (int i = 0; i < Cases.Of(250); i++)
                {
                    DigitRun number = new((ulong)(random.NextDouble() * System.Math.Pow(10, digits)), digits);
                    bool expected = LibrarySays(countryCode, number);
                    Assert.True(expected == table.Contains(number.Value, number.First(PrefixSet.Digits)), $"+{countryCode} {number}: the library says {expected}.");
                    assigned += expected ? 1 : 0;
                }
            }
        }
#pragma warning restore CA5394

        Assert.True(assigned > Cases.Of(10_000), $"Only {assigned} of the numbers are any.");
    }

    [Fact]
    public void North_American_regions_are_the_library_s_in_its_order()
    {
        Assert.Equal(s_library.GetRegionCodesForCountryCode(NorthAmerica), NumberingPlan.NorthAmerican);
        Assert.Equal(NumberingPlan.NorthAmerican, PhoneLibrary.MetadataOf(NorthAmerica).Select(region => region.Id));
        Assert.All(s_library.GetSupportedRegions(), region => Assert.Equal(s_library.IsNANPACountry(region), NumberingPlan.IsNorthAmerican(region)));
    }

    [Fact]
    public void Metadata_of_North_America_is_found_without_the_library_itself() => Assert.All(
        NumberingPlan.NorthAmerican,
        region => Assert.NotNull(typeof(PhoneMetadata).Assembly.GetManifestResourceInfo("PhoneNumbers.metadata.PhoneNumberMetadata_" + region)));

    [Theory]
    [InlineData("2025554444", true)]
    [InlineData("1237774444", false)]
    [InlineData("8005554444", true)]
    [InlineData("2005554444", false)]
    public void Library_is_asked_where_a_pattern_is_not_understood(string number, bool expected)
    {
        PhoneMetadata foreign = PhoneMetadata.CreateBuilder()
            .SetGeneralDesc(PhoneNumberDesc.CreateBuilder().SetNationalNumberPattern(".*"))
            .SetFixedLine(PhoneNumberDesc.CreateBuilder().SetNationalNumberPattern("[2-9][0-9]{9}"))
            .Build();
        NumberTable table = new(NorthAmerica, 10, [foreign]);

        ulong value = ulong.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, table.Contains(value, (uint)(value / 10_000)));
        Assert.True(table.IsSplit(123_777));
    }

    [Fact]
    public void Region_claims_all_numbers_with_its_leading_digits()
    {
        // The first region hands out nothing behind 202 but 555, so the second, which would, is not asked.
        List<PhoneMetadata> regions = [Region("202", "202555[0-9]{4}"), Region(string.Empty, "20[0-9]{8}")];
        NumberTable table = new(NorthAmerica, 10, regions);

        Assert.Equal((true, false, true), (table.Contains(2025550000, 202_555), table.Contains(2025560000, 202_556), table.Contains(2035560000, 203_556)));
    }

    [Fact]
    public void Library_is_asked_where_an_exchange_is_handed_out_in_part()
    {
        NumberTable table = new(NorthAmerica, 10, [Region(string.Empty, "202555[0-9]{4}|24652101[0-9]{2}")]);
        Assert.Equal((true, false, false), (table.IsSplit(246_521), table.IsSplit(202_555), table.IsSplit(203_555)));
        Assert.Equal((true, true, false), (table.Contains(2025550101, 202_555), table.Contains(2465210123, 246_521), table.Contains(2465212123, 246_521)));
        NumberTable whole = new(NorthAmerica, 10, [Region(string.Empty, "246521[0-9]{4}")]);
        Assert.Equal((false, true), (whole.IsSplit(246_521), whole.Contains(2465212123, 246_521)));
        NumberTable both = new(NorthAmerica, 10, [Region("246", "24652101[0-9]{2}"), Region(string.Empty, "2465[0-9]{6}")]);
        Assert.Equal((true, false), (both.Contains(2465210123, 246_521), both.Contains(2465212123, 246_521)));
    }

    private static PhoneMetadata Region(string leadingDigits, string numbers) => PhoneMetadata.CreateBuilder()
        .SetLeadingDigits(leadingDigits)
        .SetGeneralDesc(PhoneNumberDesc.CreateBuilder().SetNationalNumberPattern("[2-9][0-9]{9}"))
        .SetFixedLine(PhoneNumberDesc.CreateBuilder().SetNationalNumberPattern(numbers))
        .Build();

    private static bool LibrarySays(int countryCode, DigitRun number)
    {
        int zeros = number.ToString().TakeWhile(digit => digit == '0').Count();
        PhoneNumber.Builder builder = new PhoneNumber.Builder().SetCountryCode(countryCode).SetNationalNumber(number.Value);
        return s_library.IsValidNumber((zeros > 0 ? builder.SetNumberOfLeadingZeros(System.Math.Min(zeros, number.Length - 1)) : builder).Build());
    }
}
