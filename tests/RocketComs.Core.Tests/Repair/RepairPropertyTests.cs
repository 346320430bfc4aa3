using System.Text.RegularExpressions;
using FsCheck.Fluent;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>Whatever the file, the repair holds what it promises, or writes nothing.</summary>
public sealed class RepairPropertyTests
{
    private static readonly string[] s_countedAlike = ["RC005", "RC009", "RC010", "RC104", "RC107", "RC109", "RC110", "RC114"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_file_is_repaired_soundly_or_not_at_all(bool transliterate)
    {
        const int Many = 1_500;
        int repaired = 0;
        using RepairFolder folder = new([]);
        using RepairFolder again = new([]);
        Prop.ForAll(NoisyFile.Arbitrary, bytes =>
        {
            folder.Refill(bytes);
            folder.Options = folder.Options with { Transliterate = transliterate };
            RcBatchCsvReport before = folder.Check(folder.Input);
            RcBatchCsvRepair repair;
            try
            {
                repair = folder.Repair();
            }
            catch (BatchCsvUnusableException)
            {
                Assert.DoesNotContain("out.csv", folder.Names);
                Assert.Equal(before.RowCount == 0 || before.Issues.Any(issue => issue.RuleId == "RC008" && issue.Row == 0), folder.Rejected is null);
                return;
            }

            repaired++;
            Assert.Equal(bytes, File.ReadAllBytes(folder.Input));
            Assert.Equal(repair.RowsRejected == 0 ? ["in.csv", "out.csv"] : ["in.csv", "out.csv", "rejected.csv"], folder.Names);
            AssertSound(folder, repair, before);
            AssertRejected(folder, repair, before);
            if (!transliterate)
            {
                AssertRowsAreThoseOfTheOriginal(folder, repair);
                AssertCountsAreThoseOfTheCheck(repair, before);
            }

            AssertRepairedAgainIsTheSame(folder, again);
        }).Try(Many);

        // A generator that makes only files beyond repair would prove nothing.
        Assert.InRange(repaired, Cases.Of(Many / 2), Cases.Of(Many));
    }

    private static void AssertSound(RepairFolder folder, RcBatchCsvRepair repair, RcBatchCsvReport before)
    {
        RcBatchCsvReport after = folder.Check(folder.Options.Destination);
        Assert.True(after.IsValid);
        Assert.Equal((repair.RowsWritten, before.RowCount), (after.RowCount, repair.RowsRead));
        Assert.Equal("UTF-8", after.FileEncoding);
        repair.Changes.TryGetValue("RC102", out long dropped);
        Assert.Equal(repair.RowsRead, repair.RowsWritten + repair.RowsRejected + dropped);
        Assert.Equal(repair.RowsRejected, repair.Rejected.Length);
    }

    private static void AssertRejected(RepairFolder folder, RcBatchCsvRepair repair, RcBatchCsvReport before)
    {
        ReadRow[] rows = [.. BatchCsvReader.Read(new FileSource(folder.Input)).Where(read => !read.IsHeader)];
        foreach (RcBatchCsvIssue issue in repair.Rejected)
        {
            Assert.Equal((issue.RuleId == "RC111" ? RcIssueSeverity.Warning : RcIssueSeverity.Error, folder.Input), (issue.Severity, issue.Path));
            Assert.InRange(issue.Line, rows[issue.Row - 1].Row.Line, issue.Row < rows.Length ? rows[issue.Row].Row.Line - 1 : long.MaxValue);
            Assert.True(folder.Options.Transliterate || before.Issues.Contains(issue), issue.ToString());
        }

        Assert.Equal(before.Issues.Where(issue => issue.RuleId == "RC111").Select(issue => issue.Row).Distinct(), repair.Rejected.Where(issue => issue.RuleId == "RC111").Select(issue => (long)issue.Row));

        // Only a number that could be repaired may have had an error and still be written.
        HashSet<long> rejected = [.. repair.Rejected.Select(issue => issue.Row)];
        Assert.All(before.Issues.Where(issue => issue.Severity == RcIssueSeverity.Error && issue.Row > 0 && !rejected.Contains(issue.Row)), issue => Assert.Equal("RC005", issue.RuleId));
    }

    // The repair told a second time, in as few words as can be.
    private static void AssertRowsAreThoseOfTheOriginal(RepairFolder folder, RcBatchCsvRepair repair)
    {
        HashSet<long> rejected = [.. repair.Rejected.Select(issue => issue.Row)];
        HashSet<(string, string)> seen = [];
        (string, string)[] expected =
        [
            .. BatchCsvReader.Read(new FileSource(folder.Input))
                .Where(read => !read.IsHeader && !rejected.Contains(read.Row.Row))
                .Select(read => (Number: Regex.Replace(read.Row.Number, @"[^0-9+]", string.Empty), Message: Text(read.Row.Message)))
                .Where(row => seen.Add((Regex.Replace(row.Number, @"^(\+?1(?=\d{10}$)|\+(?!\d{10}$))", string.Empty), row.Message))),
        ];
        Assert.Equal(expected, BatchCsvReader.Read(new FileSource(folder.Options.Destination)).Select(read => (read.Row.Number, read.Row.Message)));
    }

    private static string Text(string text) => Regex.Replace(Regex.Replace(text, "\r\n|\r|\n", @"\n"), @"\\n +", @"\n").Trim(' ', '\t');

    private static void AssertCountsAreThoseOfTheCheck(RcBatchCsvRepair repair, RcBatchCsvReport before)
    {
        if (repair.RowsRead == repair.RowsWritten)
        {
            Assert.All(s_countedAlike, ruleId => Assert.Equal((ruleId, before.IssueSummary.GetValueOrDefault(ruleId)), (ruleId, repair.Changes.GetValueOrDefault(ruleId))));
            Assert.True(repair.Changes.GetValueOrDefault("RC103") >= before.IssueSummary.GetValueOrDefault("RC103"));
        }
    }

    private static void AssertRepairedAgainIsTheSame(RepairFolder folder, RepairFolder again)
    {
        again.Refill(File.ReadAllBytes(folder.Options.Destination));
        again.Options = again.Options with { Transliterate = folder.Options.Transliterate };
        RcBatchCsvRepair repair = again.Repair();
        Assert.Empty(repair.Changes);
        Assert.Equal((repair.RowsRead, 0), (repair.RowsWritten, repair.RowsRejected));
        Assert.Equal(File.ReadAllBytes(again.Input), File.ReadAllBytes(again.Options.Destination));
    }
}
