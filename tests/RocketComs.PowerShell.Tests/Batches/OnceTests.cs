using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

/// <summary>One intent is one write: within a command, by the platform's list, and by the journal.</summary>
[Collection(SerialTests.Name)]
public sealed class OnceTests : IDisposable
{
    private readonly AccountSession _session = new();
    private readonly string _journal;

    public OnceTests()
    {
        _journal = _session.PathOf("journal.jsonl");
        Environment.SetEnvironmentVariable(NoJournal.Variable, _journal);
        _session.WriteFile("ok.csv", AccountSession.GoodCsv);
        _session.WriteFile("other.csv", "12025550125,Another text\n");
        _session.Set("c", TestSandbox.CampaignId);
        _session.Set("day", AccountSession.Tomorrow);
    }

    public void Dispose()
    {
        NoJournal.TurnOff();
        _session.Dispose();
    }

    [Theory]
    [InlineData("New-RcBatch $c other.csv -ExternalId sale-1 -StartDate $day -Force")]
    [InlineData("New-RcBatch $c ok.csv -ExternalId sale-2 -StartDate $day -Force")]
    [InlineData("New-RcBatch $c -MessageTemplateId " + TestSandbox.TemplateId + " -RecipientListId " + TestSandbox.ListId + " -ExternalId sale-1 -StartDate $day -Force")]
    [InlineData("New-RcBatch $c ok.csv -ExternalId sale-2 -StartDate $day -WhatIf:$false -Confirm:$false")]
    public void What_went_out_before_is_refused_and_sent_again_where_that_is_allowed(string again)
    {
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Single();

        ErrorRecord error = _session.Script(again).Error("RcAlreadySent");

        Assert.Single(_session.Sandbox.Writes);
        Assert.Contains("-AllowRepeat", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        _session.Script(again + " -AllowRepeat").Single();
        Assert.Equal(2, _session.Sandbox.Writes.Count);
    }

    [Fact]
    public void One_file_for_two_batches_of_a_campaign_is_a_repeat()
    {
        string one = _session.NewBatch("one");
        string two = _session.NewBatch("two");

        _session.Script($"Update-RcBatch {one} ok.csv -Force").Single();
        _session.Script($"Update-RcBatch {two} ok.csv -Force").Error("RcAlreadySent");

        Assert.Equal(["PATCH /v1/batches/" + one], _session.WritePaths());
    }

    [Fact]
    public void Validate_is_no_sending()
    {
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Action Validate").Single();
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Action Validate").Single();
        _session.Script("@(Get-RcBatch -CampaignId $c)[0] | Update-RcBatch -Path ok.csv -Force").Single();

        Assert.Equal(3, _session.Sandbox.Writes.Count);
    }

    [Theory]
    [InlineData("POST", "New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Action Validate")]
    [InlineData("PATCH", "New-RcBatch $c other.csv -ExternalId sale-1 -StartDate $day -Action Validate | Update-RcBatch -Path ok.csv -Action Validate")]
    public void Validate_that_is_seen_going_out_is_a_sending(string method, string validate)
    {
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "IgnoredParameters", ["Parameters"] = "action", ["Method"] = method });
        Assert.Contains("MAY BE GOING OUT", Assert.Single(_session.Script(validate).NoErrors().Warnings), StringComparison.Ordinal);

        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");

