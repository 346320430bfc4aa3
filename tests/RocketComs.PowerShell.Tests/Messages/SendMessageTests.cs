using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Messages;

public sealed class SendMessageTests
{
    [Fact]
    public void Message_goes_out_as_documented_and_nothing_is_emitted()
    {
        using AccountSession session = new();

        Assert.Empty(Send(session, " 2025550123 ", "Zażółć & co", ("Force", true)).NoErrors().Output);

        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal(("POST", "/v1/messages/outgoing", "", 200), (request.Method, request.Path, request.RawQuery, request.StatusCode));
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal($$"""{"campaignId":"{{TestSandbox.CampaignId}}","destinationNumber":"2025550123","message":"Zażółć & co","shortlink":false}""", request.Body);
        PSObject found = session.Run("Get-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("SingleOnly", true)).Single();
        Assert.Equal(("2025550123", "PENDING"), (found.Get<string>("Number"), found.Get<string>("Status")));
    }

    [Fact]
    public void Short_link_and_line_break_are_sent_as_the_platform_writes_them()
    {
        using AccountSession session = new();

        Send(session, "+12025550123", "One\r\nTwo\\nhttps://example.com/", ("ShortLink", true), ("Confirm", false)).NoErrors();

        Assert.EndsWith(""","destinationNumber":"+12025550123","message":"One\\nTwo\\nhttps://example.com/","shortlink":true}""", session.Sandbox.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_go_out_one_request_each_and_one_that_fails_does_not_keep_the_others_back()
    {
        using AccountSession session = new();
        PSObject[] rows =
        [
            AccountSession.Record(("Phone", "2025550101"), ("Text", "One")),
            AccountSession.Record(("Phone", "abc"), ("Text", "Two")),
            AccountSession.Record(("Phone", "2025550103"), ("Text", "Three")),
            AccountSession.Record(("Phone", "2025550104"), ("Text", " ")),
        ];

        CommandResult result = session.Pipe(rows, "Send-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("Force", true));

        Assert.Equal(["RcInvalidParameter", "RcInvalidParameter"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(["abc", " "], result.Errors.Select(error => error.TargetObject));
        Assert.Equal(["2025550101", "2025550103"], session.Run("Get-RcMessage").NoErrors().Values<string>("Number"));
        Assert.Equal(2, session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Campaign_can_stand_in_the_row_and_a_platform_that_refuses_one_is_asked_for_the_next()
    {
        using AccountSession session = new();
        PSObject[] rows =
        [
            AccountSession.Record(("CampaignId", "7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21"), ("Number", "2025550101"), ("Message", "One")),
            AccountSession.Record(("CampaignId", "1"), ("Number", "2025550102"), ("Message", "Two")),
            AccountSession.Record(("CampaignId", TestSandbox.CampaignId), ("Number", "2025550103"), ("Message", "Three")),
        ];

        CommandResult result = session.Pipe(rows, "Send-RcMessage", ("Force", true));

        Assert.Equal(["RcInvalidParameter", "RcBadRequest"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(["1", "2025550101"], result.Errors.Select(error => error.TargetObject));
        Assert.Equal([400, 200], session.Sandbox.Writes.Select(request => request.StatusCode));
    }

    [Theory]
    [InlineData("", "Hello", "RC004")]
    [InlineData(null, null, "RC004")]
    [InlineData("(202) 555-0123", "Hello", "RC005")]
    [InlineData("1.2025E+10", "Hello", "RC005")]
    [InlineData("2025550123", "", "RC006")]
    [InlineData("2025550123", "Hello\0", "RC011")]
    [InlineData("Number", "Message", "RC005")]
    public void What_cannot_be_sent_is_refused_by_its_rule_before_any_request(string? number, string? message, string rule)
    {
        using AccountSession session = new();

        ErrorRecord error = Send(session, number, message, ("Force", true)).Error("RcInvalidParameter");

        Assert.Contains(rule, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.EndsWith("The message was not sent.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Half_a_character_and_a_campaign_that_is_no_id_are_refused_before_any_request()
    {
        using AccountSession session = new();

        Send(session, "2025550123", "Hi \ud83d", ("Force", true)).Error("RcInvalidParameter");
        Assert.Equal("42", session.Run("Send-RcMessage", ("CampaignId", "42"), ("Number", "2025550123"), ("Message", "Hi")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }

    private static CommandResult Send(AccountSession session, string? number, string? message, params (string Name, object? Value)[] more) =>
        session.Run("Send-RcMessage", [("CampaignId", TestSandbox.CampaignId), ("Number", number), ("Message", message), .. more]);

    [Fact]
    public void Number_that_opted_out_is_not_sent_to()
    {
        using AccountSession session = new();

        CommandResult result = session.Script($"""
            [pscustomobject]@{'{'} To = '2025550104'; Text = 'Hi' {'}'}, [pscustomobject]@{'{'} To = '2025550123'; Text = 'Hi' {'}'} |
                Send-RcMessage {TestSandbox.CampaignId} -CheckOptOut -Force
            """);

        Assert.Contains("RC012", result.Error("RcInvalidParameter").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("2025550123", Assert.Single(session.Sandbox.Writes).Body, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Requests, request => request.Path.EndsWith("/optouts", StringComparison.Ordinal));
    }
}
