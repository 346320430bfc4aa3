using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Requests;

/// <summary>A call that can be charged is held against what the journal knows, whichever command sent it.</summary>
[Collection(SerialTests.Name)]
public sealed class InvokeRepeatTests : IDisposable
{
    private const string Post = "Invoke-RcRequest v1/batches -Method POST -Force -Form @{ file = $ok } -Query ";
    private const string Message = "Invoke-RcRequest v1/messages/outgoing -Method POST -Force -Body ";

    private readonly AccountSession _session = new();

    public InvokeRepeatTests()
    {
        Environment.SetEnvironmentVariable(NoJournal.Variable, _session.PathOf("journal.jsonl"));
        _session.Set("ok", new FileInfo(_session.WriteFile("ok.csv", AccountSession.GoodCsv)));
        _session.WriteFile("quoted.csv", "\"12025550124\",\"Hello again\"\r\n\"12025550123\",\"Hello\"\r\n");
        _session.WriteFile("other.csv", "12025550125,Another text\n");
        _session.Set("c", TestSandbox.CampaignId);
        _session.Set("day", AccountSession.Tomorrow.ToString("yyyy-MM-dd", null));
        _session.Set("date", AccountSession.Tomorrow);
    }

    public void Dispose()
    {
        NoJournal.TurnOff();
        _session.Dispose();
    }

    [Theory]

