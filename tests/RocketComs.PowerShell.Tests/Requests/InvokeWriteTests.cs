using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Requests;

public sealed class InvokeWriteTests
{
    private const string Message = $$"""{"campaignId":"{{TestSandbox.CampaignId}}","destinationNumber":"2025550123","message":"Hi","shortlink":false}""";

    [Fact]
    public void Tables_and_objects_go_out_as_json_and_a_sentence_comes_back()
    {
        using AccountSession session = new();
        PSObject body = AccountSession.Record(("campaignId", TestSandbox.CampaignId), ("destinationNumber", "2025550123"), ("message", "Hi"));
        body.Properties.Add(new PSNoteProperty("shortlink", new SwitchParameter(false)));

        PSObject answer = Invoke(session, "v1/messages/outgoing", ("Method", "post"), ("Body", body), ("Force", true)).Single();

        Assert.Equal("200 Message was sent successfully", answer.BaseObject);
        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal(("POST", Message, "application/json; charset=utf-8"), (request.Method, request.Body, request.Headers["Content-Type"]));
        Assert.Equal("{200 Message was sent successfully}", Invoke(session, "v1/messages/outgoing", ("Method", "POST"), ("Body", Message), ("Raw", true), ("Force", true)).Single().BaseObject);
        Assert.Equal(Message, session.Sandbox.Requests[1].Body);
    }

    [Theory]
    [InlineData("-Query $nothing -Form @{ description = 'x' }", "Query")]
    [InlineData("-Query @{} -Form @{ description = 'x' }", "Query")]
    [InlineData("-Query @{ action = 'VALIDATE' } -Form $nothing", "Form")]
    [InlineData("-Query @{ action = 'VALIDATE' } -Form ([ordered]@{})", "Form")]
    [InlineData("-Query @{ action = 'VALIDATE' } -Body $nothing", "Body")]
    [InlineData("-Query @{ action = 'VALIDATE' } -Body ''", "Body")]
    public void Nothing_that_was_given_is_not_nothing_that_was_meant(string given, string parameter)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        ErrorRecord error = session.Script($"Invoke-RcRequest v1/batches/$id -Method PATCH {given} -Force").Error("RcInvalidParameter");

        Assert.StartsWith($"-{parameter} was given, but is empty.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
        session.Script("Invoke-RcRequest v1/brands -Query $nothing").NoErrors();
    }

    [Fact]
    public void Form_goes_out_in_parts_with_files_byte_for_byte()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        byte[] marked = [0xEF, 0xBB, 0xBF, .. "2025550123,Hi\n"u8];
        OrderedDictionary form = new()
        {
            ["file"] = PSObject.AsPSObject(new FileInfo(session.WriteFile("Zażółć.csv", marked))),
            ["other"] = new FileInfo(session.WriteFile("a.bin", [1, 2])),
            ["namedRecipientsListIds"] = new[] { TestSandbox.ListId, TestSandbox.SecondListId },
            ["shortlink"] = true,
        };

        PSObject batch = Invoke(session, $"v1/batches/{id}?action=VALIDATE", ("Method", "PATCH"), ("Form", form), ("Force", true)).Single();

