using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

public class BatchForecastTests
{
    private static readonly MeasureOptions s_measure = new() { PricePerSegment = 0.01m };

    [Fact]
    public async Task Recipients_of_all_lists_times_segments_is_forecast()
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Target.EndsWith("/l-1", System.StringComparison.Ordinal) ? """{"id":"l-1","recipientsAmount":1000}""" : """{"status":"0","result":{"id":"l-2","recipientsAmount":204}}"""));
        BatchForecast forecast = await ForecastAsync(server, TestClient.Text(new string('ж', 71)) with { RecipientListIds = ["l-1", "l-2"] });
        Assert.Equal(new BatchForecast(1204, 2408, 0.01m) { IsAtMost = true }, forecast);
        Assert.Equal("at most 1,204 recipients, 2,408 segments, cost 24.08 (0.01 a segment)", forecast.Describe());
    }

    [Fact]
    public async Task Text_of_a_template_is_looked_up()
    {
        using LoopbackServer server = new(request => WireAnswer.Of(200, request.Target.StartsWith("/v1/message-templates", System.StringComparison.Ordinal)
            ? """{"content":[{"id":"x","message":"no"},{"id":"T-1","message":"a\\nb"}]}""" : """{"id":"l","recipientsAmount":3}"""));
        Assert.Equal(new BatchForecast(3, 3, 0.01m), await ForecastAsync(server, new BatchDraft { Operation = BatchOperation.MessageTemplate, MessageTemplateId = "t-1", RecipientListIds = ["l"] }));
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_not_known()
    {
        using LoopbackServer server = new(WireAnswer.Of(404));
        BatchForecast forecast = await ForecastAsync(server, new BatchDraft { MessageTemplateId = "t", RecipientListIds = ["l"] });
        Assert.Equal(new BatchForecast(null, null, 0.01m), forecast);
        Assert.Equal("recipients not known, segments not known, cost not known", forecast.Describe());
    }

    [Theory]
    [InlineData(1L, 1L, "1 recipient, 1 segment, cost not known (give -PricePerSegment)")]
    [InlineData(2L, null, "2 recipients, segments not known, cost not known (give -PricePerSegment)")]
    public void Forecast_is_said_in_words(long? recipients, long? segments, string words) => Assert.Equal(words, new BatchForecast(recipients, segments, null).Describe());

    [Fact]
    public void What_may_be_less_is_said_and_small_costs_are_not_nothing()
    {
        BatchForecast lists = new(5, 5, 0.000004m) { IsAtMost = true };
        Assert.Equal("at most 5 recipients, 5 segments, cost 0.00002 (0.000004 a segment)", lists.Describe());
        Assert.Equal("recipients not known, segments not known, cost not known", (lists with { Recipients = null, Segments = null }).Describe());
        BatchForecast total = BatchForecast.Total([new BatchForecast(1, 1, 1m), lists], new BatchSendOptions { Measure = new RocketComs.Core.Segments.MeasureOptions { PricePerSegment = 1m } });
        Assert.Equal("at most 6 recipients, 6 segments, cost 6.00 (1 a segment)", total.Describe());
        CeilingExceededException refused = Assert.Throws<CeilingExceededException>(() => new Ceiling(5, null).Require(total));
        Assert.StartsWith("The cost would be at most 6.00; -MaxCost allows 5.00.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<BatchForecast> ForecastAsync(LoopbackServer server, BatchDraft draft)
    {
        using TestClient client = new(server.BaseUri);
        return (await BatchContent.GetAsync(draft, client.Transport, TestClient.Stop)).Forecast(draft, s_measure);
    }
}
