using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>Objects of one kind that are piped or given where another kind is meant: nothing is sent to the wrong people.</summary>
public sealed class OtherKindsTests
{
    [Theory]
    [InlineData("Get-RcOptOut $c | Send-RcMessage -Message 'Come back' -Force")]
    [InlineData("Get-RcReply $c | Send-RcMessage -Force")]
    [InlineData("Get-RcMessage -CampaignId $c | Send-RcMessage -Force")]
    [InlineData("Get-RcBatchMessage $sent | Send-RcMessage $c -Number 2025550123 -Message Hi -Force")]
    [InlineData("Get-RcOptOut $c | Update-RcBatch $id -Message 'Come back' -Force")]
    [InlineData("Get-RcReply $c | Update-RcBatch $id -Force")]
    [InlineData("Get-RcMessage | Update-RcBatch -Path seed.csv -Force")]
    [InlineData("Get-RcCampaign $c | Update-RcBatch -Path seed.csv -Force")]
    [InlineData("Get-RcRecipientList | Update-RcBatch $id -Message Hi -RecipientListId $list -Force")]
    public void What_is_no_row_sends_nothing(string script)
    {
        using AccountSession session = Session();

        CommandResult result = session.Script(script);

        Assert.All(Failures(result), error => Assert.StartsWith("RcInvalidParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.NotEmpty(Failures(result));
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Selected.RocketComs.RcOptOut", "Update-RcBatch $id -Force")]
    [InlineData("Deserialized.Selected.RocketComs.RcOptOut", "Send-RcMessage $c -Force")]
    [InlineData("CSV:RocketComs.RcOptOut", "Export-RcBatchCsv out.csv")]
    [InlineData("CSV:Selected.RocketComs.RcOptOut", "Test-RcBatchCsv")]
    [InlineData("Selected.Deserialized.RocketComs.RcOptOut", "New-RcBatch $c -ExternalId e -StartDate 2127-01-01 -Number { $_.Number } -Force")]
    [InlineData("Selected.RocketComs.RcBatchError", "Update-RcBatch $id -Force")]
    public void What_was_chosen_of_it_is_no_row_either(string type, string command)
    {
        using AccountSession session = Session();
        session.Script($"$in = [pscustomobject]@{{ Number = '2025550104'; Message = 'We miss you' }}; $in.PSObject.TypeNames.Insert(0, '{type}')").NoErrors();

        ErrorRecord error = Assert.Single(Failures(session.Script("$in | " + command)));

        Assert.StartsWith("RcInvalidParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("Select-Object", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Get-RcOptOut $c | Send-RcMessage -Message Hi -Force")]
    [InlineData("Get-RcOptOut $c | Update-RcBatch $id -Message Hi -Force")]
    [InlineData("Get-RcOptOut $c | Export-RcBatchCsv out.csv -Message Hi")]
    public void Advice_about_who_has_opted_out_sends_nothing_to_them(string script)
    {
        using AccountSession session = Session();

        Assert.All(Failures(session.Script(script)), error => Assert.StartsWith("Leave these people out.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$row.PSObject.TypeNames.Insert(0, 'Selected.RocketComs.RcCampaign');", "New")]
    [InlineData("", "New")]
    [InlineData("$row.PSObject.TypeNames.Insert(0, 'Selected.RocketComs.RcCampaign');", "Send")]
    [InlineData("", "Send")]
    public void Several_campaigns_for_one_content_are_refused_whatever_they_came_through(string make, string verb)
    {
        using AccountSession session = Session();
        string command = verb == "Send" ? "Send-RcMessage -Number 2025550171 -Message Hey -Force" : "New-RcBatch -Path ./seed.csv -ExternalId new -StartDate 2127-01-01 -Action Validate";

        CommandResult result = session.Script($"foreach ($one in $c, '7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21') {{ $row = [pscustomobject]@{{ CampaignId = $one }}; {make} $row }}");
        session.Set("in", result.Output.ToArray());
        ErrorRecord error = Assert.Single(Failures(session.Script("$in | " + command)));

        Assert.StartsWith("Several campaigns were piped", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
        session.Script("$in[0] | " + command).NoErrors();
        Assert.Single(session.Sandbox.Writes);
    }

    [Fact]
    public void Who_chooses_properties_knows_what_they_are()
    {
        using AccountSession session = Session();

        session.Script("""Get-RcReply $c | ForEach-Object { [pscustomobject]@{ Number = $_.Number; Message = 'Thank you' } } | Send-RcMessage $c -Force""").NoErrors();

        Assert.Equal(3, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Messages_are_sent_when_all_of_the_input_has_been_read()
    {
        using AccountSession session = Session();

        session.Script("Get-RcReply $c | ForEach-Object { [pscustomobject]@{ Number = $_.Number; Message = 'Thank you' } } | Send-RcMessage $c -Force").NoErrors();

        string[] methods = [.. session.Sandbox.Requests.Select(request => request.Method)];
        Assert.Equal(methods.OrderBy(method => method == "POST" ? 1 : 0), methods);
    }

    [Theory]
    [InlineData("Get-RcCampaign $c | Get-RcBatchInsight")]
    [InlineData("Get-RcMessage -CampaignId $c | Remove-RcBatch")]
    [InlineData("Get-RcRecipientList | Get-RcBatch")]
    [InlineData("New-RcBatch $c -Message Hi -ExternalId e -StartDate 2127-01-01 -RecipientListId (Get-RcCampaign $c) -Force")]
    [InlineData("Send-RcMessage (Get-RcRecipientList | Where-Object Name -eq Staff) 2025550123 Hi -Force")]
    [InlineData("Get-RcBatch -CampaignId (Get-RcRecipientList)")]
    public void Id_of_another_kind_is_not_taken(string script)
    {
        using AccountSession session = Session();

        CommandResult result = session.Script(script);

        Assert.NotEmpty(Failures(result));
        Assert.Empty(session.Sandbox.Writes);
        Assert.DoesNotContain(session.Sandbox.Requests, request => request.Path.Contains("/insights/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-RcBatch -CampaignId $nothing | Update-RcBatch -Path seed.csv -Force")]
    [InlineData("Get-RcBatch -StartDateFrom $nothing")]
    [InlineData("Get-RcMessage -CampaignId $nothing")]
    [InlineData("Get-RcMessage -BatchId $nothing")]
    [InlineData("Get-RcMessage -From ''")]
    public void Filter_that_is_empty_does_not_mean_all(string script)
    {
        using AccountSession session = Session();

        Assert.Contains("ParameterArgumentValidationError", Assert.Single(Failures(session.Script(script))).FullyQualifiedErrorId, StringComparison.Ordinal);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void List_that_is_given_twice_is_sent_and_counted_once()
    {
        using AccountSession session = Session();

        session.Script("Update-RcBatch $id -Message Hi -RecipientListId $list, $list.ToUpperInvariant() -Force").NoErrors();

        Assert.Single(Assert.Single(session.Sandbox.Writes).Parts, part => part.Name == "namedRecipientsListIds");
    }

    private static ErrorRecord[] Failures(CommandResult result) => [.. result.Errors.Append(result.Terminating).OfType<ErrorRecord>()];

    private static AccountSession Session()
    {
        AccountSession session = new();
        session.Set("c", TestSandbox.CampaignId);
        session.Set("list", TestSandbox.ListId);
        session.Set("sent", session.ScheduledBatch());
        session.Set("id", session.NewBatch());
        session.Run("Send-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("Number", "2025550111"), ("Message", "Hi"), ("Force", true)).NoErrors();
        session.Sandbox.ClearRequests();
        return session;
    }
}
