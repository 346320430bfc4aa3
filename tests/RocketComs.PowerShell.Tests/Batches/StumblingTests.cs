using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What strangers stumbled over, so that nobody does again.</summary>
public sealed class StumblingTests
{
    [Fact]
    public void Dry_run_of_a_repair_is_no_file_to_send()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.WriteFile("old.csv", "12025550123,Old\n");
        session.WriteFile("new.csv", "(202) 555-0124,New\n");

        CommandResult result = session.Script("Repair-RcBatchCsv new.csv -Destination old.csv -Force -WhatIf | Update-RcBatch -Id $id -Force");

        Assert.Contains("dry run", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Repair_is_its_copy_wherever_a_path_is_meant()
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.WriteFile("new.csv", "(202) 555-0124,New\n");

        session.Script("Update-RcBatch $id (Repair-RcBatchCsv new.csv -Destination repaired.csv) -Action Validate").NoErrors();

        Assert.Equal("2025550124,New\n", Assert.Single(session.Sandbox.Writes).PartText("file"));
    }

    [Theory]
    [InlineData("Test-RcBatchCsv seed.csv -PricePerSegment '0,0079'")]
    [InlineData("'Hi' | Measure-RcSmsSegment -PricePerSegment '1.000,5'")]
    [InlineData("Update-RcBatch $id seed.csv -PricePerSegment 'free' -WhatIf")]
    public void Price_with_a_comma_is_refused(string script)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());

        CommandResult result = session.Script(script);

        Assert.StartsWith(
            "ParameterArgumentTransformationError,", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'0.0079'", "0.0158")]
    [InlineData("0.0079", "0.0158")]
    [InlineData("3000", "6000")]
    public void Price_with_a_point_or_as_a_number_is_taken(string price, string cost)
    {
        using AccountSession session = new();
        session.NewBatch();

        Assert.Equal(cost, session.Script($"Test-RcBatchCsv seed.csv -PricePerSegment {price}").Single().Text("EstimatedCost"));
    }

    [Fact]
    public void Quiet_check_of_a_file_that_is_not_there_is_no()
    {
        using TestSession session = new();

        CommandResult result = session.Run("Test-RcBatchCsv", ("Path", "nowhere.csv"), ("Quiet", true));

        result.Error("RcFileNotFound");
        Assert.Equal(false, Assert.Single(result.Output).BaseObject);
    }

    [Theory]
    [InlineData("Remove-RcBatch $id -Confirm")]
    [InlineData("Rename-RcRecipientList $list Autumn -Confirm")]
    [InlineData("Set-RcMessageTemplate $template -Status ARCHIVED -Confirm")]
    [InlineData("New-RcMessageTemplate A B -Confirm")]
    [InlineData("New-RcRecipientList A -Confirm")]
    public void Question_that_nobody_can_answer_is_an_error_of_ours(string script)
    {
        using AccountSession session = new();
        session.Set("id", session.NewBatch());
        session.Set("list", TestSandbox.ListId);
        session.Set("template", TestSandbox.TemplateId);

        CommandResult result = session.Script(script);

        Assert.StartsWith("RcConfirmationRequired,", Assert.Single(result.Errors.Append(result.Terminating).OfType<ErrorRecord>()).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(session.Sandbox.Writes);
    }

    [Fact]
    public void Several_single_messages_are_summed_up_in_the_question()
    {
        TestHost host = new("No to All");
        using AccountSession session = new(host);

        session.Pipe(
            [AccountSession.Row("2025550123", "Hi"), AccountSession.Row("2025550124", new string('a', 161))], "Send-RcMessage", ("CampaignId", TestSandbox.CampaignId), ("PricePerSegment", 0.5m)).NoErrors();

        Assert.Contains("; all 2 messages: 2 recipients, 3 segments, cost 1.50 (0.5 a segment)", Assert.Single(host.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_beyond_the_first_are_warned_of_where_nobody_is_asked()
    {
        using AccountSession session = new();

        CommandResult result = session.Run(
            "Update-RcBatch", ("Id", session.NewBatch()), ("Path", session.WriteFile("f.csv", "12025550123," + new string('a', 161) + "\n")), ("Force", true)).NoErrors();

        Assert.Contains("1 warning (RC105 1;", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }
}
