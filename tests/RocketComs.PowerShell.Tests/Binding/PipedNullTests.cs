using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Binding;

/// <summary>A null between piped objects is one that could not be read: PowerShell alone would go on without it.</summary>
public sealed class PipedNullTests
{
    [Theory]
    [InlineData("$row, $null | New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-01-31 -Force")]
    [InlineData("$null, $row | New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-01-31 -Force")]
    [InlineData("$row, $null, $row | Update-RcBatch -Id $id -Force")]
    [InlineData("$row, $null | Update-RcBatch -Id $id -Number { $_.Number } -Message { $_.Message } -Force")]
    [InlineData("$row, $null | Send-RcMessage -CampaignId $c -Force")]
    [InlineData("$plan, $null | New-RcBatch -Force")]
    [InlineData(",$null | New-RcBatch -CampaignId $c -ExternalId x -StartDate 2127-01-31 -Force")]
    public void Null_among_rows_keeps_all_of_them_back(string command)
    {
        using AccountSession session = new();
        Prepare(session);

        ErrorRecord error = session.Script(command).Errors[^1];

        Assert.StartsWith("RcInvalidParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Matches(@"\$null was|block of -Number", error.ToString());
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("$row, $null, $row | Export-RcBatchCsv out.csv")]
    [InlineData("$row, $null | Test-RcBatchCsv -RejectedPath out.csv")]
    [InlineData("$row, $null | Measure-RcSendWindow -StartTime 9:00 -EndTime 12:00 -TimeZone America/New_York")]
    public void Null_among_rows_is_refused_where_they_are_looked_at(string command)
    {
        using AccountSession session = new();
        Prepare(session);

        CommandResult result = session.Script(command);

        Assert.StartsWith("RcInvalidParameter,", result.Errors[^1].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(File.Exists(session.PathOf("out.csv")));
    }

    private static void Prepare(AccountSession session)
    {
        session.Set("id", session.NewBatch());
        session.Set("c", TestSandbox.CampaignId);
        session.Set("row", AccountSession.Row("12025550123", "Hi"));
        session.Set("plan", AccountSession.Record(("CampaignId", TestSandbox.CampaignId), ("Path", session.PathOf("seed.csv")), ("ExternalId", "p"), ("StartDate", "2127-01-31")));
        session.Sandbox.ClearRequests();
    }
}
