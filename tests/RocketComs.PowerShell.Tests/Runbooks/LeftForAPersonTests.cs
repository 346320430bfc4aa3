using System.Collections;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Runbooks;

/// <summary>What the nightly correction does not touch, and says so.</summary>
public sealed class LeftForAPersonTests
{
    private const string Mistakes = "(202) 555-0101,Hello\n12345,Hello\n";

    [Fact]
    public void Batches_with_one_reference_get_no_file()
    {
        using AccountSession session = new();
        string[] ids = [session.NewBatch("sale-1", Mistakes), session.NewBatch("SALE-1", Mistakes)];
        session.WriteFile("sale-1.csv", Mistakes);
        session.WriteFile("SALE-1.csv", Mistakes);

        AssertLeft(session, [.. ids.Select(id => (id, "2 batches have this ExternalId: whose file it is, is not known."))]);
    }

    [Fact]
    public void Batch_that_is_on_its_way_has_a_claim_to_the_reference_too()
    {
        using AccountSession session = new();
        session.ScheduledBatch();
        string id = session.NewBatch("scheduled", Mistakes);
        session.WriteFile("scheduled.csv", Mistakes);

        AssertLeft(session, (id, "2 batches have this ExternalId: whose file it is, is not known."));
    }

    [Fact]
    public void Batch_in_error_cannot_be_updated()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch("abc,Hello\n");
        session.WriteFile("scheduled.csv", "abc,Hello\n");

        AssertLeft(session, (id, "It is in ERROR and cannot be updated."));
    }

    [Fact]
    public void Batch_without_a_file_or_with_a_path_for_a_reference_is_left()
    {
        using AccountSession session = new();
        string without = session.NewBatch("no-file", Mistakes);
        string path = session.NewBatch("../sale", Mistakes);

        AssertLeft(session, (without, "There is no file of that name."), (path, "There is no file of that name."));
    }

    [Fact]
    public void Only_what_was_made_of_a_file_is_repaired()
    {
        using AccountSession session = new();
        string manual = session.NewBatch("sale-1", Mistakes);
        string older = session.NewBatch("sale-2", Mistakes);
        session.WriteFile("sale-1.csv", Mistakes);
        session.WriteFile("sale-2.csv", Mistakes);
        Runbook.Answer(session, "/v1/batches", $$"""
            { "content": [
                { "id": "{{manual}}", "externalId": "sale-1", "status": "CREATED", "operationType": "MANUAL_MESSAGE_INPUT" },
                { "id": "{{older}}", "externalId": "sale-2", "status": "CREATED" }
            ], "page": 0, "total": 2, "pageSize": 10 }
            """);

        (IReadOnlyList<PSObject> output, _) = NightlyCorrectionRunbookTests.Run(session);

        Assert.Equal(
            [(manual, "It was not made of a file, but of MANUAL_MESSAGE_INPUT."), (older, "No errors (yet); rows were set aside.")],
            output.Select(row => (row.Get<string>("Id"), row.Get<string>("Outcome"))));
        Assert.Equal(["PATCH /v1/batches/" + older], session.WritePaths());
    }

    [Fact]
    public void Batch_whose_errors_cannot_be_read_does_not_keep_the_others_back()
    {
        using AccountSession session = new();
        string lost = session.NewBatch("sale-1", Mistakes);
        string repaired = session.NewBatch("sale-2", Mistakes);
        session.WriteFile("sale-2.csv", Mistakes);
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 404, ["Path"] = $"/v1/batches/{lost}/errors" });

        (IReadOnlyList<PSObject> output, int exitCode) = NightlyCorrectionRunbookTests.Run(session);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("RcNotFound: ", output.Single(row => row.Get<string>("Id") == lost).Get<string>("Outcome"));
        Assert.Equal(["PATCH /v1/batches/" + repaired], session.WritePaths());
    }

    [Fact]
    public void Without_authorization_the_run_ends()
    {
        using AccountSession session = new();
        session.NewBatch("sale-1", Mistakes);
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 401, ["Path"] = "/v1/batches/*/errors", ["Times"] = 0 });

        CommandResult result = Runbook.Try(session, "nightly-correction.ps1", NightlyCorrectionRunbookTests.Parameters(session));

        result.Ended("RcUnauthorized");
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Text_without_any_campaign_does_not_mean_all_of_them()
    {
        using AccountSession session = new();
        session.NewBatch("sale-1", Mistakes);

        CommandResult result = Runbook.Try(session, "nightly-correction.ps1", NightlyCorrectionRunbookTests.Parameters(session, " , "));

        Assert.Equal("No campaign is named.", result.Terminating?.Exception.Message);
        Assert.Empty(session.Sandbox.Requests);
    }

    // Every batch reported once, nothing uploaded, nothing written, exit code 2.
    private static void AssertLeft(AccountSession session, params (string Id, string Outcome)[] expected)
    {
        session.Sandbox.ClearRequests();

        (IReadOnlyList<PSObject> output, int exitCode) = NightlyCorrectionRunbookTests.Run(session);

        Assert.Equal(2, exitCode);
        Assert.Equal(expected.Order(), output.Select(row => (row.Get<string>("Id")!, row.Get<string>("Outcome")!)).Order());
        Assert.Empty(session.Sandbox.Writes);
        Assert.False(Directory.Exists(session.PathOf("corrected")));
    }
}