        Assert.Equal("Schedule", _session.Script("(Get-RcJournal)[-1].Action").Single().ToString());
    }

    [Fact]
    public void What_a_batch_has_is_known_when_a_raw_call_schedules_it()
    {
        _session.Set("id", _session.Script("(New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Action Validate).Id").Single());
        _session.Script("Invoke-RcRequest v1/batches/$id -Method PATCH -Query @{ action = 'SCHEDULE' } -Form @{ description = 'x' } -Force").NoErrors();

        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");
        _session.Script("New-RcBatch $c other.csv -ExternalId sale-3 -StartDate $day -Force").NoErrors();
    }

    [Fact]
    public void What_a_raw_call_left_in_a_batch_is_known_when_it_is_scheduled()
    {
        _session.Set("id", _session.Script("(New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Action Validate).Id").Single());
        _session.Set("other", new FileInfo(_session.PathOf("other.csv")));
        _session.Script("Invoke-RcRequest v1/batches/$id -Method PATCH -Query @{ action = 'VALIDATE'; operationType = 'CSV_FILE' } -Form @{ file = $other }").NoErrors();
        _session.Script("Invoke-RcRequest v1/batches/$id -Method PATCH -Query @{ action = 'SCHEDULE' } -Form @{ description = 'x' } -Force").NoErrors();

        _session.Script("New-RcBatch $c other.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-3 -StartDate $day -Force").NoErrors();
    }

    [Fact]
    public void One_host_has_one_journal_however_it_is_spelled()
    {
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();
        string other = _session.Sandbox.BaseUri.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _session.Run("Connect-RcAccount", ("BaseUri", other), ("AccessToken", AccountSession.Secret(_session.Sandbox.AccessToken))).NoErrors();

        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");
    }

    [Fact]
    public void List_that_cannot_be_read_keeps_a_batch_back()
    {
        _session.Sandbox.AddFault(new Hashtable { ["Status"] = 400, ["Method"] = "GET", ["Path"] = "/v1/batches", ["Times"] = 2 });

        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").Error("RcAlreadySent");
        Assert.Empty(_session.Sandbox.Writes);

        CommandResult result = _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force -AllowRepeat").NoErrors();
        Assert.Contains("cannot be read", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("12025550123,Hello\r\n12025550124,\"Hello, Ann\"\r\n", "utf-8")]
    [InlineData("12025550123,Hello\n12025550124,\"Hello, Ann\"\n", "utf-16")]
    [InlineData("\"12025550124\",\"Hello, Ann\"\n\"+12025550123\",\"Hello\"", "utf-8")]
    [InlineData("2025550123,Hello\n\n2025550124,\"Hello, Ann\"\n", "utf-8")]
    public void Rows_that_were_saved_again_are_the_same_content(string file, string encoding)
    {
        _session.WriteFile("first.csv", "12025550123,Hello\n12025550124,\"Hello, Ann\"\n");
        _session.WriteFile("again.csv", [.. System.Text.Encoding.GetEncoding(encoding).GetPreamble(), .. System.Text.Encoding.GetEncoding(encoding).GetBytes(file)]);
        _session.Script("New-RcBatch $c first.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();

        _session.Script("New-RcBatch $c again.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");

        _session.WriteFile("other.csv", "12025550123,\"Hello, Ann\"\n12025550124,Hello\n");
        _session.Script("New-RcBatch $c other.csv -ExternalId sale-3 -StartDate $day -Force").NoErrors();
    }

    [Fact]
    public void Line_break_is_the_same_text_in_either_spelling()
    {
        _session.WriteFile("first.csv", "12025550123,\"Hello\nAnn\"\n");
        _session.Script("New-RcBatch $c first.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();

        _session.WriteFile("again.csv", "12025550123,Hello\\nAnn\n");
        _session.Script("New-RcBatch $c again.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");
        _session.WriteFile("again.csv", "12025550123,\"Hello\r\nAnn\"\r\n");
        _session.Script("New-RcBatch $c again.csv -ExternalId sale-2 -StartDate $day -Force").Error("RcAlreadySent");
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    public void Journal_that_keeps_nothing_is_warned_of_and_the_batch_is_sent(string device)
    {
        Assert.SkipUnless(File.Exists(device), "There is no such device.");
        Environment.SetEnvironmentVariable(NoJournal.Variable, device);

        CommandResult result = _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();

        Assert.StartsWith($"The journal '{device}' cannot be used: It is a pipe or a device.", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
    }

    [Fact]
    public void Get_RcJournal_says_when_there_is_no_journal_in_what_it_was_given()
    {
        Assert.EndsWith("holds no line of a journal.", Assert.Single(_session.Script("Get-RcJournal ok.csv").NoErrors().Warnings), StringComparison.Ordinal);
        _session.Run("Get-RcJournal", ("BatchId", "nope")).Ended("RcInvalidParameter");
        _session.Run("Get-RcJournal", ("Path", ".")).Ended("RcFileNotFound");
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Get_RcJournal_reads_a_moment_the_same_in_every_culture(string culture)
    {
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();
        int Lines(string after) => _session.Script($"[System.Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; Get-RcJournal -After {after}").NoErrors().Output.Count;

        Assert.Equal(2, Lines("2001-02-03"));
        Assert.Equal(2, Lines("'2001-02-03T09:00:00+02:00'"));
        Assert.Equal(2, Lines("([datetime]::new(2001, 2, 3))"));
        Assert.Equal(0, Lines("2127-01-01"));
        Assert.Equal(0, Lines("'2127-01-01 09:00'"));
        Assert.StartsWith("ParameterArgumentTransformationError", _session.Script("try { Get-RcJournal -After 03/02/2001 } catch { $_.FullyQualifiedErrorId }").Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Message_that_was_a_row_of_a_batch_does_not_go_again()
    {
        _session.WriteFile("one.csv", "12025550123,Hello\\nAnn\n");
        _session.Script("New-RcBatch $c one.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();

        _session.Script("Send-RcMessage $c 2025550123 \"Hello`nAnn\" -Force").Error("RcAlreadySent");
    }

    [Fact]
    public void Same_message_goes_once_to_a_number()
    {
        CommandResult result = _session.Script(
            "[pscustomobject]@{ Number = '12025550123'; Message = 'Hi' }, [pscustomobject]@{ Number = '+12025550123'; Message = 'Hi' } | Send-RcMessage $c -Force");

        Assert.Equal("RcAlreadySent", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        _session.Script("Send-RcMessage $c 12025550123 Hi -Force").Error("RcAlreadySent");
        Assert.Single(_session.Sandbox.Writes);
    }

    [Fact]
    public void Every_write_leaves_a_line_before_and_a_line_after_and_none_holds_a_number_or_a_text()
    {
        string id = _session.Script("(New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force -PricePerSegment 0.5).Id").Single().ToString();

        PSObject[] entries = [.. _session.Run("Get-RcJournal").NoErrors().Output];

        Assert.Equal(["Begun", "Done"], entries.Select(entry => entry.Get<object>("Outcome")!.ToString()));
        PSObject done = entries[1];
        Assert.Equal(
            ("New-RcBatch", id, TestSandbox.CampaignId, "sale-1", "ok.csv", "Force", "Schedule"),
            (done.Get<string>("Command"), done.Get<string>("BatchId"), done.Get<string>("CampaignId"), done.Get<string>("ExternalId"), done.Get<string>("FileName"), done.Get<object>("Consent")!.ToString(), done.Get<object>("Action")!.ToString()));
        Assert.Equal((2L, 2L, 1.0m), (done.Get<long>("RecipientCount"), done.Get<long>("SegmentCount"), done.Get<decimal>("EstimatedCost")));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(AccountSession.GoodCsv))), done.Get<string>("ContentHash"));
        Assert.DoesNotContain("2025550123", File.ReadAllText(_journal), StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", File.ReadAllText(_journal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{400 Message was not sent}", "Refused", "Nothing documented says that it was carried out.")]
    [InlineData("perhaps", "Unknown", "Whether the change was made is not known.")]
    public void Raw_answer_to_a_write_is_given_and_judged_all_the_same(string answer, string outcome, string words)
    {
        using CannedServer server = new(_ => (200, answer));
        _session.Run("Connect-RcAccount", ("BaseUri", server.BaseUri), ("AccessToken", AccountSession.Secret("token"))).NoErrors();

        CommandResult result = _session.Run("Invoke-RcRequest", ("Path", "v1/messages/outgoing"), ("Method", "POST"), ("Body", "{}"), ("Raw", true), ("Force", true));

        Assert.Equal(answer, Assert.Single(result.Output).BaseObject);
        Assert.Contains(words, result.Error("RcUnexpectedResponse").Exception.Message, StringComparison.Ordinal);
        PSObject end = _session.Run("Get-RcJournal").NoErrors().Output[1];
        Assert.Equal((outcome, "Force"), (end.Get<object>("Outcome")!.ToString(), end.Get<object>("Consent")!.ToString()));
    }

    [Theory]
    [InlineData("New-RcMessageTemplate one 'Hi' -Confirm", "Asked")]
    [InlineData("$ConfirmPreference = 'Medium'; New-RcMessageTemplate one 'Hi'", "Asked")]
    [InlineData("$ConfirmPreference = 'None'; New-RcMessageTemplate one 'Hi'", "NotNeeded")]
    [InlineData("New-RcMessageTemplate one 'Hi' -Confirm:$false", "NotNeeded")]
    public void Journal_says_whether_a_change_that_is_not_charged_was_asked_for(string script, string consent)
    {
        using AccountSession session = new(new TestHost("Yes"));

        session.Script(script).NoErrors();

        Assert.Equal(consent, session.Script("(Get-RcJournal)[-1].Consent").Single().ToString());
    }

    [Fact]
    public void Lost_answer_is_followed_up_by_the_next_command_on_that_batch()
    {
        string id = _session.NewBatch();
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAnswer", ["Method"] = "PATCH", ["Times"] = 1 });
        _session.Script($"Update-RcBatch {id} ok.csv -Force").Error("RcOutcomeUnknown");
        Assert.Equal("Unknown", _session.Script("(Get-RcJournal)[-1].Outcome").Single().ToString());

        CommandResult result = _session.Script($"Update-RcBatch {id} ok.csv -Force");

        Assert.Contains("was not known. The batch is", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
        Assert.Equal("Done", _session.Script($"(Get-RcJournal -BatchId {id} -Outcome Done, Refused)[-1].Outcome").Single().ToString());
    }

    [Theory]
    [InlineData("-ErrorAction Stop")]
    [InlineData("401")]
    public void End_before_all_is_sent_says_what_was_and_what_was_not(string how)
    {
        _session.WriteFile("third.csv", "12025550127,Third\n");
        string[] ids = [_session.NewBatch("one"), _session.NewBatch("two"), _session.NewBatch("three")];
        string[] files = ["ok.csv", "other.csv", "third.csv"];
        _session.Sandbox.AddFault(new Hashtable { ["Status"] = how == "401" ? 401 : 400, ["Method"] = "PATCH", ["Path"] = "/v1/batches/" + ids[1], ["Times"] = 5 });
        _session.Set("plan", ids.Zip(files, (id, file) => AccountSession.Record(("Id", id), ("Path", file))).ToArray());
        CommandResult result = _session.Script($"$plan | Update-RcBatch -Action Validate {(how == "401" ? string.Empty : how)}");

        Assert.Contains($"Ended early. Done: batch {ids[0]}. Not done: batch {ids[1]}, batch {ids[2]}. Nothing else was changed.", result.Warnings);
    }

    [Theory]
    [InlineData("DropAnswer", "PATCH", "Update-RcBatch $id ok.csv -Force", "The batch is PENDING now, so it was carried out.", "Done")]
    [InlineData("DropAfterBody", "PATCH", "Update-RcBatch $id ok.csv -Force", "The batch is CREATED now, so it was not carried out, or not yet.", "Unknown")]
    [InlineData("DropAnswer", "DELETE", "Remove-RcBatch $id -Force", "The platform has no such batch now, so it was carried out.", "Done")]
    [InlineData("DropAfterBody", "DELETE", "Remove-RcBatch $id -Force", "The batch is CREATED now, so it was not carried out, or not yet.", "Unknown")]
    public void Looking_at_the_batch_says_what_became_of_a_lost_answer_and_the_journal_knows(string fault, string method, string script, string words, string outcome)
    {
        _session.Set("id", _session.NewBatch());
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = fault, ["Method"] = method, ["Times"] = 1 });
        _session.Script(script).Error("RcOutcomeUnknown");

        CommandResult looked = _session.Script("Get-RcBatch $id");

        Assert.EndsWith(words, Assert.Single(looked.Warnings), StringComparison.Ordinal);
        Assert.Equal(outcome, _session.Script("(Get-RcJournal)[-1].Outcome").Single().ToString());
        Assert.Equal(outcome == "Unknown" ? 1 : 0, _session.Script("Get-RcBatch $id").Warnings.Count);
    }

    [Fact]
    public void Creation_that_does_not_show_yet_is_not_sent_again()
    {
        _session.Sandbox.AddFault(new Hashtable { ["Kind"] = "DropAfterBody", ["Method"] = "POST", ["Times"] = 1 });
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-9 -StartDate $day -Force").Error("RcOutcomeUnknown");

        CommandResult again = _session.Script("New-RcBatch $c ok.csv -ExternalId sale-9 -StartDate $day -Force");

        again.Error("RcAlreadySent");
        Assert.Contains("so it was not carried out, or not yet.", Assert.Single(again.Warnings), StringComparison.Ordinal);
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-9 -StartDate $day -Force -AllowRepeat").NoErrors();
    }

    [Fact]
    public void WhatIf_says_that_it_would_be_a_repeat_and_writes_no_line()
    {
        _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();
        string id = _session.NewBatch();
        string journal = File.ReadAllText(_journal);

        _session.Script($"Update-RcBatch {id} ok.csv -WhatIf").Error("RcAlreadySent");

        Assert.Equal(journal, File.ReadAllText(_journal));
    }

    [Theory]
    [InlineData("-MaxCost 1 -PricePerSegment 0", "RcInvalidParameter")]
    [InlineData("-MaxCost 1 -PricePerSegment ([decimal]$null)", "RcInvalidParameter")]
    [InlineData("-MaxCost 0 -PricePerSegment 0.0", "RcInvalidParameter")]
    [InlineData("-MaxCost 1", "RcInvalidParameter")]
    public void Ceiling_of_the_cost_needs_a_price(string ceiling, string error)
    {
        _session.Script($"New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force {ceiling}").Error(error);

        Assert.Empty(_session.Sandbox.Requests);
    }

    [Theory]
    [InlineData("-MaxSegmentCount 1", true)]
    [InlineData("-MaxSegmentCount 2", false)]
    [InlineData("-MaxCost 0.99 -PricePerSegment 0.5", true)]
    [InlineData("-MaxCost 1 -PricePerSegment 0.5", false)]
    public void Ceiling_holds_with_force(string ceiling, bool isRefused)
    {
        CommandResult result = _session.Script($"New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force {ceiling}");

        Assert.Equal(isRefused ? ["RcCeilingExceeded"] : [], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(isRefused ? 0 : 1, _session.Sandbox.Writes.Count);
    }

    [Fact]
    public void Ceiling_is_for_all_of_a_command_and_nothing_goes_when_it_is_exceeded()
    {
        CommandResult result = _session.Script(
            "[pscustomobject]@{ Path = 'ok.csv'; ExternalId = 'a' }, [pscustomobject]@{ Path = 'other.csv'; ExternalId = 'b' } | New-RcBatch -CampaignId $c -StartDate $day -Force -MaxSegmentCount 2");

        Assert.Equal("RcCeilingExceeded", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(_session.Sandbox.Writes);
    }

    [Theory]
    [InlineData("-EndDate $day.AddDays(-1) -StartDate $day", "EndDate")]
    [InlineData("-StartTime 17:00 -EndTime 09:00 -StartDate $day", "EndTime")]
    public void Schedule_that_cannot_be_meant_is_refused(string schedule, string parameter)
    {
        ErrorRecord error = _session.Script($"New-RcBatch $c ok.csv -ExternalId sale-1 {schedule} -Force").Error("RcInvalidParameter");

        Assert.Contains(parameter, error.ErrorDetails.RecommendedAction + error.ErrorDetails.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_session.Sandbox.Writes);
    }

    [Fact]
    public void Schedule_is_judged_with_what_the_batch_has()
    {
        _session.Set("id", _session.NewBatch());
        _session.Script("Update-RcBatch $id ok.csv -Action Validate -EndDate $day -EndTime 17:00").Single();
        _session.Sandbox.ClearRequests();

        _session.Script("Update-RcBatch $id ok.csv -StartDate $day.AddDays(1) -Force").Error("RcInvalidParameter");
        _session.Script("Update-RcBatch $id ok.csv -StartTime 17:00 -Force").Error("RcInvalidParameter");

        Assert.Empty(_session.Sandbox.Writes);
    }

    [Fact]
    public void Unusable_journal_is_a_warning()
    {
        Environment.SetEnvironmentVariable(NoJournal.Variable, System.IO.Path.Combine(_session.PathOf("ok.csv"), "journal.jsonl"));

        CommandResult result = _session.Script("New-RcBatch $c ok.csv -ExternalId sale-1 -StartDate $day -Force").NoErrors();

        Assert.Contains("The journal", result.Warnings[0], StringComparison.Ordinal);
        Assert.Single(_session.Sandbox.Writes);
    }
}
