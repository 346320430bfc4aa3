using System.Buffers.Text;
using System.Text;
using PhoneNumbers;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public sealed class AssignableNumbersTests
{
    [Theory]
    [InlineData("US", "2025554444")]
    [InlineData("US", "12025554444")]
    [InlineData("US", "+12025554444")]
    [InlineData("US", "8005554444")]
    [InlineData("US", "4165554444")]
    [InlineData("US", "7875554444")]
    [InlineData("US", "2029114444")]
    [InlineData("US", "2465210123")]
    [InlineData("ca", "2025554444")]
    [InlineData("PR", "12025554444")]
    [InlineData("US", "+447911123456")]
    [InlineData("US", "447911123456")]
    [InlineData("US", "+390612345678")]
    [InlineData("US", "+80012345678")]
    [InlineData("US", "+494176758475852")]
    [InlineData("US", "494176758475852")]
    [InlineData("GB", "07911123456")]
    [InlineData("GB", "7911123456")]
    [InlineData("gb", "447911123456")]
    [InlineData("GB", "+447911123456")]
    [InlineData("GB", "12025554444")]
    [InlineData("GB", "+12025554444")]
    [InlineData("DE", "015112345678")]
    [InlineData("IT", "0612345678")]
    [InlineData("SG", "6581234567")]
    [InlineData("US", "1237774444", false)]
    [InlineData("US", "11237774444", false)]
    [InlineData("US", "+11237774444", false)]
    [InlineData("US", "4115554444", false)]
    [InlineData("US", "2020554444", false)]
    [InlineData("US", "8001234567", false)]
    [InlineData("US", "2465212123", false)]
    [InlineData("US", "0202555444", false)]
    [InlineData("US", "02025554444", false)]
    [InlineData("US", "+1202555444", false)]
    [InlineData("US", "+120255544444", false)]
    [InlineData("US", "+2025554444", false)]
    [InlineData("US", "+0442079460000", false)]
    [InlineData("US", "+9991234567", false)]
    [InlineData("US", "20000000000", false)]
    [InlineData("RU", "8001234567")]
    [InlineData("US", "+8001234567", false)]
    [InlineData("US", "+44791112345", false)]
    [InlineData("US", "+4407911123456", false)]
    [InlineData("US", "00447911123456", false)]
    [InlineData("US", "07911123456", false)]
    [InlineData("US", "123456789012345", false)]
    [InlineData("US", "+123456789012345", false)]
    [InlineData("GB", "2025554444", false)]
    [InlineData("GB", "+07911123456", false)]
    [InlineData("GB", "00447911123456", false)]
    [InlineData("GB", "079111234567", false)]
    public void Number_is_assignable_or_not(string region, string number, bool expected = true) => Assert.Equal(expected, IsAssignable(new AssignableNumbers(region), number));

    [Theory]
    [InlineData(685, 22123, 5, true)]
    [InlineData(685, 11111, 5, false)]
    [InlineData(44, 7911123456, 10, true)]
    [InlineData(44, 791112345, 9, false)]
    public void Number_of_any_length_is_of_its_plan_or_not(int countryCode, ulong number, int digits, bool isAssigned) =>
        Assert.Equal(isAssigned, AssignableNumbers.IsAssigned(countryCode, new DigitRun(number, digits)));

    [Theory]
    [InlineData("US", "2025550101", false)]
    [InlineData("US", "12025550101", true)]
    [InlineData("US", "0202555010", null)]
    [InlineData("US", "+442079460958", true)]
    [InlineData("GB", "02079460958", false)]
    [InlineData("GB", "00442079460958", null)]
    [InlineData("GB", "442079460958", null)]
    public void Country_code_is_there_where_that_is_sure(string region, string number, bool? has)
    {
        Assert.True(NumberText.TryRead(number, out NumberText read));
        Assert.Equal(has, new AssignableNumbers(region).HasCountryCode(read));
    }

    [Fact]
    public void Examples_of_the_library_are_assignable_however_they_are_dialled()
    {
        PhoneNumberUtil library = PhoneNumberUtil.GetInstance();
        int tried = 0;
        foreach (string region in library.GetSupportedRegions())
        {
            AssignableNumbers numbers = new(region);
            foreach (PhoneNumberType type in library.GetSupportedTypesForRegion(region))
            {
                PhoneNumber? example = library.GetExampleNumberForType(region, type);
                string[] spellings = example is null || !library.IsValidNumber(example)
                    ? []
                    : [library.Format(example, PhoneNumberFormat.E164), library.Format(example, PhoneNumberFormat.E164)[1..], Digits(library.Format(example, PhoneNumberFormat.NATIONAL))];
                foreach (string spelling in spellings.Where(spelling => Digits(spelling).Length is >= 10 and <= 15))
                {
                    tried++;
                    Assert.True(IsAssignable(numbers, spelling), $"{region}: {type} {spelling}");
                }
            }
        }

        Assert.True(tried > 2_000, $"Only {tried} numbers were tried.");
    }

    [Fact]
    public void Threads_share_one_answer()
    {
        AssignableNumbers numbers = new("US");
        string[] some = [.. Enumerable.Range(0, 20_000).Select(i => $"+{(i % 3 == 0 ? "1" : i % 3 == 1 ? "44" : "49")}{(long)i * 499_979 % 10_000_000_000:0000000000}")];

        bool[] alone = [.. some.Select(number => IsAssignable(numbers, number))];
        bool[] together = new bool[some.Length];
        Parallel.For(0, some.Length, i => together[i] = IsAssignable(new AssignableNumbers("US"), some[i]));

        Assert.Equal(alone, together);
        Assert.Equal(2, alone.Distinct().Count());
    }

    [Fact]
    public void North_American_number_costs_no_memory()
    {
        AssignableNumbers numbers = new("US");
        byte[] digits = "2025554444"u8.ToArray();
        bool first = IsAssignable(numbers, digits);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int assignable = 0;
        for (ulong number = 2_000_000_000; number < 9_000_000_000; number += 999_983)
        {
            _ = Utf8Formatter.TryFormat(number, digits, out _);
            assignable += IsAssignable(numbers, digits) ? 1 : 0;
        }

        long used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(first);
        Assert.Equal((0L, true), (used, assignable > 1_000));
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("UK")]
    [InlineData("GBR")]
    [InlineData("001")]
    [InlineData("1")]
    [InlineData(" ")]
    [InlineData("")]
    public void Unknown_region_is_refused_with_what_to_write(string region)
    {
        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => new AssignableNumbers(region));
        Assert.Equal(("DefaultRegion", region), (exception.ParameterName, exception.Value));
        Assert.Contains("such as US, CA, GB or DE", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_region_of_the_library_is_accepted_in_either_case()
    {
        IEnumerable<string> regions = PhoneNumberUtil.GetInstance().GetSupportedRegions();
        Assert.All(regions, region =>
        {
            NumberingPlan.RequireRegion(region);
            Assert.Equal(region, new AssignableNumbers(region.ToLowerInvariant()).Region);
        });
    }

    private static bool IsAssignable(AssignableNumbers numbers, string number) => IsAssignable(numbers, Encoding.ASCII.GetBytes(number));

    private static bool IsAssignable(AssignableNumbers numbers, byte[] number)
    {
        Assert.True(NumberText.TryRead(number, out NumberText read));
        return numbers.IsAssignable(read, out _);
    }

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
