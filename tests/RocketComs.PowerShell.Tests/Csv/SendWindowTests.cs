using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Csv;

public sealed class SendWindowTests
{
    private const string FourZones = "2025550101,Hi\n2025550102,Hi\n2135550123,Hi\n8085550123,Hi\n8002345678,Hi\n";

    private static readonly (string Name, object? Value)[] s_morning =
        [("Date", "2027-03-15"), ("StartTime", "09:00"), ("EndTime", "17:00"), ("TimeZone", "America/New_York")];

    [Fact]
    public void File_gives_a_window_a_time_zone()
    {
        using TestSession session = new();
        string path = session.WriteFile("f.csv", FourZones);

        CommandResult result = session.Run("Measure-RcSendWindow", [("Path", "f.csv"), .. s_morning]).NoErrors();

        Assert.All(result.Output, window => Assert.Equal("RocketComs.RcSendWindow", window.TypeNames[0]));
        Assert.Equal(
            [("America/New_York", 2L, 0L), ("America/Los_Angeles", 1L, 1L), ("Pacific/Honolulu", 1L, 1L), (string.Empty, 1L, 0L)],
            result.Output.Select(window => (window.Get<string>("TimeZone")!, window.Get<long>("RowCount"), window.Get<long>("QuietRowCount"))));
        Assert.Equal(
            [new DateTime(2027, 3, 15, 9, 0, 0), new DateTime(2027, 3, 15, 6, 0, 0), new DateTime(2027, 3, 15, 3, 0, 0), null],
            result.Values<DateTime?>("LocalStart"));
        Assert.All(result.Output, window => Assert.Equal(
            (path, TimeSpan.FromHours(14), TimeSpan.FromHours(21)), (window.Get<string>("Path"), window.Get<TimeSpan?>("CommonStart"), window.Get<TimeSpan?>("CommonEnd"))));
    }

    [Fact]
    public void Window_that_the_clocks_skip_is_told()
    {
        using TestSession session = new();
        session.WriteFile("f.csv", "442079460958,Hi\n");

        CommandResult result = session.Script("Measure-RcSendWindow f.csv -Date 2027-03-14 -StartTime 02:00 -EndTime 03:00 -TimeZone America/New_York").NoErrors();

        Assert.Equal("The clocks of America/New_York skip the window 02:00 to 03:00 on 2027-03-14: it does not exist on that day.", Assert.Single(result.Warnings));
        Assert.Null(result.Single().Get<DateTime?>("LocalStart"));
    }

