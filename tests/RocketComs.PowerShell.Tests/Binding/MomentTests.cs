using System.Globalization;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>A moment in a column for a day: JSON, Clixml and jobs make one of a day with an offset, and it may be the day before or after where it was made.</summary>
public sealed class MomentTests
{
    public static TheoryData<object> Moments =>
    [
        new DateTime(2127, 1, 30, 22, 0, 0, DateTimeKind.Local),
        new DateTime(2127, 1, 30, 23, 59, 59, DateTimeKind.Utc),
        new DateTimeOffset(2127, 1, 31, 0, 0, 0, TimeSpan.FromHours(2)),
        PSSerializer.Deserialize(PSSerializer.Serialize(new DateTime(2127, 1, 30, 22, 0, 0, DateTimeKind.Local))),
        PSSerializer.Deserialize(PSSerializer.Serialize(new DateTimeOffset(2127, 1, 31, 0, 0, 0, TimeSpan.FromHours(2)))),
    ];

    [Theory]
    [MemberData(nameof(Moments))]
    public void Moment_in_a_column_is_refused_whoever_carries_it(object moment)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        foreach (string carrier in Carriers.All.Where(carrier => carrier != Carriers.Table))
        {
            foreach (string column in (string[])["StartDate", "EndDate"])
            {
                session.Set("in", Carriers.Make(carrier, [("Id", id), ("Path", "seed.csv"), (column, moment)]));

                ErrorRecord error = session.Script(",$in | Update-RcBatch -Force").Error("RcInvalidParameter");

                Assert.Contains("yyyy-MM-dd", error.ErrorDetails.Message + error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            }
        }

        session.Set("in", Carriers.Make("PSCustomObject", [("Id", id), ("When", moment)]));
        session.Script("$in | Update-RcBatch -Path seed.csv -StartDate { $_.When } -Force").Error("RcInvalidParameter");
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Day_that_is_midnight_or_has_no_zone_is_taken()
    {
        using AccountSession session = new();
        foreach (object day in (object[])[AccountSession.Tomorrow, DateTime.SpecifyKind(AccountSession.Tomorrow, DateTimeKind.Local), DateTime.SpecifyKind(AccountSession.Tomorrow.AddHours(9), DateTimeKind.Unspecified)])
        {
            string id = session.NewBatch();

            session.Pipe([Carriers.Make("PSCustomObject", [("Id", id), ("Path", "seed.csv"), ("StartDate", day)])], "Update-RcBatch", ("Action", "Validate")).Single();

            Assert.StartsWith($"startDate={AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("00.30", null)]
    [InlineData("0.30", null)]
    [InlineData("9.30", null)]
    [InlineData("09.00", null)]
    [InlineData("0.375", "09%3A00")]
    [InlineData("0.5", "12%3A00")]
    [InlineData("0.75", "18%3A00")]
    public void Text_with_a_dot_is_a_time_only_as_a_spreadsheet_writes_one(string text, string? sent)
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        CommandResult result = session.Pipe([Carriers.Make("PSCustomObject", [("Id", id), ("Path", "seed.csv"), ("StartTime", text)])], "Update-RcBatch", ("Action", "Validate"));
        if (sent is null)
        {
            result.Error("RcInvalidParameter");
            Assert.Empty(session.Sandbox.Writes);
            return;
        }

        Assert.StartsWith($"startTime={sent}&", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void Moment_that_is_typed_is_its_day_also_against_a_column()
    {
        using AccountSession session = new();
        DateTime moment = DateTime.SpecifyKind(AccountSession.Tomorrow.AddHours(13.5), DateTimeKind.Local);
        string day = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        session.Pipe([Carriers.Make("PSCustomObject", [("Id", session.NewBatch()), ("Path", "seed.csv"), ("StartDate", day)])], "Update-RcBatch", ("StartDate", moment), ("Action", "Validate")).Single();

        Assert.StartsWith($"startDate={day}&", Assert.Single(session.Sandbox.Writes).RawQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc)]
    public void Time_of_day_that_an_offset_may_have_moved_is_refused(DateTimeKind kind)
    {
        using AccountSession session = new();

        session.Pipe([Carriers.Make("PSCustomObject", [("Id", session.NewBatch()), ("Path", "seed.csv"), ("StartTime", new DateTime(1899, 12, 30, 9, 0, 0, kind))])], "Update-RcBatch", ("Force", true))
            .Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
    }
}
