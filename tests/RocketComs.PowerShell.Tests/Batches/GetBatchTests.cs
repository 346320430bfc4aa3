using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Batches;

public sealed class GetBatchTests
{
    private const string UnknownId = "32df8770-ee48-46e7-a8c7-9ec478883076";

    [Fact]
    public void Batch_by_id_is_typed()
    {
        using AccountSession session = new();
        string id = session.NewBatch("ext-9");

        PSObject batch = session.Run("Get-RcBatch", ("Id", id)).Single();

        Assert.Equal("RocketComs.RcBatch", batch.TypeNames[0]);
        Assert.Equal((id, "ext-9", "CREATED", TestSandbox.CampaignId), (batch.Get<string>("Id"), batch.Get<string>("ExternalId"), batch.Get<string>("Status"), batch.Get<string>("CampaignId")));
        Assert.Equal(AccountSession.Today, batch.Get<DateTime?>("StartDate"));
        Assert.IsType<DateTimeOffset>(batch.Get<object>("CreatedAt"));
        Assert.Null(batch.Get<object>("FinishedAt"));
        Assert.Equal(["/v1/batches/" + id], session.Sandbox.Requests.Select(request => request.Path));
    }

    [Fact]
    public void Several_ids_go_on_after_one_that_is_unknown()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");

        CommandResult result = session.Run("Get-RcBatch", ("Id", new[] { one, UnknownId, two }));

        Assert.Equal(UnknownId, result.Error("RcNotFound").TargetObject);
        Assert.Equal([one, two], result.Values<string>("Id"));
    }

    [Fact]
    public void Piped_ids_and_batches_are_looked_up_again()
    {
        using AccountSession session = new();
        string one = session.NewBatch("one");
        string two = session.NewBatch("two");
        PSObject batch = session.Run("Get-RcBatch", ("Id", one)).Single();

        Assert.Equal([one, two, one], session.Pipe([batch, two, AccountSession.Record(("BatchId", one))], "Get-RcBatch").NoErrors().Values<string>("Id"));
    }

    [Fact]
    public void Id_that_is_no_uuid_is_refused_before_any_request()
    {
        using AccountSession session = new();

        Assert.Equal("42", session.Run("Get-RcBatch", ("Id", "42")).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void List_sends_its_filters()
    {
        using AccountSession session = new();

        session.Run(
            "Get-RcBatch",
            ("CampaignId", TestSandbox.CampaignId),
            ("Status", "completed"),
            ("StartDateFrom", new DateTime(2027, 1, 31)),
            ("EndDateTo", new DateTime(2027, 2, 1))).NoErrors();

        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal("/v1/batches", request.Path);
        Assert.StartsWith($"startDateFrom=2027-01-31&endDateTo=2027-02-01&campaignId={TestSandbox.CampaignId}&status=COMPLETED&page=0&pageSize=", request.RawQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void List_comes_sorted_by_the_platform()
    {
        using AccountSession session = new();
        session.NewBatch("b");
        session.NewBatch("c");
        session.NewBatch("a");

        Assert.Equal(["c", "b", "a"], session.Run("Get-RcBatch", ("SortBy", "ExternalId"), ("SortDir", "desc")).NoErrors().Values<string>("ExternalId"));

        Assert.Equal("sortBy=externalId&sortDir=desc&page=0&pageSize=100", Assert.Single(session.Sandbox.Requests).RawQuery);
    }

    [Theory]
    [InlineData("sale [May]", "sale [May],sale M")]
    [InlineData("SALE*", "sale [May],sale M")]
    [InlineData("sale [May", "")]
    public void Reference_is_found_as_it_is_and_by_wildcards(string asked, string found)
    {
        using AccountSession session = new();
        foreach (string reference in (string[])["sale [May]", "sale M", "spring"])
        {
            session.NewBatch(reference);
        }

        CommandResult result = session.Run("Get-RcBatch", ("ExternalId", asked), ("SortBy", "ExternalId"));
        Assert.Equal(found.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), result.Values<string>("ExternalId").Order());
    }

    [Fact]
    public void List_sends_the_other_dates_too()
    {
        using AccountSession session = new();

        session.Run("Get-RcBatch", ("StartDateTo", new DateTime(2027, 1, 31)), ("EndDateFrom", new DateTime(2027, 2, 1))).NoErrors();

        Assert.StartsWith("startDateTo=2027-01-31&endDateFrom=2027-02-01&page=0&", Assert.Single(session.Sandbox.Requests).RawQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_created_is_filtered_here_because_the_server_cannot()
    {
        using AccountSession session = new();
        string created = session.NewBatch("created");
        session.ScheduledBatch();

        Assert.Equal([created], session.Run("Get-RcBatch", ("Status", "created")).NoErrors().Values<string>("Id"));

        Assert.DoesNotContain("status", Assert.Single(session.Sandbox.Requests).QueryNames());
    }

    [Fact]
    public void List_goes_over_all_pages_lazily()
    {
        using AccountSession session = new();
        string[] ids = [.. Enumerable.Range(0, 101).Select(number => session.NewBatch("ext-" + number))];

        Assert.Equal(ids.Order(StringComparer.Ordinal), session.Run("Get-RcBatch").NoErrors().Values<string>("Id").Order(StringComparer.Ordinal)!);
        Assert.Equal(["page=0&pageSize=100", "page=1&pageSize=100"], session.Sandbox.Requests.Select(request => request.RawQuery));

        session.Sandbox.ClearRequests();
        session.Script("foreach ($i in 1) { Get-RcBatch | ForEach-Object { $_; break } }").Single();
        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Errors_of_the_file_come_from_all_pages()
    {
        using AccountSession session = new();
        string id = session.NewBatch("bad", string.Concat(Enumerable.Range(1, 250).Select(number => $"bad{number},Hi\n")));

        CommandResult result = session.Run("Get-RcBatchError", ("Id", id)).NoErrors();

        Assert.Equal(Enumerable.Range(1, 250), result.Values<int>("Line"));
        Assert.All(result.Output, error => Assert.Equal(("RocketComs.RcBatchError", id), (error.TypeNames[0], error.Get<string>("BatchId"))));
        Assert.Equal("Recipient mobile number is invalid", result.Output[0].Get<string>("DetailMessage"));
        Assert.Equal(3, session.Sandbox.Requests.Count);
        Assert.All(session.Sandbox.Requests, request => Assert.Equal(("/v1/batches/" + id + "/errors", "verbose"), (request.Path, request.QueryNames()[0])));
    }

    [Fact]
    public void Batch_without_errors_gives_none()
    {
        using AccountSession session = new();

        Assert.Empty(session.Pipe([AccountSession.Record(("Id", session.NewBatch()))], "Get-RcBatchError").NoErrors().Output);
    }

    [Fact]
    public void Errors_of_an_unknown_batch_are_an_error()
    {
        using AccountSession session = new();

        Assert.Equal(UnknownId, session.Run("Get-RcBatchError", ("Id", UnknownId)).Error("RcNotFound").TargetObject);
    }
}
