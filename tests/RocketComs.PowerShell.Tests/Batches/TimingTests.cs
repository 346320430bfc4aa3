using System.Collections;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>When a batch reaches its recipients and how long it takes is told before it is scheduled.</summary>
public sealed class TimingTests
{
    private const string Coasts = "2025550101,Hi\n2135550123,Hi\n2135550124,Hi\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_in_quiet_time_are_warned_of_before_a_schedule(bool isWhatIf)
    {
        TestHost host = new("No");
        using AccountSession session = new(host, ("TimeZone", "America/New_York"));
        session.WriteFile("f.csv", Coasts);

        CommandResult result = session.Run(
            "Update-RcBatch",
            ("Id", session.NewBatch()),
            ("Path", "f.csv"),
            ("StartDate", "2030-01-15"),
            ("StartTime", "09:00"),
            ("EndTime", "17:00"),
            ("WhatIf", isWhatIf)).NoErrors();

        string warning = Assert.Single(result.Warnings);
        Assert.Contains("2 of 3 rows can arrive in quiet time (21:00 to 08:00", warning, StringComparison.Ordinal);
        Assert.Contains("06:00-14:00 in America/Los_Angeles", warning, StringComparison.Ordinal);
        Assert.Contains("11:00-21:00 of America/New_York would be quiet time for nobody", warning, StringComparison.Ordinal);
        Assert.Contains("2 of 3 rows can arrive in quiet time", isWhatIf ? host.WhatIf() : Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("-StartDate 2127-03-08 -EndDate 2127-03-20 -StartTime 03:00 -EndTime 05:00", "on 2127-03-09, 07:00-09:00 in Europe/London")] // New York is an hour ahead from then on
    [InlineData("-StartDate 2127-03-08 -StartTime 03:00 -EndTime 05:00", "on 2127-03-09, 07:00-09:00 in Europe/London")]
    [InlineData("-StartDate 2127-03-01 -StartTime 03:00 -EndTime 05:00", null)] // A batch without a last day is judged for a week.
    [InlineData("-StartDate 2127-03-01 -EndDate 2127-03-08 -StartTime 03:00 -EndTime 05:00", null)]
    [InlineData("-StartDate 2127-03-01 -EndDate 2127-03-09 -StartTime 03:00 -EndTime 05:00", "03:00-05:00 of America/New_York is, on 2127-03-09")]
    [InlineData("-StartDate 2127-03-09 -EndDate 2127-03-12 -StartTime 02:00 -EndTime 03:00", "on 2127-03-10, 06:00-07:00 in Europe/London")]
    [InlineData("-StartDate 2127-03-09 -EndDate 2127-03-09 -StartTime 02:00 -EndTime 03:00", null)]
    public void Every_day_of_a_batch_is_judged(string days, string? worst)
    {
        using AccountSession session = new(null, ("TimeZone", "America/New_York"));
        session.WriteFile("f.csv", "442079460958,Hi\n");

        IReadOnlyList<string> warnings = session.Script($"New-RcBatch {TestSandbox.CampaignId} f.csv -ExternalId e1 {days} -WhatIf").NoErrors().Warnings;

        Assert.Equal(worst is null ? 0 : 1, warnings.Count(warning => warning.Contains("1 of 1 rows can arrive in quiet time", StringComparison.Ordinal)));
        Assert.True(worst is null || warnings.Any(warning => warning.Contains(worst, StringComparison.Ordinal)), string.Join("\n", warnings));
        Assert.Equal(
            days.Contains("02:00", StringComparison.Ordinal) ? 1 : 0,
            warnings.Count(warning => warning.Contains("skip the window 02:00 to 03:00 on 2127-03-09", StringComparison.Ordinal)));
    }

    // On Kiritimati it is always past noon of the day that it is by UTC, or the day after.
    [Fact]
    public void Window_that_is_over_is_warned_of()
    {
        using AccountSession session = new(null, ("TimeZone", "Pacific/Kiritimati"));
        session.WriteFile("f.csv", "68630012345,Hi\n");

        CommandResult result = session.Script($"New-RcBatch {TestSandbox.CampaignId} f.csv -ExternalId e1 -StartDate ([datetime]::UtcNow.ToString('yyyy-MM-dd')) -StartTime 11:00 -EndTime 12:00 -WhatIf").NoErrors();

        Assert.Contains("The window 11:00 to 12:00 of ", Assert.Single(result.Warnings, warning => warning.Contains("is over in Pacific/Kiritimati", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_whose_zone_is_not_known_and_lists_are_told_of()
    {
        TestHost host = new("No", "No");
        using AccountSession session = new(host, ("TimeZone", "UTC"));
        session.WriteFile("f.csv", "8005550123,Hi\n8885550123,Hi\n2025550101,Hi\n");
        string id = session.NewBatch();

        string warning = Assert.Single(session.Script($"Update-RcBatch {id} f.csv -StartDate 2030-01-15 -StartTime 14:00 -EndTime 15:00").NoErrors().Warnings);
        Assert.Contains("The time zone of 2 of 3 rows is not known", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("can arrive", warning, StringComparison.Ordinal);

        session.Script($"Update-RcBatch {id} -Message Hi -RecipientListId {TestSandbox.ListId} -StartDate 2030-01-15 -StartTime 03:00 -EndTime 05:00").NoErrors();
        Assert.Contains("The time zone of 2 of 3 rows is not known", host.Questions[0], StringComparison.Ordinal);
        Assert.Contains("Quiet time was not checked", host.Questions[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-TimeZone America/Los_Angeles -StartTime 08:00 -EndTime 18:00", 0)]
    [InlineData("-TimeZone America/Los_Angeles -StartTime 08:00 -EndTime 18:01", 1)]
    [InlineData("-TimeZone America/Los_Angeles -Action Validate -StartTime 01:00", 0)]
    [InlineData("-TimeZone America/Los_Angeles", 1)] // At any hour
    [InlineData("-StartTime 01:00", 0)] // Where that is, is not known.
    public void Warning_is_for_what_is_scheduled_and_known(string parameters, int warnings)
    {
        using AccountSession session = new();
        session.WriteFile("f.csv", Coasts);

        CommandResult result = session.Script($"New-RcBatch {TestSandbox.CampaignId} f.csv -ExternalId e1 -StartDate 2030-01-15 {parameters} -Force").NoErrors();

        Assert.Equal(warnings, result.Warnings.Count(warning => warning.Contains("quiet time", StringComparison.Ordinal)));
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Window_of_the_batch_counts_where_none_is_given()
    {
        using AccountSession session = new(null, ("TimeZone", "America/Los_Angeles"));
        session.WriteFile("f.csv", Coasts);
        string id = session.Script($"New-RcBatch {TestSandbox.CampaignId} f.csv -ExternalId e1 -StartDate 2030-01-15 -StartTime 08:00 -EndTime 20:00 -Action Validate").Single().Get<string>("Id")!;

        Assert.Contains("2030-01-15", Assert.Single(session.Script($"Update-RcBatch {id} f.csv -WhatIf").NoErrors().Warnings), StringComparison.Ordinal);
        Assert.Empty(session.Script($"Update-RcBatch {id} f.csv -EndTime 18:00 -WhatIf").NoErrors().Warnings);
    }

    [Fact]
    public void Zone_is_refused_where_it_means_nothing()
    {
        using AccountSession session = new();
        session.WriteFile("f.csv", Coasts);

        session.Script($"New-RcBatch {TestSandbox.CampaignId} f.csv -ExternalId e1 -StartDate 2030-01-15 -TimeZone Mars/Olympus -Force").Error("RcInvalidParameter");
        session.Script($"New-RcBatch {TestSandbox.CampaignId} -Message Hi -RecipientListId {Guid.Empty} -ExternalId e1 -StartDate 2030-01-15 -TimeZone UTC -Force").Error("RcInvalidParameter");
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Connection_is_refused_a_zone_that_is_none()
    {
        using AccountSession session = new();
        session.Runspace.SessionStateProxy.SetVariable("sandbox", session.Sandbox.Object);

        session.Script("Connect-RcAccount -Sandbox $sandbox -TimeZone Mars/Olympus").Error("RcInvalidParameter");
        session.Script("Connect-RcAccount -Sandbox $sandbox -TimeZone ''").Error("RcInvalidParameter");
    }

    [Fact]
    public void Question_says_how_long_it_takes_and_an_end_that_comes_too_early_is_warned_of()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        session.WriteFile("f.csv", string.Concat(Enumerable.Range(0, 25_000).Select(i => $"202{5550000 + i:0000000},Hi\n")));

        // 10,000 a day with one operator; 240 a minute for 480 minutes, 115,200 a day, with the other one.
        CommandResult result = session.Run(
            "New-RcBatch",
            ("CampaignId", TestSandbox.CampaignId),
            ("Path", "f.csv"),
            ("ExternalId", "e1"),
            ("StartDate", "2030-01-15"),
            ("EndDate", "2030-01-16"),
            ("StartTime", "09:00"),
            ("EndTime", "17:00")).NoErrors();

        Assert.Contains("At the rates of its brand it takes", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Contains("3 days at worst, until 2030-01-17.", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Contains("EndDate 2030-01-16 may come too early", Assert.Single(result.Warnings, warning => warning.Contains("EndDate", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rates_are_asked_for_once_only_where_they_are_told_and_their_lack_stops_nothing()
    {
        using AccountSession session = new();
        session.WriteFile("f.csv", "2025550101,Hi\n");
        session.WriteFile("g.csv", "2025550102,Hi\n");
        string start = $"New-RcBatch {TestSandbox.CampaignId} f.csv -ExternalId e1 -StartDate 2030-01-15";

        session.Script(start + " -Action Validate").NoErrors();
        session.Script(start.Replace("e1", "e2", StringComparison.Ordinal) + " -Force").NoErrors();
        Assert.Equal(0, Asked(session));

        session.Script($"[pscustomobject]@{{ Path = 'f.csv' }}, [pscustomobject]@{{ Path = 'g.csv' }} | New-RcBatch {TestSandbox.CampaignId} -ExternalId e3 -StartDate 2030-01-15 -AllowRepeat -WhatIf").NoErrors();
        Assert.Equal(1, Asked(session));

        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "Status", ["Status"] = 404, ["Path"] = "/v1/brands/*" });
        CommandResult sent = session.Script(start.Replace("e1", "e4", StringComparison.Ordinal) + " -EndDate 2030-01-15 -AllowRepeat -Force -Verbose");
        Assert.Equal("PENDING", sent.Single().Get<string>("Status"));
        Assert.Contains("Asking for the rates of the brand, to tell how long the batch takes.", sent.Verbose);
    }

    private static int Asked(AccountSession session) =>
        session.Sandbox.Requests.Count(request => request.Path.EndsWith("/qualification", StringComparison.Ordinal));
}
