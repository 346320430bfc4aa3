using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Messages;

public sealed class GetMessageTests
{
    private const string Csv = "2025550101,Hello\n2025550198,Hello\n";

    [Fact]
    public void Messages_are_typed_and_tell_why_they_failed()
    {
        using AccountSession session = new();
        session.ScheduledBatch(Csv);
        session.Sandbox.Advance(TimeSpan.FromHours(1));

        CommandResult result = session.Run("Get-RcMessage").NoErrors();

        Assert.Equal(["DELIVERED", "FAILED"], result.Values<string>("Status"));
        PSObject failed = result.Output[1];
        Assert.Equal("RocketComs.RcMessage", failed.TypeNames[0]);
        Assert.Equal(("2025550198", "2025550198", "Hello", "Number cannot be reached"), (failed.Get<string>("Number"), failed.Get<string>("DestinationNumber"), failed.Get<string>("MessageText"), failed.Get<string>("ReasonText")));
        Assert.Equal(TestSandbox.CampaignId, failed.Get<string>("CampaignId"));
        Assert.True(failed.Get<DateTimeOffset>("StatusUpdatedAt") > failed.Get<DateTimeOffset>("CreatedAt"));
    }

    [Fact]
    public void Message_by_id_is_the_one_of_the_list()
    {
        using AccountSession session = new();
        session.ScheduledBatch(Csv);
        PSObject listed = session.Run("Get-RcMessage").NoErrors().Output[0];
        session.Sandbox.ClearRequests();

        PSObject message = session.Pipe([listed], "Get-RcMessage").Single();

        Assert.Equal((listed.Get<string>("Id"), "2025550101"), (message.Get<string>("Id"), message.Get<string>("Number")));
        Assert.Equal(["GET /v1/messages/" + listed.Get<string>("Id")], session.Sandbox.Requests.Select(request => request.Method + " " + request.Path));
    }

    [Fact]
    public void Filters_stand_in_the_query_in_the_order_of_the_documentation()
    {
        using AccountSession session = new();
        PSObject batch = session.Run("Get-RcBatch", ("Id", session.ScheduledBatch())).Single();
        session.Sandbox.ClearRequests();

        session.Run(
            "Get-RcMessage", ("CampaignId", batch), ("BatchId", batch), ("From", "2027-01-05"), ("To", "2027-02-10"), ("Status", "in_process"), ("SortBy", "CreatedAt"), ("SortDir", "Asc")).NoErrors();
        session.Run("Get-RcMessage", ("SingleOnly", true)).NoErrors();

        Assert.Equal(
            [
                $"campaignId={TestSandbox.CampaignId}&batchId={batch.Get<string>("Id")}&from=2027-01-05&to=2027-02-10&status=IN_PROCESS&sortBy=createdAt&sortDir=asc&page=0&pageSize=100",
                "singleOnly=true&page=0&pageSize=100",
            ],
            session.Sandbox.Requests.Select(request => request.RawQuery));
    }

    [Fact]
    public void Messages_come_lazily_from_all_pages()
    {
        using AccountSession session = new();
        session.ScheduledBatch(string.Concat(Enumerable.Range(0, 250).Select(number => $"12025550{number:000},Hi\n")));

        CommandResult all = session.Run("Get-RcMessage", ("SortBy", "DestinationNumber")).NoErrors();

        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"12025550{number:000}"), all.Values<string>("Number"));
        Assert.Equal(3, session.Sandbox.Requests.Count);
        session.Sandbox.ClearRequests();
        Assert.Equal(150, session.Script("$n = 0; foreach ($i in 1) { Get-RcMessage | ForEach-Object { $_; if (++$n -eq 150) { break } } }").NoErrors().Output.Count);
        Assert.Equal(2, session.Sandbox.Requests.Count);
    }

    [Theory]
    [InlineData("CampaignId", "42", "42")]
    [InlineData("BatchId", "42", "42")]
    [InlineData("Id", "42", "42")]
    public void What_is_no_id_is_refused_before_any_request(string parameter, string value, string target)
    {
        using AccountSession session = new();

        Assert.Equal(target, session.Run("Get-RcMessage", (parameter, value)).Ended("RcInvalidParameter").TargetObject);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Filters_that_contradict_each_other_are_refused_before_any_request()
    {
        using AccountSession session = new();

        session.Run("Get-RcMessage", ("From", "2027-02-01"), ("To", "2027-01-31")).Ended("RcInvalidParameter");
        session.Run("Get-RcMessage", ("BatchId", TestSandbox.ListId), ("SingleOnly", true)).Ended("RcInvalidParameter");
        Assert.StartsWith("ParameterArgumentTransformationError", session.Run("Get-RcMessage", ("From", "01.02.2027")).Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Unknown_message_is_an_error_and_statuses_complete()
    {
        using AccountSession session = new();

        Assert.Equal(TestSandbox.ListId, session.Run("Get-RcMessage", ("Id", TestSandbox.ListId)).Error("RcNotFound").TargetObject);
        Assert.Equal(
            ["PENDING"], session.Script("(TabExpansion2 'Get-RcMessage -Status p' 23).CompletionMatches.CompletionText").NoErrors().Output.Select(item => (string)item.BaseObject));
    }
}
