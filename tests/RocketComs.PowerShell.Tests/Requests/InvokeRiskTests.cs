using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Requests;

public sealed class InvokeRiskTests
{
    [Theory]
    [InlineData("Invoke-RcRequest v1/batches -Method POST -Form @{ action = 'VALIDATE'; file = 'x' }", "charged")]
    [InlineData("Invoke-RcRequest 'v1/batches;x=1?action=VALIDATE' -Method POST -Form @{ file = 'x' }", "charged")]
    [InlineData("Invoke-RcRequest v1/campaigns -Method POST -Body @{}", "fees")]
    [InlineData("Invoke-RcRequest v1/unicorns -Method PUT -Body @{}", "It is not one of the calls that are known to be harmless.")]
    [InlineData("Invoke-RcRequest v1/recipients/batches -Method POST -Form @{ batchStrategy = 'OVERRIDE' }", "replace recipients")]
    public void Unattended_risky_call_ends_and_sends_nothing(string script, string reason)
    {
        using AccountSession session = new();

        ErrorRecord error = session.Script(script).Error("RcConfirmationRequired");

        Assert.Contains(reason, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Force_sends_without_asking()
    {
        using AccountSession session = new();
        Hashtable form = new() { ["recipientsListName"] = "x", ["batchStrategy"] = "OVERRIDE", ["file"] = new FileInfo(session.WriteFile("p.csv", "Number\n+12025550150\n")) };

        session.Run("Invoke-RcRequest", ("Path", "v1/recipients/batches"), ("Method", "POST"), ("Form", form), ("Force", true)).Single();

        Assert.Equal("OVERRIDE", Assert.Single(session.Sandbox.Writes).PartText("batchStrategy"));
    }

    [Fact]
    public void Action_in_the_form_is_enough_where_the_connection_places_parameters_there()
    {
        using AccountSession session = new(null, ("ParameterPlacement", "Form"));
        string id = session.NewBatch();
        Hashtable form = new() { ["action"] = "VALIDATE", ["file"] = new FileInfo(session.WriteFile("a.csv", AccountSession.GoodCsv)) };

        session.Run("Invoke-RcRequest", ("Path", "v1/batches/" + id), ("Method", "PATCH"), ("Form", form));

        Assert.Equal(["PATCH /v1/batches/" + id], session.WritePaths());
    }

    [Fact]
    public void Path_with_an_empty_variable_is_refused_before_any_question()
    {
        using AccountSession session = new();

        session.Script("Invoke-RcRequest \"v1/batches/$null\" -Method DELETE -Force").Error("RcInvalidParameter");
        session.Script($"Invoke-RcRequest v1/batches/{TestSandbox.CampaignId} -Method PATCH -Query @{{ action = $null }} -Force").Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("v1/messages/outgoing -Method POST -Body '{}'", true)]
    [InlineData("v1/batches -Method POST -Query @{ action = 'SCHEDULE' }", true)]
    [InlineData("v1/recipients/lists -Method POST -Body @{ name = 'VIP' }", false)]
    [InlineData("v1/batches", false)]
    public void Ceiling_of_the_connection_holds_for_what_can_be_charged(string call, bool isRefused)
    {
        using AccountSession session = new();
        session.Set("s", session.Sandbox.Object);
        session.Script("Connect-RcAccount -Sandbox $s -PricePerSegment 0.01 -MaxCost 5").NoErrors();

        CommandResult result = session.Script($"Invoke-RcRequest {call} -Force");

        Assert.Equal(isRefused ? ["RcCeilingExceeded"] : [], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(isRefused ? 0 : 1, session.Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("{\"otp\":\"OTP-55-77\"}", "OTP-55-77")]
    [InlineData("{\"Pin\":90817263}", "90817263")]
    [InlineData("{\"apiKey\":\"k-123456\"}", "k-123456")]
    public void Keys_and_codes_stand_in_no_error(string body, string secret)
    {
        using AccountSession session = new();
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 403, ["Body"] = $"Wrong was {secret}", ["ContentType"] = "text/plain" });

        ErrorRecord error = session.Run("Invoke-RcRequest", ("Path", "v1/auth/login"), ("Method", "POST"), ("Body", body)).Error("RcForbidden");
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 403, ["Body"] = $"Wrong was {secret}", ["ContentType"] = "text/plain" });
        ErrorRecord other = session.Run("Invoke-RcRequest", ("Path", "v1/unicorns"), ("Method", "POST"), ("Body", body), ("Force", true)).Error("RcForbidden");

        Assert.All([error, other], record => Assert.DoesNotContain(secret, record.ErrorDetails.Message + record.Exception, StringComparison.Ordinal));
        Assert.Contains("***", other.ErrorDetails.Message, StringComparison.Ordinal);
    }
}
