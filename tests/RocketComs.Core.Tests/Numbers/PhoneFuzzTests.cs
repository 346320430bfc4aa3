using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

/// <summary>What is read as a number has the digits of its cell, reads as itself, and is read alike as text and as bytes.</summary>
public sealed class PhoneFuzzTests
{
    private static readonly byte[][] s_cells = [.. ((string[])
    [
        "2025550101", "+12025550101", "(202) 555-0101", "202.555.0101", "1-202-555-0101", "+44 20 7946 0958", "0044 20 7946 0958", "06 12 34 56 78", "1.2025550101E+10", "2025550101 ext. 5", "2025550101;2025550102", "tel:+12025550101", "011 44 20 7946 0958",
    ]).Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] s_words = [.. ((string[])
    [
        "+", "0", "1", "00", "011", "(", ")", "-", ".", " ", "\u00A0", "\u202A", "\u202C", "\u200B", "\u2011", "\u0661", "\uFF11", "x", "E", "/", ";", ",", "\"", "'", "ext", "tel:", "\t", "#",
    ]).Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void A_number_that_is_read_is_the_one_that_stands_there()
    {
        int numbers = 0;
        NationalSpelling?[] regions = [.. ((string[])["US", "FR", "GB", "DE", "AU"]).Select(NationalSpelling.Of)];
        int turn = 0;
        Fuzz.Try(
            Cases.Of(20_000),
            random => Fuzz.Mutated(s_cells[random.Next(s_cells.Length)], random, 3, s_words),
            cell =>
            {
                NationalSpelling? national = regions[turn++ % regions.Length];
                string text = Encoding.UTF8.GetString(cell);
                PhoneReading reading = PhoneCell.Read(text, national);
                bool isValid = cell.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));
                if (isValid)
                {
                    Assert.Equal(reading.IsNumber, PhoneCell.TryRead(cell, out NumberText same, national));
                    Assert.Equal(reading.Number, same);
                }

                if (!reading.IsNumber)
                {
                    Assert.NotEqual(PhoneFault.None, reading.Fault);
                    return;
                }

                numbers++;
                string written = reading.Number.ToString()!;
                Assert.Matches("^[+]?[0-9]{10,15}$", written);
                Assert.EndsWith(Regex.Replace(written, "^[+]", string.Empty)[^7..], Regex.Replace(text, "[^0-9]", string.Empty), StringComparison.Ordinal);
                Assert.Equal((PhoneKind.Sound, written), (PhoneCell.Read(written).Kind, PhoneCell.Read(written).Number.ToString()));
            });

        Assert.True(numbers > 0);
    }
}