    // The same call, the same file under another reference, the same reference with another file.
    [InlineData(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day; action = 'SCHEDULE' }", Post + "@{ action = 'SCHEDULE'; startDate = $day; externalId = 'e1'; campaignId = $c }")]
    [InlineData(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day }", Post + "@{ campaignId = $c; externalId = 'e2'; startDate = $day }")]
    [InlineData(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day }", "New-RcBatch $c other.csv -ExternalId e1 -StartDate $date -Force")]
    [InlineData("New-RcBatch $c other.csv -ExternalId e1 -StartDate $date -Force", Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day }")]

    // The same rows, as they are and saved again.
    [InlineData("New-RcBatch $c ok.csv -ExternalId e1 -StartDate $date -Force", Post + "@{ campaignId = $c; externalId = 'e2'; startDate = $day }")]
    [InlineData(
        "New-RcBatch $c ok.csv -ExternalId e1 -StartDate $date -Force",
        "Invoke-RcRequest v1/batches -Method POST -Force -Query @{ campaignId = $c; externalId = 'e2'; startDate = $day } -Form @{ file = [IO.File]::ReadAllText($ok.FullName) }")]
    [InlineData("New-RcBatch $c quoted.csv -ExternalId e1 -StartDate $date -Force", Post + "@{ campaignId = $c; externalId = 'e2'; startDate = $day }")]
    [InlineData(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day }", "New-RcBatch $c quoted.csv -ExternalId e2 -StartDate $date -Force")]
    [InlineData("New-RcBatch $c ok.csv -SkipValidation -ExternalId e1 -StartDate $date -Force", Post + "@{ campaignId = $c; externalId = 'e2'; startDate = $day }")]
    [InlineData(
        "New-RcBatch $c -Message Hi -RecipientListId " + TestSandbox.ListId + " -ExternalId e1 -StartDate $date -Force",
        "Invoke-RcRequest v1/batches -Method POST -Force -Query @{ campaignId = $c; externalId = 'e2'; startDate = $day; operationType = 'MANUAL_MESSAGE_INPUT' } -Form @{ message = 'Hi'; namedRecipientsListIds = @('" + TestSandbox.ListId + "') }")]

    // Messages, in whatever order and spelling.
    [InlineData(Message + "@{ campaignId = $c; destinationNumber = '2025550123'; message = 'Hi'; shortlink = $false }", Message + "@{ shortlink = $false; message = 'Hi'; destinationNumber = '+12025550123'; campaignId = $c }")]
    [InlineData("Send-RcMessage $c 12025550123 Hi -Force", Message + "@{ campaignId = $c; destinationNumber = '2025550123'; message = 'Hi'; shortlink = $false }")]
    [InlineData(Message + "@{ campaignId = $c; destinationNumber = '2025550123'; message = 'Hi'; shortlink = $false }", "Send-RcMessage $c 12025550123 Hi -Force")]
    public void What_went_out_is_refused_and_sent_again_where_that_is_allowed(string first, string again)
    {
        _session.Script(first).NoErrors();

        ErrorRecord error = _session.Script(again).Error("RcAlreadySent");

        Assert.Single(_session.Sandbox.Writes);
        Assert.Contains("-AllowRepeat", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        _session.Script(again + " -AllowRepeat").NoErrors();
        Assert.Equal(2, _session.Sandbox.Writes.Count);
    }

    [Theory]
    [InlineData(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day; action = 'VALIDATE' }", Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day }")]
    [InlineData(Message + "@{ campaignId = $c; destinationNumber = '2025550123'; message = 'Hi'; shortlink = $false }", Message + "@{ campaignId = $c; destinationNumber = '2025550124'; message = 'Hi'; shortlink = $false }")]
    [InlineData("Invoke-RcRequest v1/recipients/lists -Method POST -Body @{ name = 'VIP' }", "Invoke-RcRequest v1/recipients/lists -Method POST -Body @{ name = 'VIP' }")]
    public void What_sends_nothing_and_what_sends_something_else_is_no_repeat(string first, string next)
    {
        _session.Script(first).NoErrors();
        _session.Script(next).NoErrors();

        Assert.Equal(2, _session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Reference_that_the_platform_has_sent_is_refused_whatever_the_journal_knows()
    {
        _session.Script("New-RcBatch $c other.csv -ExternalId e1 -StartDate $date -Force").NoErrors();
        File.Delete(_session.PathOf("journal.jsonl"));

        ErrorRecord error = _session.Script(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day }").Error("RcAlreadySent");

        Assert.StartsWith($"ExternalId 'e1' of campaign {TestSandbox.CampaignId} is that of batch", error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
        _session.Script(Post + "@{ campaignId = $c; externalId = 'e1'; startDate = $day } -AllowRepeat").NoErrors();
    }

    [Fact]
    public void Update_is_about_its_batch_and_about_the_campaign_that_the_journal_has_for_it()
    {
        string[] ids = [NewBatch("one"), NewBatch("two")];
        string patch = $"Invoke-RcRequest v1/batches/{ids[0]} -Method PATCH -Force -Form @{{ file = $ok }}";
        _session.Script(patch).NoErrors();

        _session.Script($"Invoke-RcRequest v1/batches/{ids[0]} -Method PATCH -Force -Query @{{ action = 'SCHEDULE' }}").Error("RcAlreadySent");
        _session.Script(patch.Replace(ids[0], ids[1].ToUpperInvariant(), StringComparison.Ordinal)).Error("RcAlreadySent");
        _session.Script($"Update-RcBatch {ids[1]} ok.csv -Force").Error("RcAlreadySent");

        PSObject entry = _session.Script($"@(Get-RcJournal -BatchId {ids[0]} -Outcome Done)[-1]").Single();
        Assert.Equal(
            ("Done", TestSandbox.CampaignId, "Schedule", "ok.csv", "PATCH /v1/batches/" + ids[0]),
            (entry.Get<object>("Outcome")!.ToString(), entry.Get<string>("CampaignId"), entry.Get<object>("Action")!.ToString(), entry.Get<string>("FileName"), entry.Get<string>("Message")));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(AccountSession.GoodCsv))), entry.Get<string>("ContentHash"));
        Assert.Equal(3, _session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Call_whose_answer_was_lost_may_have_been_carried_out()
    {
        const string Call = Message + "@{ campaignId = $c; destinationNumber = '2025550123'; message = 'Hi'; shortlink = $false }";
        _session.Sandbox.AddFault("DropAnswer");
        _session.Script(Call).Error("RcOutcomeUnknown");

        Assert.Contains("may have been sent (its outcome is not known)", _session.Script(Call).Error("RcAlreadySent").Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2025550123", File.ReadAllText(_session.PathOf("journal.jsonl")), StringComparison.Ordinal);
    }

    private string NewBatch(string reference) =>
        _session.Script($"(New-RcBatch $c other.csv -ExternalId {reference} -StartDate $date -Action Validate).Id").Single().ToString();
}
