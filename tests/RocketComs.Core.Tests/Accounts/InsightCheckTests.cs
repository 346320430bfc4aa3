using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>Whether the insights of a batch are its own: told by the campaign of which most batches have gone out.</summary>
public sealed class InsightCheckTests : IDisposable
{
    private const string One = """{"id":"b1","campaignId":"c1","status":"COMPLETED"}""";
    private const string Two = One + """|{"id":"b2","campaignId":"c1","status":"PENDING"}""";
    private const string Figures = """{"sent":3,"delivered":2,"inProgress":1}""";

    private readonly AccountDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(Two, """{"sent":1}""", """{"sent":2}""", "Confirmed: A batch has other figures than its campaign.")]
    [InlineData(Two, """{"sent":3,"delivered":2,"inProgress":0}""", Figures, "Confirmed: A batch has other figures than its campaign.")]
    [InlineData(Two, """{"sent":3}""", """{"delivered":3}""", "Confirmed: A batch has other figures than its campaign.")]
    [InlineData(One, """{"sent":1}""", """{"sent":2}""", "Confirmed: A batch has other figures than its campaign.")]
    [InlineData(One, Figures, Figures, "NotKnown: A batch has the figures of its campaign, but is the only one of it that has gone out.")]
    [InlineData(One + """|{"id":"b2","campaignId":"c1","status":"Created"}""", Figures, Figures, "NotKnown: A batch has the figures of its campaign, but is the only one of it that has gone out.")]
    [InlineData(Two, Figures, Figures, "Contradicted: A batch has the figures of its campaign, though that has more batches.")]
    [InlineData(Two, "404", Figures, "Contradicted: Asked with the id of a batch, the call is answered with HTTP 404.")]
    [InlineData(Two, """{"name":"Sale"}""", Figures, "Contradicted: The answer has none of the documented counters.")]
    [InlineData(Two, "[1]", Figures, "Contradicted: The answer has none of the documented counters.")]
    [InlineData(Two, Figures, """{"sent":3,"intervals":[]}""", "NotKnown: The insights of the campaign cannot be read (HTTP 200), so the two cannot be compared.")]
    [InlineData(Two, Figures, "500", "NotKnown: The insights of the campaign cannot be read (HTTP 500), so the two cannot be compared.")]
    public async Task Figures_of_a_batch_are_held_against_those_of_its_campaign(string batches, string batch, string campaign, string expected)
    {
        _desk.Lists["/v1/batches"] = batches.Split('|');
        _desk.Answers("/v1/insights/campaigns/b1", batch);
        _desk.Answers("/v1/insights/campaigns/c1", campaign);
        Assert.Equal(expected, (await _desk.ReadAsync())["Insights of a batch"]);
    }

    [Theory]
    [InlineData("submitted")]
    [InlineData("processed")]
    [InlineData("rejected")]
    [InlineData("sent")]
    [InlineData("delivered")]
    [InlineData("failed")]
    [InlineData("inProgress")]
    public async Task Every_counter_can_tell_them_apart(string counter)
    {
        _desk.Answers("/v1/insights/campaigns/b1", $$"""{"{{counter}}":1}""");
        _desk.Answers("/v1/insights/campaigns/c1", $$"""{"{{counter}}":2}""");
        Assert.Equal("Confirmed: A batch has other figures than its campaign.", (await _desk.ReadAsync())["Insights of a batch"]);
    }

    [Fact]
    public async Task Campaign_of_which_most_batches_went_out_is_asked_about()
    {
        _desk.Lists["/v1/batches"] = [AccountDesk.BatchOf("b1", "c1"), AccountDesk.BatchOf("b 2", "c 2"), AccountDesk.BatchOf("b3", "c 2"), AccountDesk.BatchOf("b4", "c4")];
        _desk.Answers("/v1/insights/campaigns/b%202", Figures);
        _desk.Answers("/v1/insights/campaigns/c%202", Figures);
        Assert.Equal("Contradicted: A batch has the figures of its campaign, though that has more batches.", (await _desk.ReadAsync())["Insights of a batch"]);
        Assert.Equal(["GET /v1/insights/campaigns/b%202", "GET /v1/insights/campaigns/c%202"], _desk.Asked[^2..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"id":"b1","campaignId":"c1","status":"CREATED"}""")]
    [InlineData("""{"id":"b1","campaignId":"c1","status":"created"}""")]
    [InlineData("""{"id":"b1","status":"COMPLETED"}""")]
    [InlineData("""{"campaignId":"c1","status":"COMPLETED"}""")]
    public async Task Without_a_batch_that_went_out_nothing_is_asked(string batch)
    {
        _desk.Lists["/v1/batches"] = [batch];
        Assert.Equal("NotKnown: No batch of the account has gone out.", (await _desk.ReadAsync())["Insights of a batch"]);
        Assert.DoesNotContain(_desk.Asked, line => line.Contains("insights", StringComparison.Ordinal));
    }
}
