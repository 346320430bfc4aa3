using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

public sealed class SplitTests
{
    private const string Four = "12125550101,a\n13105550102,b\n12125550103,c\n13105550104,d\n";

    private static string Day => AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Advice_names_no_parameter_that_the_command_has_not()
    {
        using TestSession session = new();
        string advice = session.Script("$null | Split-RcBatchCsv -Destination parts -MaxRow 5").Error("RcInvalidParameter").ErrorDetails.RecommendedAction;
        Assert.DoesNotContain("-Number", advice, StringComparison.Ordinal);
        Assert.Contains("path of a file", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_writes_what_it_says()
    {
        using TestSession session = new();
        session.WriteFile("in.csv", Four);

        CommandResult result = session.Run("Split-RcBatchCsv", ("Path", "in.csv"), ("Destination", "parts"), ("MaxRow", 3)).NoErrors();

        Assert.All(result.Output, part => Assert.Equal("RocketComs.RcBatchCsvPart", part.TypeNames[0]));
        Assert.Equal(
            [(session.PathOf("parts/in-001.csv"), 3L, 3L, null), (session.PathOf("parts/in-002.csv"), 1L, 1L, (string?)null)],
            result.Output.Select(part => (part.Get<string>("Path")!, part.Get<long>("RowCount"), part.Get<long>("SegmentCount"), part.Get<string>("TimeZone"))));
        Assert.Equal("13105550104,d\n", File.ReadAllText(session.PathOf("parts/in-002.csv")));
        Assert.Equal(["in-001.csv", "in-002.csv", "plan.csv"], Names(session));
    }

    [Fact]
    public void Zone_of_the_connection_gives_windows_too()
    {
        using AccountSession session = new(null, ("TimeZone", "America/New_York"));
        session.WriteFile("in.csv", "12125550101,a\n");

        session.Script($"Split-RcBatchCsv in.csv parts -ByTimeZone -Date {Day}").NoErrors();

        Assert.Contains($",{Day},08:00,21:00", File.ReadAllText(session.PathOf("parts/plan.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-ByTimeZone:$false")]
    [InlineData("-MaxRow 1 -MaxSegmentCount 1")]
    [InlineData("-ByTimeZone -Percent 1,9,90")]
    [InlineData("-Percent 1,9")]
    [InlineData("-Percent 0,100")]
    [InlineData("-MaxRow 2 -StartTime 09:00")]
    [InlineData("-ByTimeZone -StartTime 09:00 -EndTime 12:00")]
    [InlineData("-ByTimeZone -TimeZone Nowhere/Atall")]
    [InlineData("-ByTimeZone -TimeZone Etc/UTC -Date 2020-01-01")]
    [InlineData("-ByTimeZone -TimeZone Etc/UTC -StartTime 12:00 -EndTime 09:00")]
    [InlineData("-MaxRow 2 -ShortLinkLength 20")]
    public void What_says_not_how_or_contradicts_itself_is_refused(string parameters)
    {
        using TestSession session = new();
        session.WriteFile("in.csv", Four);

        session.Script($"Split-RcBatchCsv in.csv parts {parameters}").Error("RcInvalidParameter");

        Assert.False(Directory.Exists(session.PathOf("parts")));
    }

    [Theory]
    [InlineData("-MaxRow 0")]
    [InlineData("-MaxRow 1.5")]
    [InlineData("-MaxRow $null")]
    [InlineData("-MaxSegmentCount '1,000'")]
    [InlineData("-Percent '1,5', 98.5")]
    [InlineData("-Percent @()")]
    [InlineData("-Percent $null")]
    [InlineData("-ByTimeZone -TimeZone Etc/UTC -StartTime 9")]
    [InlineData("-ByTimeZone -TimeZone Etc/UTC -Date 01.02.2027")]
    public void Value_that_is_none_is_refused(string parameters)
    {
        using TestSession session = new();
        session.WriteFile("in.csv", Four);

        Assert.Equal(ErrorCategory.InvalidData, Assert.Single(session.Script($"Split-RcBatchCsv in.csv parts {parameters}").Errors).CategoryInfo.Category);
        Assert.False(Directory.Exists(session.PathOf("parts")));
    }

    [Theory]
    [InlineData("10, 40.5, 49.5")]
    [InlineData("'10', '40.5', '49.5'")]
    [InlineData("@(10.0, [decimal]40.5, 49.5)")]
    [InlineData("100")]
    public void Shares_are_taken_as_they_stand(string percent)
    {
        using TestSession session = new();
        session.WriteFile("in.csv", Four);

        Assert.Equal(4, session.Script($"Split-RcBatchCsv in.csv parts -Percent {percent} -WarningAction Ignore").NoErrors().Output.Sum(part => part.Get<long>("RowCount")));
    }

    [Fact]
    public void Several_files_are_refused_before_anything_is_written()
    {
        using TestSession session = new();
        session.WriteFile("a.csv", Four);
        session.WriteFile("b.csv", Four);

        session.Script("'a.csv', 'b.csv' | Split-RcBatchCsv -Destination parts -MaxRow 1").Error("RcInvalidParameter");
        session.Script("@() | Split-RcBatchCsv -Destination parts -MaxRow 1").Error("RcInvalidParameter");
        Assert.Equal("none.csv", session.Script("Split-RcBatchCsv none.csv parts -MaxRow 1").Error("RcFileNotFound").TargetObject);

        Assert.False(Directory.Exists(session.PathOf("parts")));
    }

    [Fact]
    public void Repaired_file_is_split_and_one_with_errors_is_not()
    {
        using TestSession session = new();
        session.WriteFile("in.csv", "Number,Message\n(212) 555-0101,a\n");

        Assert.Equal("in.csv", session.Script("Split-RcBatchCsv in.csv parts -MaxRow 1").Error("RcCsvInvalid").TargetObject);
        PSObject part = session.Script("Repair-RcBatchCsv in.csv -Destination ok.csv | Split-RcBatchCsv -Destination parts -MaxRow 1").Single();

        Assert.Equal((session.PathOf("parts/ok-001.csv"), "2125550101,a\n"), (part.Get<string>("Path"), File.ReadAllText(part.Get<string>("Path")!)));
    }

    [Fact]
    public void WhatIf_counts_all_and_writes_nothing()
    {
        TestHost host = new();
        using TestSession session = new(host);
        session.WriteFile("in.csv", Four);

        CommandResult result = session.Run("Split-RcBatchCsv", ("Path", "in.csv"), ("Destination", "parts"), ("MaxSegmentCount", 3), ("WhatIf", true)).NoErrors();

        Assert.Contains($"Split '{session.PathOf("in.csv")}' into parts in '{session.PathOf("parts")}'", host.WhatIf(), StringComparison.Ordinal);
        Assert.Equal([3L, 1L], result.Output.Select(part => part.Get<long>("SegmentCount")));
        Assert.False(Directory.Exists(session.PathOf("parts")));
    }

    [Theory]
    [InlineData("No", 0)]
    [InlineData("Yes", 2)]
    public void Confirm_asks_and_only_a_yes_splits(string answer, int parts)
    {
        TestHost host = new(answer);
        using TestSession session = new(host);
        session.WriteFile("in.csv", Four);

        CommandResult result = session.Run("Split-RcBatchCsv", ("Path", "in.csv"), ("Destination", "parts"), ("MaxRow", 2), ("Confirm", true)).NoErrors();

        Assert.Single(host.Questions);
        Assert.Equal((parts, parts > 0), (result.Output.Count, Directory.Exists(session.PathOf("parts"))));
    }

    [Fact]
    public void What_is_there_is_replaced_only_by_force()
    {
        using TestSession session = new();
        session.WriteFile("in.csv", Four);
        session.Script("Split-RcBatchCsv in.csv parts -MaxRow 2").NoErrors();

        Assert.Equal("parts", session.Script("Split-RcBatchCsv in.csv parts -MaxRow 4").Error("RcInvalidParameter").TargetObject);
        CommandResult result = session.Script("Split-RcBatchCsv in.csv parts -MaxRow 4 -Force").NoErrors();

        Assert.Equal(Four, File.ReadAllText(result.Single().Get<string>("Path")!));
        Assert.Contains("in-002.csv", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_are_checked_by_the_pipe_and_sent_by_the_plan()
    {
        using AccountSession session = new();
        session.WriteFile("in.csv", Four);

        Assert.Equal([2L, 2L], session.Script("Split-RcBatchCsv in.csv parts -MaxRow 2 | Test-RcBatchCsv").NoErrors().Output.Select(report => report.Get<long>("RowCount")));
        CommandResult piped = session.Script($"Split-RcBatchCsv in.csv parts -MaxRow 2 -Force | New-RcBatch -CampaignId {TestSandbox.CampaignId} -Action Validate");

        Assert.Contains("plan.csv", piped.Error("RcInvalidParameter").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    private static string[] Names(TestSession session) => [.. Directory.GetFiles(session.PathOf("parts")).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)];
}
