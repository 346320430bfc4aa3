using System.Globalization;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Whole commands under cultures with another calendar, other digits and another letter i.</summary>
public sealed class CultureTests
{
    private static string Day => AccountSession.Tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void Create_and_update_send_the_same_whatever_the_culture(string culture)
    {
        using AccountSession session = new();
        session.WriteFile("İıi.csv", AccountSession.GoodCsv);
        session.Set("c", TestSandbox.CampaignId);

        CommandResult result = session.Script($$"""
            [System.Threading.Thread]::CurrentThread.CurrentCulture = '{{culture}}'
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = '{{culture}}'
            $batch = New-RcBatch $c ./İıi.csv -ExternalId İı-٣ -Description 'i I' -StartDate {{Day}} -EndDate {{Day}} -StartTime 09:05 -EndTime 17:30 -ShortLink -Action validate -PricePerSegment 0.0079
            $updated = [pscustomobject]@{ ID = $batch.Id; PATH = 'İıi.csv'; STARTDATE = '{{Day}}'; STARTTIME = '00:05'; ACTION = 'VALIDATE' } | Update-RcBatch -PricePerSegment 0.0079
            $updated
            [datetime]::new(2027, 1, 31).ToString('yyyy')
            """).NoErrors();

        Assert.Empty(result.Warnings);
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(culture is "tr-TR", (string)result.Output[1].BaseObject == "2027");
        Assert.Equal(
            [
                $"campaignId={TestSandbox.CampaignId}&externalId=%C4%B0%C4%B1-%D9%A3&description=i%20I&startDate={Day}&endDate={Day}&startTime=09%3A05&endTime=17%3A30&shortlink=true&action=VALIDATE&operationType=CSV_FILE",
                $"startDate={Day}&startTime=00%3A05&action=VALIDATE&operationType=CSV_FILE",
            ],
            session.Sandbox.Writes.Select(request => request.RawQuery));
        Assert.All(session.Sandbox.Writes, request => Assert.Equal(AccountSession.GoodCsv, request.PartText("file")));
        Assert.Equal((AccountSession.Tomorrow, TimeSpan.FromMinutes(5)), (result.Output[0].Get<DateTime>("StartDate"), result.Output[0].Get<TimeSpan>("StartTime")));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Question_names_price_and_days_in_plain_figures(string culture)
    {
        TestHost host = new("No");
        using AccountSession session = new(host);
        string id = session.NewBatch();

        session.Script($$"""
            [System.Threading.Thread]::CurrentThread.CurrentCulture = '{{culture}}'
            Update-RcBatch {{id}} ./seed.csv -StartDate {{Day}} -StartTime 09:00 -PricePerSegment 0.5
            """).NoErrors();

        Assert.Contains($"2 recipients, 2 segments, cost 1.00 (0.5 a segment); from {Day}, daily 09:00-24:00.", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }
}
