using System;
using System.IO;
using System.Linq;
using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Damaged files give a report whose figures agree with each other, never an exception.</summary>
public class CheckFuzzTests
{
    private const string Sound =
        "2025554444,New Product Launch This Month\r\n+12025554445,\"Hello, \"\"you\"\"\"\n2025554446,\"two\nlines\"\r\n\r\n2025554447,Grüße 😀\\n…\r2025554448,x\n";

    private static readonly string[] s_encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Fact]
    public void Random_bytes_give_a_report()
    {
        byte[] likely = [.. "0123456789,,,\"\"\"\n\n\r+ ab;\t\\n"u8];
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(20261123);
        for (int i = 0; i < 3_000; i++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            for (int at = 0; at < bytes.Length && i % 3 > 0; at++)
            {
                bytes[at] = random.Next(10) < 9 ? likely[random.Next(likely.Length)] : bytes[at];
            }

            AssertSane(bytes);
        }
    }

    [Fact]
    public void Damaged_files_give_a_report()
    {
        Random random = new(7);
        byte[][] files = [.. s_encodings.Select(name => (byte[])[.. Encoding.GetEncoding(name).GetPreamble(), .. Encoding.GetEncoding(name).GetBytes(Sound)])];
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bytes = (byte[])files[i % files.Length].Clone();
            for (int hit = random.Next(4); hit > 0; hit--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            AssertSane(bytes[..random.Next(bytes.Length + 1)]);
        }
    }
#pragma warning restore CA5394

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Every_truncation_gives_a_report(string name)
    {
        byte[] bytes = [.. Encoding.GetEncoding(name).GetPreamble(), .. Encoding.GetEncoding(name).GetBytes(Sound)];
        for (int length = 0; length <= bytes.Length; length++)
        {
            AssertSane(bytes[..length]);
        }
    }

    private static void AssertSane(byte[] bytes)
    {
        using MemoryStream rejected = new();
        string hex = Convert.ToHexString(bytes);
        RcBatchCsvReport report;
        try
        {
            report = BytesSource.Check(bytes, new CheckOptions { Rejected = rejected, OptOutNumbers = ["2025554448"] });
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("Failed for " + hex, exception);
        }

        Assert.True(report.RowCount >= report.ValidRowCount && report.ValidRowCount == report.Gsm7RowCount + report.Ucs2RowCount, hex);
        Assert.True(report.ErrorCount + report.WarningCount == report.IssueSummary.Values.Sum(), hex);
        Assert.True(report.ErrorCount + report.WarningCount == report.Issues.Length, hex);
        Assert.True(report.SegmentCount >= report.ValidRowCount, hex);
        Assert.True(rejected.Length > 0 == report.RowCount > report.ValidRowCount, hex);
        int lines = bytes.Count(each => each is (byte)'\n' or (byte)'\r') + 1;
        Assert.All(report.Issues, issue => Assert.True(issue.Line >= 1 && issue.Line <= lines && issue.Row <= report.RowCount, $"{issue} for {hex}"));
        try
        {
            Assert.Equal(report.RowCount, BatchCsvReader.Read(new BytesSource(bytes)).Count());
        }
        catch (BatchFileException)
        {
            Assert.Equal(0, report.RowCount);
        }
    }
}
