#if !NETSTANDARD_LAYOUT
using System.Runtime.Intrinsics;
#endif
using RocketComs.Core.Csv.Encodings;
using Xunit;

namespace RocketComs.Core.Tests.Csv;

public class ByteClassifierTests
{
#if NETSTANDARD_LAYOUT
    private static readonly Func<byte[], int, int, int[], int>[] s_finders = [MarkFinder.Find];
#else
    // As on this processor, and as on one without wide registers.
    private static readonly Func<byte[], int, int, int[], int>[] s_finders = Vector128.IsHardwareAccelerated ? [MarkFinder.Find, MarkFinder.FindNarrow] : [MarkFinder.Find];
#endif

    [Fact]
    public void Every_byte_has_the_kinds_that_its_character_has()
    {
        for (int value = 0; value < 256; value++)
        {
            ByteClasses expected = value switch
            {
                < 0x20 => ByteClasses.Low,
                '"' => ByteClasses.Quote,
                '#' or '$' or '%' or '(' => ByteClasses.Mark,
                0x7F => ByteClasses.Delete,
                '\\' => ByteClasses.Extension | ByteClasses.BackslashOrLess,
                '<' => ByteClasses.BackslashOrLess,
                '[' or ']' or '^' or '{' or '}' or '|' or '~' => ByteClasses.Extension,
                '`' or '@' => ByteClasses.GraveOrAt,
                > 0x7F => ByteClasses.NonAscii,
                _ => ByteClasses.None,
            };
            Assert.Equal((value, expected), (value, ByteClassifier.Of((byte)value)));
        }
    }

    [Theory]
    [InlineData((int)ByteClasses.None, (int)ByteClasses.None)]
    [InlineData((int)ByteClasses.NonAscii, (int)ByteClasses.None)]
    [InlineData((int)ByteClasses.Extension, (int)(ByteClasses.Bracket | ByteClasses.Bar))]
    [InlineData((int)ByteClasses.BackslashOrLess, (int)(ByteClasses.Backslash | ByteClasses.Less))]
    [InlineData((int)ByteClasses.GraveOrAt, (int)ByteClasses.At)]
    public void Finer_kinds_are_those_that_a_kind_may_stand_for(int kind, int finer)
    {
        ByteClasses expected = (ByteClasses)(kind | finer) | ByteClasses.WordDot;
        Assert.Equal(expected, ByteClassifier.Finer((ByteClasses)kind));
        Assert.Equal(expected, ByteClassifier.Finer(expected));
    }

    [Theory]
    [InlineData('.', (int)ByteClasses.WordDot)]
    [InlineData('[', (int)(ByteClasses.Extension | ByteClasses.Bracket))]
    [InlineData('{', (int)(ByteClasses.Extension | ByteClasses.Bracket))]
    [InlineData('}', (int)ByteClasses.Extension)]
    [InlineData('|', (int)(ByteClasses.Extension | ByteClasses.Bar))]
    [InlineData('\\', (int)(ByteClasses.Extension | ByteClasses.Backslash))]
    [InlineData('<', (int)ByteClasses.Less)]
    [InlineData('@', (int)ByteClasses.At)]
    [InlineData('"', (int)ByteClasses.Quote)]
    public void Finer_kind_of_a_mark_is_that_of_its_character(char mark, int kind) => Assert.Equal((ByteClasses)kind, ByteClassifier.FinerOf((byte)mark));

    [Fact]
    public void Finer_kind_of_a_byte_is_among_those_of_its_kind()
    {
        for (int value = 0; value < 256; value++)
        {
            ByteClasses finer = ByteClassifier.FinerOf((byte)value);
            Assert.Equal((value, finer), (value, finer & (ByteClassifier.Finer(ByteClassifier.Of((byte)value)) | ByteClasses.WordDot)));
        }
    }

    [Fact]
    public void Byte_is_seen_at_every_place_of_a_text_of_any_length()
    {
        for (int length = 0; length <= 130; length++)
        {
            byte[] text = [.. Enumerable.Repeat((byte)'a', length)];
            Assert.Equal(ByteClasses.None, ByteClassifier.Of(text));
            for (int place = 0; place < length; place++)
            {
                foreach (byte value in "\0\n\"#$%(/\\<[`@\u007F"u8)
                {
                    text[place] = value;
                    Assert.Equal((length, place, ByteClassifier.Of(value)), (length, place, ByteClassifier.Of(text)));
                }

                text[place] = 0xC3;
                Assert.Equal((length, place, ByteClasses.NonAscii), (length, place, ByteClassifier.Of(text)));
                text[place] = (byte)'z';
            }
        }
    }

    [Fact]
    public void Kinds_of_a_text_are_those_of_its_bytes_together()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(38);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] text = new byte[random.Next(100)];
            random.NextBytes(text);
            int mask = random.Next(256);
            for (int at = 0; at < text.Length; at++)
            {
                text[at] = (byte)(text[at] & mask);
            }

            ByteClasses expected = text.Aggregate(ByteClasses.None, (kinds, value) => kinds | ByteClassifier.Of(value));
            Assert.Equal(expected, ByteClassifier.Of(text));
#if !NETSTANDARD_LAYOUT
            if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<byte>.Count)
            {
                Assert.Equal(expected, ByteClassifier.OfNarrow(text));
            }
#endif
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void Marked_are_bytes_of_a_kind_commas_and_dots_in_words()
    {
        byte[] usual = [.. "abcdefgh 0123. ,.x$5 $a%%#q((/\\[\"\n\u00e9\u4e00"u8];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(38);
        int[] places = new int[400];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] text = new byte[random.Next(300)];
            random.NextBytes(text);
            for (int at = 0; at < text.Length && i % 4 > 0; at++)
            {
                text[at] = random.Next(20) > 0 ? usual[random.Next(usual.Length)] : text[at];
            }

            int from = random.Next(text.Length + 1);
            int to = random.Next(from, text.Length + 1);
#pragma warning restore CA5394
            int count = s_finders[i % s_finders.Length](text, from, to, places);
            int[] marked = places[..count];
            Assert.Equal(marked.Order().Distinct(), marked);

            // Of a run outside ASCII the first is marked, and none of the others need be.
            Assert.Equal(Enumerable.Range(from, to - from).Where(at => IsMark(text, at) && text[at] < 0x80), marked.Where(at => text[at] < 0x80));
            Assert.Empty(Enumerable.Range(from, to - from).Where(at => text[at] >= 0x80 && (at == from || text[at - 1] < 0x80)).Except(marked));
            Assert.All(marked, at => Assert.InRange(at, from, to - 1));
        }
    }

    private static bool IsMark(byte[] text, int at)
    {
        int next = at + 1 < text.Length ? text[at + 1] : 0;
        return (char)text[at] switch
        {
            ',' => true,
            '.' or '#' or '$' or '%' or '(' => next > '9' || next == '(' || next == text[at],
            _ => ByteClassifier.Of(text[at]) != ByteClasses.None,
        };
    }
}
