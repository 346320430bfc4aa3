using System.Collections;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>What the next command says of a write whose outcome was not known; the clocks of the platform and of this machine do not agree.</summary>
[Collection(SerialTests.Name)]
public sealed class FollowUpTests : IDisposable
{
    private readonly AccountSession _session = new(null, ("MaximumRetryCount", 0));
    private readonly string _journal;

    private static readonly string[] s_reference = ["externalId"];

    public FollowUpTests()
    {
        _journal = _session.PathOf("journal.jsonl");
        Environment.SetEnvironmentVariable(NoJournal.Variable, _journal);
        _session.WriteFile("ok.csv", AccountSession.GoodCsv);
        _session.Set("c", TestSandbox.CampaignId);
        _session.Set("day", AccountSession.Tomorrow);
    }

    public void Dispose()
    {
        NoJournal.TurnOff();
        _session.Dispose();
    }

    [Theory]
    [InlineData("DropAnswer", "The batch is CREATED now and has been changed since, so it was carried out.", "Done")]
    [InlineData("DropAfterBody", "The batch is CREATED now and has not been changed since, so it was not carried out, or not yet.", "Unknown")]
    public void Validation_is_judged_by_whether_the_batch_has_changed(string fault, string said, string outcome)
    {
        _session.Set("id", _session.NewBatch());

        // After a change of this day, by a clock that is ahead.
        _session.Sandbox.Advance(TimeSpan.FromHours(1));
        _session.Script("Update-RcBatch $id ok.csv -Action Validate -Description one").Single();
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = fault, ["Method"] = "PATCH" });
        _session.Script("Update-RcBatch $id ok.csv -Action Validate -Description two").Error("RcOutcomeUnknown");
        string write = _session.Script("(Get-RcJournal)[-1].WriteId").Single().ToString();

        CommandResult next = _session.Script("Update-RcBatch $id ok.csv -Action Validate -Description two").NoErrors();

        Assert.EndsWith(said, Assert.Single(next.Warnings), StringComparison.Ordinal);
        Assert.Equal(outcome, _session.Script($"@(Get-RcJournal | Where-Object WriteId -eq {write})[-1].Outcome").Single().ToString());

        // The one that was done has told of it.
        Assert.Empty(_session.Script("Update-RcBatch $id ok.csv -Action Validate -Description two").NoErrors().Warnings);
    }

    [Fact]
    public void New_batch_whose_reference_the_platform_passed_over_may_be_the_one_that_is_looked_for()
    {
        _session.NewBatch("known");
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "IgnoredParameters", ["Parameters"] = s_reference, ["Delay"] = "-00:00:00.001", ["Method"] = "POST" });
        _session.Run("Connect-RcAccount", ("Sandbox", _session.Sandbox.Object), ("MaximumRetryCount", 0), ("TimeoutSec", 1)).NoErrors();
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Error("RcOutcomeUnknown");

        CommandResult next = _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force");

        next.Error("RcAlreadySent");
        Assert.EndsWith("with the ExternalId 'ignored', which may be it, so whether it was carried out is not known.", Assert.Single(next.Warnings), StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("DropAfterBody", "The campaign has no such batch now, so it was not carried out, or not yet.", 1)]
    [InlineData("DropAnswer", "which is PENDING now, so it was carried out.", 1)]
    public void New_batch_is_looked_for_by_its_reference(string fault, string said, int writes)
    {
        _session.NewBatch("known");
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = fault, ["Method"] = "POST" });
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Error("RcOutcomeUnknown");

        CommandResult next = _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force");

        Assert.EndsWith(said, Assert.Single(next.Warnings), StringComparison.Ordinal);
        Assert.Equal(writes, _session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Message_that_may_have_gone_out_is_looked_for_among_the_messages()
    {
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "POST" });
        _session.Script("Send-RcMessage $c 12025550123 Hi -Force").Error("RcOutcomeUnknown");

        Assert.StartsWith(
            $"Look with 'Get-RcMessage -CampaignId {TestSandbox.CampaignId} -SingleOnly'",
            _session.Script("Send-RcMessage $c 12025550123 Hi -Force").Error("RcAlreadySent").ErrorDetails.RecommendedAction,
            StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("Get-RcBatch -CampaignId $c")]
    [InlineData("Get-RcBatch")]
    public void Batches_of_a_list_are_followed_up(string list)
    {
        _session.Set("id", _session.NewBatch("known"));
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "PATCH" });
        _session.Script("Update-RcBatch $id ok.csv -Force").Error("RcOutcomeUnknown");
        _session.WriteFile("other.csv", "12025550125,Another text\n");
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "POST" });
        _session.Script("New-RcBatch $c other.csv -ExternalId sale-1 -StartDate $day -Force").Error("RcOutcomeUnknown");

        CommandResult looked = _session.Script(list).NoErrors();

        Assert.Contains(looked.Warnings, warning => warning.StartsWith("The outcome of New-RcBatch for ExternalId 'sale-1'", StringComparison.Ordinal) && warning.EndsWith("which is PENDING now, so it was carried out.", StringComparison.Ordinal));
        Assert.Contains(looked.Warnings, warning => warning.StartsWith("The outcome of Update-RcBatch for batch", StringComparison.Ordinal) && warning.EndsWith("The batch is PENDING now, so it was carried out.", StringComparison.Ordinal));
        Assert.Equal(2, looked.Warnings.Count);
        Assert.Empty(_session.Script(list).NoErrors().Warnings);
    }

    [Fact]
    public void Batch_that_had_the_reference_before_is_not_taken_for_the_lost_one()
    {
        _session.NewBatch("sale-1");
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAfterBody", ["Method"] = "POST" });
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Error("RcOutcomeUnknown");

        Assert.Empty(_session.Script("Get-RcBatch").NoErrors().Warnings);
        Assert.Contains(
            _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Warnings,
            warning => warning.EndsWith("The campaign has no such batch now, so it was not carried out, or not yet.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Update-RcBatch $id other.csv -Force", "It is batch {0}, which is CREATED now, so whether it was carried out is not known.")]
    [InlineData(
        "Update-RcBatch $id other.csv -ExternalId sale-2 -Action Validate; New-RcBatch $c other.csv -ExternalId sale-1 -StartDate $day -Force",
        "it has batch {0} with the ExternalId 'sale-2', which may be it, so whether it was carried out is not known.")]
    public void Creation_that_is_not_known_is_not_denied_when_its_batch_is_worked_on(string next, string said)
    {
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "POST" });
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Action Validate").Error("RcOutcomeUnknown");
        string id = _session.Script("(Get-RcBatch -ExternalId sale-1).Id").Single().ToString();
        _session.Set("id", id);
        _session.WriteFile("other.csv", "12025550125,Another text\n");
        _session.Script("Update-RcBatch $id ok.csv -Action Validate").NoErrors();

        CommandResult worked = _session.Script(next).NoErrors();

        Assert.Contains(worked.Warnings, warning => warning.EndsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, said, id), StringComparison.Ordinal));
        Assert.DoesNotContain(worked.Warnings, warning => warning.Contains("was not carried out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-RcMessage -CampaignId $c -SingleOnly")]
    [InlineData("Get-RcMessage -SingleOnly")]
    [InlineData("Send-RcMessage $c '+12025550123' Hi -Force")]
    public void Message_that_is_on_the_list_may_have_been_sent(string next)
    {
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "POST" });
        _session.Script("Send-RcMessage $c 12025550123 Hi -Force").Error("RcOutcomeUnknown");

        // Somebody else may have sent the same: a message bears no reference of ours.
        Assert.EndsWith(
            "The platform lists one like it, as PENDING, which may be it, or may be somebody else's, so whether it was carried out is not known.",
            Assert.Single(_session.Script(next).Warnings),
            StringComparison.Ordinal);

        Assert.Equal("Unknown", _session.Script("(Get-RcJournal)[-1].Outcome").Single().ToString());
        Assert.Contains("may have been sent", _session.Script("Send-RcMessage $c 12025550123 Hi -Force").Error("RcAlreadySent").Exception.Message, StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
    }

    [Fact]
    public void Message_that_was_sent_before_is_not_taken_for_the_lost_one()
    {
        _session.Script("Send-RcMessage $c 12025550123 Hi -Force").NoErrors();
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAfterBody", ["Method"] = "POST" });
        _session.Script("Send-RcMessage $c 12025550123 Hi -Force -AllowRepeat").Error("RcOutcomeUnknown");

        Assert.Empty(_session.Script("Get-RcMessage -CampaignId $c -SingleOnly").NoErrors().Warnings);
        Assert.Equal("Unknown", _session.Script("(Get-RcJournal)[-1].Outcome").Single().ToString());
    }

    [Fact]
    public void Write_of_a_process_that_was_killed_is_told_as_such()
    {
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Single();
        File.WriteAllLines(_journal, File.ReadAllLines(_journal)[..1]);
        _session.WriteFile("same.csv", AccountSession.GoodCsv);

        string advice = _session.Script("New-RcBatch $c same.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent").ErrorDetails.RecommendedAction;

        Assert.Equal(
            $"Look for it with 'Get-RcBatch -CampaignId {TestSandbox.CampaignId}' (ExternalId 'sale-1'). If it is not there and no other command is at work on it, that one was ended from outside before it could send. "
            + "If it shall be sent again, say so with -AllowRepeat.",
            advice);
    }
}
