using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Lookups;

public sealed class TemplateWriteTests
{
    private const string ArchivedId = "a9e1e4ce-0d9e-4298-8059-178e17d31c11";

    [Fact]
    public void New_template_is_typed_and_the_text_goes_as_written()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("New-RcMessageTemplate", ("Name", "Sömmer"), ("Message", @"It is ""hot""\nhere"), ("Verbose", true)).NoErrors();

        PSObject template = Assert.Single(result.Output);
        Assert.Equal(("RocketComs.RcMessageTemplate", "Sömmer", "ACTIVE"), (template.TypeNames[0], template.Get<string>("Name"), template.Get<string>("Status")));
        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal(("POST", "/v1/message-templates", "application/json; charset=utf-8"), (request.Method, request.Path, request.Headers["Content-Type"]));
        Assert.Equal("""{"name":"Sömmer","message":"It is \"hot\"\\nhere"}""", request.Body);
        Assert.Empty(result.Warnings);
        Assert.Contains("The text: Gsm7, 16 units, 1 segment of 160.", result.Verbose);
    }

    [Theory]
    [InlineData("New-RcMessageTemplate {0} Hi")]
    [InlineData("New-RcMessageTemplate x {0}")]
    [InlineData("Set-RcMessageTemplate $id -Name {0}")]
    [InlineData("Get-RcMessageTemplate $id | Set-RcMessageTemplate -Message {0}")]
    [InlineData("New-RcRecipientList {0}")]
    [InlineData("Rename-RcRecipientList $id {0}")]
    [InlineData("Import-RcRecipient seed.csv -RecipientListName {0} -Force")]
    public void Code_tables_and_moments_are_no_texts(string script)
    {
        using AccountSession session = new();
        session.Set("id", ArchivedId);
        session.WriteFile("seed.csv", AccountSession.GoodCsv);
        foreach (string value in (string[])["{ $_.Message -replace 'a', 'b' }", "@{ en = 'Hi' }", "([datetime]::new(2127, 1, 31))", "([pscustomobject]@{ Message = 'Hi' })"])
        {
            string id = session.Script($"try {{ {script.Replace("{0}", value, StringComparison.Ordinal)} }} catch {{ $_.FullyQualifiedErrorId }}").Single().ToString();

            Assert.StartsWith("ParameterArgumentTransformationError,", id, StringComparison.Ordinal);
        }

        Assert.Empty(session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Message")]
    [InlineData("Name")]
    public void One_text_or_name_for_several_templates_is_refused(string parameter)
    {
        using AccountSession session = new();

        session.Script($"Get-RcMessageTemplate | Set-RcMessageTemplate -{parameter} Hi").Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Writes);
        session.Script("Get-RcMessageTemplate | Set-RcMessageTemplate -Status ARCHIVED").NoErrors();
        Assert.True(session.Sandbox.Writes.Count > 1);
    }

    [Fact]
    public void Placeholder_and_line_break_are_sent_with_a_warning_each()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("New-RcMessageTemplate", ("Name", "x"), ("Message", "Hi {name}\nBye")).NoErrors();

        Assert.Equal(2, result.Warnings.Count);
        Assert.Contains("{name}", result.Warnings[0], StringComparison.Ordinal);
        Assert.Equal("Hi {name}\nBye", result.Single().Get<string>("Message"));
    }

    [Theory]
    [InlineData("", "y", "Name")]
    [InlineData("x", " ", "Message")]
    public void Blank_text_is_refused_before_any_request(string name, string message, string parameter)
    {
        using AccountSession session = new();

        ErrorRecord error = session.Run("New-RcMessageTemplate", ("Name", name), ("Message", message)).Ended("RcInvalidParameter");

        Assert.StartsWith("-" + parameter, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Text_that_is_cut_within_an_emoji_is_refused_before_any_request()
    {
        using AccountSession session = new();

        session.Run("New-RcMessageTemplate", ("Name", "x"), ("Message", "y" + '\uD83D')).Ended("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Piped_templates_give_their_ids_alone()
    {
        using AccountSession session = new();

        CommandResult result = session.Script("Get-RcMessageTemplate | Set-RcMessageTemplate -Status archived").NoErrors();

        Assert.Equal(["ARCHIVED", "ARCHIVED"], result.Values<string>("Status"));
        Assert.Equal(["PATCH /v1/message-templates/" + TestSandbox.TemplateId, "PATCH /v1/message-templates/" + ArchivedId], session.WritePaths());
        Assert.All(session.Sandbox.Writes, request => Assert.Equal("""{"status":"ARCHIVED"}""", request.Body));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void New_text_warns_of_scheduled_batches()
    {
        using AccountSession session = new();

        CommandResult result = session.Run("Set-RcMessageTemplate", ("Id", TestSandbox.TemplateId), ("Message", "Sale!"), ("Name", "S")).NoErrors();

        Assert.Equal(("S", "Sale!"), (result.Single().Get<string>("Name"), result.Single().Get<string>("Message")));
        Assert.Equal("What a new text does to batches that are scheduled with the template is not documented.", Assert.Single(result.Warnings));
        Assert.Equal("""{"name":"S","message":"Sale!"}""", Assert.Single(session.Sandbox.Writes).Body);
    }

    [Theory]
    [InlineData("Set-RcMessageTemplate $id")]
    [InlineData("Set-RcMessageTemplate $id -Name ''")]
    [InlineData("Set-RcMessageTemplate $id -Name x -Message $null")]
    [InlineData("Set-RcMessageTemplate '42' -Name x")]
    public void Change_of_nothing_or_to_nothing_is_refused_before_any_request(string script)
    {
        using AccountSession session = new();
        session.Set("id", TestSandbox.TemplateId);

        session.Script(script).Error("RcInvalidParameter");

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void WhatIf_says_what_changes_and_sends_nothing()
    {
        TestHost host = new();
        using AccountSession session = new(host);

        session.Run("Set-RcMessageTemplate", ("Id", TestSandbox.TemplateId), ("Status", "ARCHIVED"), ("Name", "Old"), ("WhatIf", true)).NoErrors();
        session.Run("New-RcMessageTemplate", ("Name", "n"), ("Message", "m"), ("WhatIf", true)).NoErrors();

        string[] lines = [.. host.Lines.Where(line => line.StartsWith("What if:", StringComparison.Ordinal))];
        Assert.Contains($"\"Rename to 'Old' and archive\" on target \"message template {TestSandbox.TemplateId} at 127.0.0.1:", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"Create\" on target \"message template 'n' at 127.0.0.1:", lines[1], StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Lost_answer_is_not_sent_again_and_says_how_to_find_out()
    {
        using AccountSession session = new();
        session.Sandbox.AddFault("DropAnswer");

        ErrorRecord error = session.Run("New-RcMessageTemplate", ("Name", "Summer"), ("Message", "Hot")).Error("RcOutcomeUnknown");

        Assert.Equal("Summer", error.TargetObject);
        Assert.Contains("look for 'Summer'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Unknown_template_does_not_keep_the_next_back()
    {
        using AccountSession session = new();
        string unknown = Guid.NewGuid().ToString();

        CommandResult result = session.Pipe([unknown, ArchivedId], "Set-RcMessageTemplate", ("Status", "ACTIVE"));

        Assert.Equal(unknown, result.Error("RcNotFound").TargetObject);
        Assert.Equal([ArchivedId], result.Values<string>("Id"));
    }
}