    [Fact]
    public void File_without_rows_is_told_of()
    {
        using TestSession session = new();
        string path = session.WriteFile("e.csv", "Number,Message\n\n");

        CommandResult result = session.Script("Measure-RcSendWindow e.csv").NoErrors();

        Assert.Equal($"'{path}' has no rows.", Assert.Single(result.Warnings));
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Piped_rows_and_piped_files_are_measured()
    {
        using TestSession session = new();
        FileInfo file = new(session.WriteFile("f.csv", FourZones));

        CommandResult rows = session.Pipe([AccountSession.Row("2135550123", "Hi"), AccountSession.Row("2135550124", "Hi")], "Measure-RcSendWindow", s_morning);
        Assert.Equal((null, "America/Los_Angeles", 2L), (rows.Single().Get<string>("Path"), rows.Single().Get<string>("TimeZone"), rows.Single().Get<long>("RowCount")));

        Assert.Equal(4, session.Pipe([file], "Measure-RcSendWindow", s_morning).NoErrors().Output.Count);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Number = '2135550123' } | Measure-RcSendWindow -TimeZone America/New_York")]
    [InlineData("[pscustomobject]@{ Phone = '2135550123'; City = 'Burbank' } | Measure-RcSendWindow -TimeZone America/New_York")]
    [InlineData("[pscustomobject]@{ Cell = '2135550123' } | Measure-RcSendWindow -Number { $_.Cell } -TimeZone America/New_York")]
    [InlineData("Measure-RcSendWindow -Number 2135550123 -TimeZone America/New_York")]
    public void Number_is_enough_of_a_row_and_the_zone_of_the_common_window_is_named(string script)
    {
        using TestSession session = new();
        PSObject window = session.Script(script).NoErrors().Single();
        Assert.Equal(("America/Los_Angeles", 1L, "America/New_York"), (window.Get<string>("TimeZone"), window.Get<long>("RowCount"), window.Get<string>("CommonTimeZone")));
    }

    [Fact]
    public void Without_a_zone_rows_are_counted_and_a_window_is_an_error()
    {
        using TestSession session = new();
        session.WriteFile("f.csv", "2135550123,Hi\n");

        PSObject window = session.Run("Measure-RcSendWindow", ("Path", "f.csv")).Single();
        Assert.Equal(("America/Los_Angeles", 1L, null, null), (window.Get<string>("TimeZone"), window.Get<long>("RowCount"), window.Get<DateTime?>("LocalStart"), window.Get<TimeSpan?>("CommonStart")));

        ErrorRecord error = session.Run("Measure-RcSendWindow", ("Path", "f.csv"), ("EndTime", "17:00")).Ended("RcInvalidParameter");
        Assert.Contains("17:00 is not documented", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zone_of_the_connection_is_used_until_another_is_given()
    {
        using AccountSession session = new(null, ("TimeZone", "America/New_York"));
        session.WriteFile("f.csv", "2025550101,Hi\n");

        Assert.Equal("America/New_York", session.Run("Get-RcConnection").Single().Get<string>("TimeZone"));
        (string Name, object? Value)[] noon = [("Path", "f.csv"), ("Date", "2027-01-15"), ("StartTime", "12:00")];
        Assert.Equal(new DateTime(2027, 1, 15, 12, 0, 0), session.Run("Measure-RcSendWindow", noon).Single().Get<DateTime?>("LocalStart"));
        Assert.Equal(new DateTime(2027, 1, 15, 7, 0, 0), session.Run("Measure-RcSendWindow", [.. noon, ("TimeZone", "UTC")]).Single().Get<DateTime?>("LocalStart"));
    }

    [Theory]
    [InlineData("-TimeZone America/Nowhere")]
    [InlineData("-TimeZone UTC -StartTime 17:00 -EndTime 09:00")]
    [InlineData("-TimeZone UTC -EndTime 00:00")]
    [InlineData("-QuietFrom 21:00 -QuietUntil 21:00")]
    [InlineData("-DefaultRegion ZZ")]
    [InlineData("-Date 0001-01-01")]
    [InlineData("-Date 9999-12-31")]
    public void What_cannot_be_meant_is_refused(string parameters)
    {
        using TestSession session = new();
        session.WriteFile("f.csv", "2135550123,Hi\n");

        session.Script($"Measure-RcSendWindow f.csv {parameters}").Error("RcInvalidParameter");
    }

    [Theory]
    [InlineData("StartTime", null)]
    [InlineData("EndTime", "9")]
    [InlineData("QuietFrom", "25:00")]
    [InlineData("QuietUntil", "")]
    [InlineData("Date", "15.03.2027")]
    [InlineData("TimeZone", "")]
    public void What_is_no_time_is_refused(string parameter, object? value)
    {
        using TestSession session = new();
        session.WriteFile("f.csv", "2135550123,Hi\n");

        Assert.NotNull(session.Run("Measure-RcSendWindow", ("Path", "f.csv"), (parameter, value)).Terminating);
    }

    [Fact]
    public void File_that_cannot_be_read_is_an_error_and_the_next_one_is_measured()
    {
        using TestSession session = new();
        session.WriteFile("f.csv", "2135550123,Hi\n");

        CommandResult result = session.Run("Measure-RcSendWindow", ("Path", (string[])["none.csv", "f.csv"]));

        result.Error("RcFileNotFound");
        Assert.Equal("America/Los_Angeles", Assert.Single(result.Output).Get<string>("TimeZone"));
    }

    [Theory]
    [InlineData("Measure-RcSendWindow f.csv -TimeZone New_Y", "America/New_York")]
    [InlineData("New-RcBatch -TimeZone asia/kolk", "Asia/Kolkata")]
    [InlineData("Connect-RcAccount -TimeZone Pacific/Hono", "Pacific/Honolulu")]
    public void Names_of_zones_are_completed(string line, string name)
    {
        using TestSession session = new();

        Assert.Equal([name], session.Script($"(TabExpansion2 '{line}' {line.Length}).CompletionMatches.CompletionText").Output.Select(match => match.ToString()));
    }
}
