using System.Globalization;
using System.Text;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>Reports hold no number of a person, however it is spelled.</summary>
public sealed class NumberMaskTests
{
    [Theory]
    [InlineData("2025550123", "••••••••23")]
    [InlineData("Call +1 (202) 555-0123 now", "Call +• (•••) •••-••23 now")]
    [InlineData("20.25.55.01.23", "••.••.••.••.23")]
    [InlineData("２０２５５５０１２３", "••••••••２３")]
    [InlineData("٢٠٢٥٥٥٠١٢٣", "••••••••٢٣")]
    [InlineData("Ⅱ02 555 4380", "••• ••• ••80")]
    [InlineData("Ⅱ0Ⅱ ⅤⅤⅤ 43Ⅷ0", "••• ••• ••Ⅷ0")]
    [InlineData("二〇二五五五四三八〇", "••••••••八〇")]
    [InlineData("𝟚𝟘𝟚-𝟝𝟝𝟝-𝟜𝟛𝟠𝟘", "••••••-••••••-••••𝟠𝟘")]
    [InlineData("Call 212-555-HELP or 2 of 3", "Call •••-•••-HELP or 2 of 3")]
    [InlineData("½ of 1¾, from Ⅰ to Ⅴ", "½ of 1¾, from Ⅰ to Ⅴ")]
    [InlineData("202\u200b555\u200b0123", "•••\u200b•••\u200b••23")]
    [InlineData("2.02555E+9 is 2025550123.00", "2.02555E+9 is ••••••••••.00")]
    [InlineData("5550123", "•••••23")]
    [InlineData("…and 20255", "…and 20255")]
    [InlineData("…and 20255…", "…and •••••…")]
    [InlineData("On 2027-01-31 from 09:00 to 12:30", "On 2027-01-31 from 09:00 to 12:30")]
    [InlineData("2027-01-31 09:00-12:30", "2027-01-31 09:00-12:30")]
    [InlineData("12/24/2026 10:00 - 18:00", "12/24/2026 10:00 - 18:00")]
    [InlineData("call 22 33 44 55 or 98 76 54 321 or 020 7946 01", "call •• •• •• 55 or •• •• •• •21 or ••• •••• 01")]
    [InlineData("+352 26 12 34 or 555-0142 or 212x555x0142", "+••• •• •• 34 or •••-••42 or •••x•••x••42")]
    [InlineData("612 345 678", "••• ••• •78")]
    [InlineData("1 234 567.00 and 12.345.678 in 2026-2027 or 2026/2027", "1 234 567.00 and 12.345.678 in 2026-2027 or 2026/2027")]
    [InlineData("1-2-2027 or 31.01.2027, 9:00-10:30, 2027/01/31", "1-2-2027 or 31.01.2027, 9:00-10:30, 2027/01/31")]
    [InlineData("2012-10-12-12", "••••-••-••-12")]
    [InlineData("1,234,567 rows, 20 % off", "1,234,567 rows, 20 % off")]
    [InlineData("", "")]
    [InlineData("Call ２１２-５５５-HELP", "Call •••-•••-HELP")]
    [InlineData("212-555-HELP or 415-555-CARE", "•••-•••-HELP or •••-•••-CARE")]
    [InlineData("2 of 3: call 212-555-HELP", "2 of 3: call •••-•••-HELP")]
    [InlineData("+352,261,234 or 352,261,234", "+•••,•••,•34 or 352,261,234")]
    [InlineData("352,261,234", "352,261,234")]
    [InlineData("1,2345678", "1,•••••78")]
    [InlineData("1,234567", "1,234567")]
    [InlineData("2345678,1", "•••••78,1")]
    [InlineData("2025550123 and 1,2345678", "••••••••23 and 1,•••••78")]
    [InlineData("22334455 and 1,2345678", "••••••55 and 1,•••••78")]
    [InlineData("1,2,3,4,5,6,7,8,9,0 and 1,2,3,4,5,6,7,8,9", "•,•,•,•,•,•,•,•,9,0 and 1,2,3,4,5,6,7,8,9")]
    [InlineData("26.12.34.55 or 555/01/42", "••.••.••.55 or •••/••/42")]
    [InlineData("二零二五五五四三", "••••••四三")]
    [InlineData("二二三三四四五五", "••••••五五")]
    [InlineData("12a34b56c78 or 212 x 555 0142", "12a34b56c78 or 212 x ••• ••42")]
    [InlineData("2025      55501 or 2025       55501", "••••      •••01 or 2025       55501")]
    public void Numbers_are_masked_and_other_figures_stay(string text, string masked) => Assert.Equal(masked, NumberMask.Of(text));

    [Theory]
    [InlineData("(202) 555", "It reads 202555.", "It reads ••••••.")]
    [InlineData("2025", "Not 2025, nor 12025.", "Not ••••, nor •••••.")]
    [InlineData("12025550123", "See line 202.", "See line 202.")]
    [InlineData("12025550123", "See 20255 and 2025.", "See ••••• and 2025.")]
    [InlineData("123", "See line 123 of 1,302.", "See line ••• of 1,302.")]
    [InlineData("12", "See line 12.", "See line 12.")]
    public void What_a_text_repeats_of_a_number_is_masked_too(string field, string text, string masked) => Assert.Equal(masked, NumberMask.Of(text, field));

    [Theory]
    [InlineData("export_20270131_0900.csv")]
    [InlineData("sale-20271128.csv")]
    [InlineData("2027-01-31_09-30-15 sale")]
    [InlineData("20270131T0900/2027-02-28.csv")]
    public void Days_in_names_stay(string name) => Assert.Equal(name, NumberMask.OfName(name));

    [Theory]
    [InlineData("12025550123_20270131.csv", "•••••••••23_20270131.csv")]
    [InlineData("20271331.csv", "••••••31.csv")]
    [InlineData("2027013112.csv", "••••••••12.csv")]
    public void Numbers_in_names_are_masked(string name, string masked) => Assert.Equal(masked, NumberMask.OfName(name));

    [Theory]
    [InlineData("555-0123", "•••-••23")]
    [InlineData("12ab", "••ab")]
    public void A_field_of_a_number_keeps_its_last_digits_at_most(string field, string masked) => Assert.Equal(masked, NumberMask.OfField(field));

    [Fact]
    public void Any_spelling_keeps_its_length_and_loses_its_digits()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(16);
        string[] gaps = ["", "", "", " ", "-", ".", ") ", " (", " / ", "\u00a0", "\u2011", ",", "'", "_", "\u200b", "%20", " - "];
        for (int i = 0; i < 5_000; i++)
        {
            string digits = string.Concat(Enumerable.Range(0, random.Next(10, 16)).Select(place => (char)('0' + random.Next(place == 0 ? 1 : 0, 10))));
            int zero = new[] { '0', '0', '0', '０', '٠', '०' }[random.Next(6)];
            StringBuilder spelled = new(random.Next(2) == 0 ? "+" : string.Empty);
            foreach (char digit in digits)
            {
                spelled.Append((char)(zero + digit - '0')).Append(gaps[random.Next(gaps.Length)] is var gap && gap == "%20" ? " " : gap);
            }

            string text = $"Hi Ann {spelled} bye";
            string masked = NumberMask.Of(text);
            string left = string.Concat(masked.Where(char.IsDigit).Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit)));
            Assert.Equal((text, text.Length, digits[^2..]), (text, masked.Length, left));
        }
#pragma warning restore CA5394
    }
}
