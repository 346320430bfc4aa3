using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RocketComs.Core.Errors;
using RocketComs.Core.Splitting;
using RocketComs.Core.Tests.Repair;
using Xunit;

namespace RocketComs.Core.Tests.Splitting;

/// <summary>Whatever the file, its parts have its rows, each once and byte for byte, and count what it counts; or nothing is written.</summary>
public sealed class SplitPropertyTests
{
    private static readonly string[] s_numbers = ["2025550101", "2025550102", "+12025550101", "\"2025550103\"", " 2125550101 ", "3105550101", "+442079460958", "+447700900123", "8005550101", "6155550101"];

    private static readonly string[] s_texts =
    [
        "Hi", "a\\n b", "5\" x", "It\u2019s", "\uD83D\uDE00", "\"a, b\"", "\"a\r\nb\"", "\"a\nb\"", "\"a\rb\"", "\"she said \"\"no\"\"\"", " Hi ", "\u00FC", "[x]", "\"\n\nx\n\"", new('x', 161), new('\u00FC', 400),
    ];

    private static readonly string[] s_ends = ["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n , \n", "\r\n\r\n"];

    private static readonly Encoding[] s_encodings = [new UTF8Encoding(false), new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

    private static readonly Func<BatchSplitOptions, BatchSplitOptions>[] s_ways =
    [
        options => options with { MaxRow = 1 },
        options => options with { MaxRow = 3 },
        options => options with { MaxSegmentCount = 7 },
        options => options with { Percent = [1, 9, 90] },
        options => options with { ByTimeZone = true },
    ];

    [Fact]
    public void Sound_file_is_in_its_parts() => Prop.ForAll(Sound(), file => Check(file, mustSplit: true)).Try(150);

    [Fact]
    public void Any_file_is_in_its_parts_or_refused() => Prop.ForAll(NoisyFile.Arbitrary, file => Check(file, mustSplit: false)).Try(150);

    private static Arbitrary<byte[]> Sound()
    {
        Gen<string> rows = (from number in Gen.Elements(s_numbers) from text in Gen.Elements(s_texts) from end in Gen.Elements(s_ends) select number + "," + text + end)
            .NonEmptyListOf().Select(all => string.Concat(all));
        return Arb.From(
            from start in Gen.Elements(string.Empty, string.Empty, "\n", " \r\n")
            from file in rows
            from isCut in Gen.Elements(true, false)
            from encoding in Gen.Elements(s_encodings)
            select (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(start + (isCut ? file.TrimEnd('\r', '\n', ',', ' ') : file))]);
    }

    private static void Check(byte[] file, bool mustSplit)
    {
        foreach (Func<BatchSplitOptions, BatchSplitOptions> way in s_ways)
        {
            using SplitFolder folder = new(file);
            folder.Options = way(folder.Options);
            RcBatchCsvReport whole = folder.Check(folder.Input);
            SplitResult split;
            try
            {
                split = folder.Split();
            }
            catch (RocketComsException exception) when (exception is BatchCsvInvalidException || (exception is InvalidParameterException && whole.SegmentHistogram.Keys.Any(segments => segments.Length > 1 || segments[0] > '7')))
            {
                Assert.False(mustSplit && exception is BatchCsvInvalidException);
                Assert.Equal(exception is InvalidParameterException, whole.IsValid);
                Assert.Null(folder.Names);
                continue;
            }

            Assert.True(whole.IsValid);
            Assert.Equal(file, File.ReadAllBytes(folder.Input));
            AssertCounts(folder, split, whole);
            AssertBytes(folder, split, file);
        }
    }

    private static void AssertCounts(SplitFolder folder, SplitResult split, RcBatchCsvReport whole)
    {
        Assert.Equal((whole.RowCount, whole.SegmentCount), (split.Parts.Sum(part => part.RowCount), split.Parts.Sum(part => part.SegmentCount)));
        Assert.Equal(split.Parts.Select(part => part.Path), folder.Plan.Select(row => row[1]));
        Assert.Equal(split.Parts.Count + 1, folder.Names!.Length);
        foreach (RcBatchCsvPart part in split.Parts)
        {
            RcBatchCsvReport report = folder.Check(part.Path);
            Assert.Equal((0L, part.RowCount, part.SegmentCount, whole.FileEncoding), (report.ErrorCount, report.RowCount, report.SegmentCount, report.FileEncoding));
            Assert.InRange(part.RowCount, 1, folder.Options.MaxRow ?? long.MaxValue);
            Assert.InRange(part.SegmentCount, 1, folder.Options.MaxSegmentCount ?? long.MaxValue);
        }
    }

    // Row by row with their line ends, by a reader that shares nothing with the module.
    private static void AssertBytes(SplitFolder folder, SplitResult split, byte[] file)
    {
        List<string> expected = Records(file, out byte[] mark);
        List<string> found = [];
        foreach (RcBatchCsvPart part in split.Parts)
        {
            byte[] bytes = File.ReadAllBytes(part.Path);
            List<string> records = Records(bytes, out byte[] markOfPart);
            Assert.Equal(mark, markOfPart);
            Assert.Equal(EncodingOf(mark).GetString(bytes)[(mark.Length > 0 ? 1 : 0)..], string.Concat(records));
            found.AddRange(records);
        }

        if (folder.Options.MaxRow is not null || folder.Options.MaxSegmentCount is not null)
        {
            Assert.Equal(expected, found);
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static List<string> Records(byte[] file, out byte[] mark)
    {
        mark = s_encodings.Select(encoding => encoding.GetPreamble()).FirstOrDefault(preamble => preamble.Length > 0 && file.AsSpan().StartsWith(preamble)) ?? [];
        string text = EncodingOf(mark).GetString(file)[(mark.Length > 0 ? 1 : 0)..];
        List<string> records = [];
        int start = 0;
        bool isQuoted = false;
        for (int at = 0; at <= text.Length; at++)
        {
            bool isEnd = at == text.Length || (!isQuoted && text[at] is '\r' or '\n');
            if (!isEnd)
            {
                // A quote opens at the start of a field only.
                isQuoted = text[at] != '"' ? isQuoted : isQuoted ? !IsClosing(text, ref at) : at == start || text[at - 1] == ',';
                continue;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 1 : 0;
            string record = text[start..Math.Min(at + 1, text.Length)];
            if (record.Trim(' ', ',', ';', '\t', '|', '\r', '\n').Length > 0)
            {
                records.Add(record);
            }

            start = at + 1;
        }

        return records;
    }

    private static bool IsClosing(string text, ref int at)
    {
        bool isDoubled = at + 1 < text.Length && text[at + 1] == '"';
        at += isDoubled ? 1 : 0;
        return !isDoubled;
    }

    private static Encoding EncodingOf(byte[] mark) => mark.Length == 0 ? s_encodings[0] : s_encodings.First(encoding => encoding.GetPreamble().AsSpan().SequenceEqual(mark));
}
