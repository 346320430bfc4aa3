using System.Text;
using RocketComs.Core.Segments;
using Xunit;

namespace RocketComs.Core.Tests.Segments;

/// <summary>Texts that are cut, doubled and mixed by chance cost what the slow reference says, and their segments put together are the text.</summary>
public sealed class TextFuzzTests
{
    private static readonly byte[][] s_texts = [.. ((string[])
    [
        "Doors open at nine. Reply STOP to opt out.", new string('a', 158), new string(']', 80), "Grüße aus Köln – bis 20 €", "Привет, как дела? До встречи завтра", "\U0001F600\U0001F601 party \U0001F468\u200D\U0001F469\u200D\U0001F467", "{name}, your code is [1234] ^~|\\",
        "https://example.com/a?b=c&d=e#f and www.example.org", "line\nline\r\nline\\nline", "ΔΦΓΛΩΠΨΣΘΞ", new string('я', 69),
    ]).Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] s_words = [.. ((string[])
    [
        "\u20AC", "\f", "\u001B", "\\n", "\\", "\n", "\r", "\uD83D\uDE00", "\u2019", "\u00A0", "\u200B", "\u0301", "\u00E7", "\u00C7", "[", "]", "~", "`", "\t", "\0", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "яяяяяяяяяяяяяяяяяяяяяяяяяяяяяя",
    ]).Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Count_of_a_text_by_chance_is_that_of_the_reference()
    {
        int turn = 0;
        int longest = 0;
        Fuzz.Try(
            Cases.Of(20_000),
            random => Fuzz.Mutated(s_texts[random.Next(s_texts.Length)], random, 6, s_words),
            bytes =>
            {
                // By turns as broken UTF-8 reads, and as UTF-16 with halves of surrogate pairs.
                string text = turn++ % 4 == 0 ? new string([.. Encoding.UTF8.GetString(bytes).Where((_, place) => place % 7 != 3)]) : Encoding.UTF8.GetString(bytes);
                RcSmsConcatenation concatenation = turn % 2 == 0 ? RcSmsConcatenation.Reference8Bit : RcSmsConcatenation.Reference16Bit;
                ReferenceCounter reference = ReferenceCounter.Count(text, concatenation);
                SegmentCount count = SegmentCounter.Count(text, concatenation);
                RcSmsMeasurement measured = SmsMeasurer.Measure(text, new MeasureOptions { Literal = true, Concatenation = concatenation });

                Assert.Equal((reference.IsGsm7 ? RcSmsEncoding.Gsm7 : RcSmsEncoding.Ucs2, reference.Units, reference.Parts.Count), (count.Encoding, count.Units, count.Segments));
                Assert.True(reference.Parts.SequenceEqual(measured.Segments.Select(segment => (segment.Text, segment.Units))), "The segments differ from the reference's.");
                Assert.Equal(text, string.Concat(measured.Segments.Select(segment => segment.Text)));
                longest = Math.Max(longest, count.Segments);
            });

        Assert.InRange(longest, 2, int.MaxValue);
    }
}
