using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Tests.Csv;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>
/// Nothing that was read vanishes: rows read are rows written, set aside, or dropped as duplicates, and the header; and no recipient gets a
/// text that stood beside another number. A reader that shares nothing with the module says so. Some thousands of files from a fixed seed;
/// ROCKETCOMS_FUZZ asks for more, ROCKETCOMS_FUZZ_SEED for others.
/// </summary>
public sealed class ConservationTests
{
    private static readonly string[] s_numbers =
    [
        "2025550101", "2025550102", "+12025550103", "(202) 555-0104", "2025550101;2025550102", "Number", "sep=;", "Titel", "", "1.2E+09", "\"2025550105\"", "2025550106\n",
    ];

    private static readonly string[] s_texts =
    [
        "Hello", "a; b", "202-555-0100; Main St", "2025550107,Main St", "2025550108\tOak St", "x", " ", "\"", "\"\"", "\n", "\r\n", ",", ";", "|", "\t", "\\n ", "\u00FC",
    ];

    [Fact]
    public void Rows_read_are_written_set_aside_or_dropped_in_every_file()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(Fuzz.Setting("ROCKETCOMS_FUZZ_SEED", 20261129));
        int written = 0;
        using RepairFolder folder = new([]);
        folder.Options = folder.Options with { Overwrite = true };
        for (int i = 0; i < Fuzz.Setting("ROCKETCOMS_FUZZ", Cases.Of(4_000)); i++)
        {
            byte[] bytes = Mutated(Encoding.UTF8.GetBytes(File(random)), random);
#pragma warning restore CA5394
            try
            {
                written += Check(folder, bytes) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("Failed for " + Convert.ToHexString(bytes) + "\n" + Encoding.UTF8.GetString(bytes), exception);
            }
        }

        Assert.True(written > 0);
    }

#pragma warning disable CA5394
    private static string File(Random random)
    {
        char separator = random.Next(4) > 0 ? ',' : ";\t|"[random.Next(3)];
        string end = random.Next(4) switch { 0 => "\r\n", 1 => "\r", _ => "\n" };
        StringBuilder file = new();
        for (int row = random.Next(6); row >= 0; row--)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => s_texts[random.Next(s_texts.Length)]));
            bool isQuoted = random.Next(3) > 0;
            file.Append(s_numbers[random.Next(4) > 0 ? random.Next(3) : random.Next(s_numbers.Length)]).Append(separator)
                .Append(isQuoted ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text).Append(random.Next(12) > 0 ? end : "");
        }

        return file.ToString();
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        for (int hits = random.Next(3); hits > 0 && bytes.Length > 0; hits--)
        {
            int at = random.Next(bytes.Length);
            bytes = random.Next(3) switch
            {
                0 => [.. bytes[..at], .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], "\",;\n\r\t| 2"u8[random.Next(9)], .. bytes[at..]],
                _ => [.. bytes[..at], .. bytes[random.Next(at + 1)..]],
            };
        }

        return bytes;
    }
#pragma warning restore CA5394

    private static bool Check(RepairFolder folder, byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        using MemoryStream rejected = new();
        RcBatchCsvReport report = BytesSource.Check(bytes, new CheckOptions { Rejected = () => rejected });
        ReadRow[] read = [.. BatchCsvReader.Read(new BytesSource(bytes))];
        Assert.Equal((report.RowCount, report.IssueSummary.GetValueOrDefault("RC009")), (read.Count(row => !row.IsHeader), read.Count(row => row.IsHeader)));
        char separator = Separator(report);
        List<string[]?> records = StrictCsv.Read(text, separator);
        if (records.TrueForAll(record => record is { Length: 2 }) && records.Exists(record => Regex.IsMatch(record![0], "^[+]?[0-9]{10,15}$")) && separator != ',')
        {
            // The comma wins wherever it reads: then it reads not one of these.
            Assert.DoesNotContain(StrictCsv.Read(text), record => record is { Length: 2 } && Regex.IsMatch(record[0], "^[+]?[0-9]{10,15}$") && !records.Exists(other => other![1].Contains(record[0], StringComparison.Ordinal)));
        }

        if (records.TrueForAll(record => record is not null && !record.Any(field => field.Contains('"', StringComparison.Ordinal))))
        {
            Assert.Equal(records.Count, read.Length);
        }

        return Repair(folder, bytes, report, records);
    }

    private static bool Repair(RepairFolder folder, byte[] bytes, RcBatchCsvReport before, List<string[]?> records)
    {
        folder.Refill(bytes);
        RcBatchCsvRepair repair;
        try
        {
            repair = folder.Repair();
        }
        catch (BatchCsvUnusableException)
        {
            return false;
        }

        Assert.Equal(before.RowCount, repair.RowsRead);
        Assert.Equal(repair.RowsRead, repair.RowsWritten + repair.RowsRejected + repair.Changes.GetValueOrDefault("RC102"));
        Assert.Equal(before.IssueSummary.GetValueOrDefault("RC009"), repair.Changes.GetValueOrDefault("RC009"));
        List<string[]?> output = StrictCsv.Read(folder.Output!);
        Assert.Equal(repair.RowsWritten, output.Count);
        Assert.Equal(folder.Output!.Count(character => character == '\n'), output.Count);
        HashSet<(string, string)> paired = [.. records.Where(record => record is { Length: 2 }).SelectMany(record => new[] { record![1], WithoutBlanks(record[1]) }.Select(text => (Digits(record[0]), Plain(text))))];
        Assert.All(output, record => Assert.Contains((Digits(record![0]), Plain(record[1])), paired));
        return true;
    }

    private static string Digits(string number) => Regex.Replace(number, "[^0-9]", string.Empty);

    // Line breaks either way, the blanks after them and around the text do not count.
    private static string Plain(string text) => Regex.Replace(Regex.Replace(text, "\r\n|\r|\n", @"\n"), @"\\n +", @"\n").Trim(' ', '\t');

    // What is in quotes but for the blanks around them.
    private static string WithoutBlanks(string text) =>
        Regex.Match(text, "^[ \t]+\"((?:[^\"]|\"\")*)\"[ \t]*$") is { Success: true } quoted ? quoted.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    private static char Separator(RcBatchCsvReport report) => report.Issues.FirstOrDefault(issue => issue.RuleId == "RC010")?.Message is not { } message ? ','
        : message.Contains("semicolons", StringComparison.Ordinal) ? ';' : message.Contains("tabs", StringComparison.Ordinal) ? '\t' : '|';
}