        Assert.Equal(("CREATED", "CSV_FILE"), (batch.Get<string>("status"), batch.Get<string>("operationType")));
        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal("action=VALIDATE", request.RawQuery);
        Assert.Equal(["file", "other", "namedRecipientsListIds", "namedRecipientsListIds", "shortlink"], request.Parts.Select(part => part.Name));
        Assert.Equal(("Zażółć.csv", "text/csv", "\uFEFF2025550123,Hi\n"), (request.Parts[0].FileName, request.Parts[0].ContentType, request.Parts[0].Text));
        Assert.Equal(("a.bin", "application/octet-stream"), (request.Parts[1].FileName, request.Parts[1].ContentType));
        Assert.Equal([TestSandbox.ListId, TestSandbox.SecondListId, "true"], request.Parts.Skip(2).Select(part => part.Text));
    }

    [Fact]
    public void File_that_is_not_there_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Invoke(session, "v1/recipients/batches", ("Method", "POST"), ("Form", new Hashtable { ["file"] = new FileInfo(session.PathOf("no.csv")), ["batchStrategy"] = "SKIP" })).Ended("RcFileNotFound");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("POST", "v1/messages/outgoing")]
    [InlineData("POST", "v1/batches")]
    [InlineData("PATCH", "v1/batches/32df8770-ee48-46e7-a8c7-9ec478883076?action=SCHEDULE")]
    [InlineData("DELETE", "v1/batches/32df8770-ee48-46e7-a8c7-9ec478883076")]
    public void Risky_calls_ask_first_and_end_where_nobody_can_answer(string method, string path)
    {
        TestHost host = new("No", TestHost.Enter);
        using AccountSession session = new(host);
        using AccountSession unattended = new();

        Invoke(session, path, ("Method", method)).NoErrors();
        Invoke(session, path, ("Method", method)).NoErrors();
        Invoke(unattended, path, ("Method", method)).Ended("RcConfirmationRequired");

        Assert.Equal(2, host.Questions.Count);
        Assert.All(host.Questions, question => Assert.StartsWith($"{method} /{path.Split('?')[0]} at {session.Sandbox.BaseUri.Authority}.", question, StringComparison.Ordinal));
        Assert.Empty(session.Sandbox.Requests.Concat(unattended.Sandbox.Requests));
    }

    [Fact]
    public void WhatIf_sends_no_write_and_Confirm_asks_before_any()
    {
        TestHost host = new("No");
        using AccountSession session = new(host);

        Invoke(session, "v1/auth/logout", ("Method", "POST"), ("WhatIf", true)).NoErrors();
        Invoke(session, "v1/auth/logout", ("Method", "POST"), ("Confirm", true)).NoErrors();

        Assert.Contains("POST /v1/auth/logout at", host.WhatIf(), StringComparison.Ordinal);
        Assert.Single(host.Questions);
        Assert.Empty(session.Sandbox.Requests);
        Assert.Equal("200 Logged out successfully", Invoke(session, "v1/auth/logout", ("Method", "POST")).Single().BaseObject);
        Assert.Equal("0", session.Sandbox.Requests.Single().Headers["Content-Length"]);
    }

    [Fact]
    public void Write_whose_answer_was_lost_is_not_repeated()
    {
        using AccountSession session = new();
        string id = session.NewBatch();
        session.Sandbox.AddFault("DropAnswer");

        ErrorRecord error = Invoke(session, "v1/batches/" + id, ("Method", "DELETE"), ("Force", true)).Error("RcOutcomeUnknown");

        Assert.Equal("v1/batches/" + id, error.TargetObject);
        Assert.Equal(["DELETE /v1/batches/" + id], session.WritePaths());
    }

    [Theory]
    [InlineData("{{\"email\":\"user@sandbox.example\",\"password\":\"{0}\"}}", "Wrong was {0}")]
    [InlineData("{{\"email\":\"{0}\",\"password\":\"x\"}}", "<html>{0}")]
    public void Secrets_of_a_login_stand_in_no_error(string body, string answer)
    {
        const string Secret = "s3cr3t-Pa55word";
        using AccountSession session = new();
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 403, ["Body"] = string.Format(null, answer, Secret), ["ContentType"] = "text/plain" });

        ErrorRecord error = Invoke(session, "v1/auth/login", ("Method", "POST"), ("Body", string.Format(null, body, Secret))).Error("RcForbidden");

        Assert.DoesNotContain(Secret, error.ErrorDetails.Message + error.Exception, StringComparison.Ordinal);
        Assert.Contains("***", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_that_has_no_json_or_no_end_is_refused_before_any_request()
    {
        using AccountSession session = new();
        Hashtable endless = [];
        endless["self"] = endless;

        Invoke(session, "v1/recipients", ("Method", "POST"), ("Body", endless)).Ended("RcInvalidParameter");
        Invoke(session, "v1/recipients", ("Method", "POST"), ("Body", new object[] { new System.Text.StringBuilder() })).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    private static CommandResult Invoke(AccountSession session, string path, params (string Name, object? Value)[] more) => session.Run("Invoke-RcRequest", [("Path", path), .. more]);
}
