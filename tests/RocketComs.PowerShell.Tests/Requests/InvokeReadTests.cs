using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using RocketComs.PowerShell.Tests.Harness;
using Xunit;

namespace RocketComs.PowerShell.Tests.Requests;

public sealed class InvokeReadTests
{
    private const string BrandId = "d7b0e25f-30c9-456b-b287-6b3dcaa4b8f7";

    [Fact]
    public void Object_comes_without_its_envelope()
    {
        using AccountSession session = new();

        PSObject campaign = session.Run("Invoke-RcRequest", ("Path", "v1/campaigns/" + TestSandbox.CampaignId)).Single();

        Assert.IsType<PSCustomObject>(campaign.BaseObject);
        Assert.Equal((TestSandbox.CampaignId, 0L, true), (campaign.Get<string>("id"), campaign.Get<long>("batchMessageCount"), campaign.Get<bool>("subscriberOptin")));
        Assert.Equal("2023-11-02T16:58:25.808Z", campaign.Get<string>("createdAt"));
        Assert.Equal(["10017"], campaign.Get<object[]>("mnoIds")!);
        SentRequest request = Assert.Single(session.Sandbox.Requests);
        Assert.Equal(("GET", "/v1/campaigns/" + TestSandbox.CampaignId, ""), (request.Method, request.Path, request.RawQuery));
        Assert.False(request.Headers.ContainsKey("Content-Length"));
    }

    [Fact]
    public void Array_is_enumerated_and_raw_is_text()
    {
        using AccountSession session = new();
        string path = $"/v1/campaigns/{TestSandbox.CampaignId}/optouts";

        Assert.Equal(["2025550104", "2025550199"], session.Run("Invoke-RcRequest", ("Path", path)).NoErrors().Values<string>("destination"));

        string raw = (string)session.Run("Invoke-RcRequest", ("Path", path), ("Raw", true)).Single().BaseObject;
        Assert.StartsWith("[{\"optoutAt\":\"2023-11-02T16:58:25.808Z\",\"optoutText\":\"STOP\",\"destination\":\"2025550104\"}", raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_is_written_invariant_and_in_order()
    {
        using AccountSession session = new();
        OrderedDictionary query = new()
        {
            ["brandId"] = BrandId,
            ["day"] = new DateTime(2027, 1, 31),
            ["moment"] = new DateTime(2027, 1, 31, 9, 30, 0, DateTimeKind.Utc),
            ["flag"] = true,
            ["number"] = 1.5,
            ["list"] = new object[] { "a b", PSObject.AsPSObject(2) },
            ["none"] = null,
        };

        session.Run("Invoke-RcRequest", ("Path", "v1/campaigns?status=ACTIVE&to=+1"), ("Query", query)).NoErrors();
        session.Run("Invoke-RcRequest", ("Path", "v1/campaigns"), ("Query", new Hashtable { ["pageSize"] = 5, ["brandId"] = BrandId })).NoErrors();

        Assert.Equal(
            [$"status=ACTIVE&to=%2B1&brandId={BrandId}&day=2027-01-31&moment=2027-01-31T09%3A30%3A00.000Z&flag=true&number=1.5&list=a%20b&list=2", $"brandId={BrandId}&pageSize=5"],
            session.Sandbox.Requests.Select(request => request.RawQuery));
    }

    [Fact]
    public void Pages_are_followed_lazily()
    {
        using AccountSession session = new();
        string id = session.ScheduledBatch(string.Concat(Enumerable.Range(0, 250).Select(number => $"12025550{number:000},Hi\n")));

        CommandResult all = session.Run("Invoke-RcRequest", ("Path", $"v1/batches/{id}/report"), ("Query", new Hashtable { ["sortBy"] = "destinationNumber" }), ("FollowPages", true)).NoErrors();

        Assert.Equal(Enumerable.Range(0, 250).Select(number => 12025550000L + number), all.Values<long>("destinationNumber"));
        Assert.Equal(
            ["sortBy=destinationNumber&page=0&pageSize=100", "sortBy=destinationNumber&page=1&pageSize=100", "sortBy=destinationNumber&page=2&pageSize=100"],
            session.Sandbox.Requests.Select(request => request.RawQuery));
        session.Sandbox.ClearRequests();
        session.Script($"foreach ($i in 1) {{ Invoke-RcRequest v1/batches/{id}/report -FollowPages | ForEach-Object {{ $_; break }} }}").Single();
        Assert.Single(session.Sandbox.Requests);
    }

    [Fact]
    public void Head_gives_nothing_and_reads_are_tried_again()
    {
        using AccountSession session = new();
        session.Sandbox.AddFault(new Hashtable { ["Status"] = 503, ["RetryAfter"] = "0" });

        session.Run("Invoke-RcRequest", ("Path", "v1/message-templates")).Single();
        session.Run("Invoke-RcRequest", ("Path", "v1/message-templates"), ("Method", "head")).Error("RcBadRequest");

        Assert.Equal(["GET 503", "GET 200", "HEAD 405"], session.Sandbox.Requests.Select(request => $"{request.Method} {request.StatusCode}"));
    }

    [Fact]
    public void Address_below_the_base_uri_is_taken_and_any_other_is_refused_before_any_request()
    {
        using AccountSession session = new();
        using AccountSession other = new();

        session.Run("Invoke-RcRequest", ("Path", session.Sandbox.BaseUri + "v1/message-templates")).Single();
        Assert.Single(session.Sandbox.Requests);

        foreach (string path in (string[])[other.Sandbox.BaseUri + "v1/batches", "//" + other.Sandbox.BaseUri.Authority + "/v1/batches", "v1/../v1/batches", "v1/batches#x", "http:v1/batches"])
        {
            session.Run("Invoke-RcRequest", ("Path", path)).Ended("RcInvalidParameter");
        }

        Assert.Single(session.Sandbox.Requests);
        Assert.Empty(other.Sandbox.Requests);
    }

    [Fact]
    public void What_does_not_go_together_is_refused_before_any_request()
    {
        using AccountSession session = new();
        Hashtable page = new() { ["page"] = 1 };
        foreach ((string Name, object? Value)[] more in ((string, object?)[][])
            [[("Body", "{}")], [("Form", page)], [("Query", page), ("FollowPages", true)], [("Raw", true), ("FollowPages", true)], [("Method", "POST"), ("Body", "{}"), ("Form", page)], [("Method", "POST"), ("Body", "{")], [("Query", new Hashtable { ["a"] = page })]])
        {
            session.Run("Invoke-RcRequest", [("Path", "v1/batches"), .. more]).Ended("RcInvalidParameter");
        }

        Assert.Empty(session.Sandbox.Requests);
    }

    [Fact]
    public void Error_of_the_platform_and_page_of_a_gateway_are_told()
    {
        using AccountSession session = new();

        Assert.Equal("v1/unicorns", session.Run("Invoke-RcRequest", ("Path", "v1/unicorns?token=t0ken")).Error("RcNotFound").TargetObject);

        session.Sandbox.AddFault(new Hashtable { ["Kind"] = "ContentType", ["Body"] = "<html>Sign in</html>" });
        session.Run("Invoke-RcRequest", ("Path", "v1/message-templates")).Error("RcUnexpectedResponse");
    }
}
